package dev.writeback.benchmarks;

import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Modification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What each entry is to be changed to: three attributes of one value each, of which the one before is known.
 *
 * @param before the number of the values that are there
 * @param after the number of those that are to be there
 */
record Change(int before, int after) {

    static final List<AttributeName> ATTRIBUTES = IntStream.rangeClosed(1, 3)
            .mapToObj(number -> AttributeName.of("extensionAttribute" + number))
            .toList();

    static final String[] NAMES = ATTRIBUTES.stream().map(AttributeName::value).toArray(String[]::new);

    /** As they are read. */
    static Map<AttributeName, AttributeSyntax> reads() {
        Map<AttributeName, AttributeSyntax> reads = new LinkedHashMap<>();
        ATTRIBUTES.forEach(name -> reads.put(name, AttributeSyntax.CASE_IGNORE));
        return reads;
    }

    Change next() {
        return new Change(after, after + 1);
    }

    /** The value that an attribute is to have. */
    String wanted(int attribute) {
        return value(after, attribute);
    }

    /** For the SDK: delete the old values, add the new ones. */
    List<com.unboundid.ldap.sdk.Modification> conditional() {
        List<com.unboundid.ldap.sdk.Modification> all = new ArrayList<>();
        for (int i = 0; i < NAMES.length; i++) {
            all.add(new com.unboundid.ldap.sdk.Modification(ModificationType.DELETE, NAMES[i], value(before, i)));
            all.add(new com.unboundid.ldap.sdk.Modification(ModificationType.ADD, NAMES[i], wanted(i)));
        }
        return all;
    }

    /** For the SDK: whatever is there, these are the values. */
    List<com.unboundid.ldap.sdk.Modification> unconditional() {
        List<com.unboundid.ldap.sdk.Modification> all = new ArrayList<>();
        for (int i = 0; i < NAMES.length; i++) {
            all.add(new com.unboundid.ldap.sdk.Modification(ModificationType.REPLACE, NAMES[i], wanted(i)));
        }
        return all;
    }

    /** For a sink, on an entry that was read. */
    List<Modification> on(DirectoryEntry entry) {
        List<Modification> all = new ArrayList<>();
        for (int i = 0; i < NAMES.length; i++) {
            AttributeName name = ATTRIBUTES.get(i);
            all.add(new Modification(name, entry.values(name), List.of(AttributeValue.text(wanted(i)))));
        }
        return all;
    }

    private static String value(int number, int attribute) {
        return "value " + number + " of " + attribute;
    }
}
