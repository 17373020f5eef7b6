package dev.writeback.testkit.controller;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.util.stream.IntStream;

/** Short words for what requests carry. */
final class Change {

    private Change() {}

    static Modification add(String attribute, String... values) {
        return new Modification(ModificationType.ADD, attribute, values);
    }

    static Modification delete(String attribute, String... values) {
        return new Modification(ModificationType.DELETE, attribute, values);
    }

    static Modification replace(String attribute, String... values) {
        return new Modification(ModificationType.REPLACE, attribute, values);
    }

    static Modification replace(String attribute, byte[] value) {
        return new Modification(ModificationType.REPLACE, attribute, value);
    }

    static Attribute with(String attribute, String... values) {
        return new Attribute(attribute, values);
    }

    static Attribute with(String attribute, byte[] value) {
        return new Attribute(attribute, value);
    }

    /** So many addresses that differ. */
    static String[] addresses(int number) {
        return IntStream.range(0, number)
                .mapToObj(each -> "smtp:" + each + "@contract.example")
                .toArray(String[]::new);
    }
}
