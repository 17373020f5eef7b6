package dev.writeback.testkit.controller;

import static dev.writeback.testkit.controller.Change.add;
import static dev.writeback.testkit.controller.Change.delete;
import static dev.writeback.testkit.controller.Change.replace;
import static dev.writeback.testkit.controller.Change.with;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.controls.AssertionRequestControl;
import java.util.ArrayList;
import java.util.List;

/** Differences in changes of values. */
final class ModifyProbes {

    private static final Attribute ADDRESS = with("proxyAddresses", "SMTP:a@x");
    private static final Attribute INFO = with("info", "a");

    private ModifyProbes() {}

    static List<Probe> all() {
        List<Probe> all = new ArrayList<>(duplicates());
        all.addAll(List.of(
                change("to delete a value that is not there", INFO, delete("info", "z")),
                change("to delete an attribute that is not there", INFO, delete("mail")),
                change("to add a value where there is the same, single-valued", INFO, add("info", "a")),
                change("to add two values, single-valued", ADDRESS, add("info", "a", "b")),
                change("to replace by two values, single-valued", INFO, replace("info", "a", "b")),
                new Probe(
                        "two values of a new entry, single-valued",
                        place -> Reply.to(() -> place.user(with("info", "a", "b")))),
                change(
                        "an increment",
                        with("msExchRecipientDisplayType", "5"),
                        new Modification(ModificationType.INCREMENT, "msExchRecipientDisplayType", "1")),
                change("an unknown attribute", INFO, replace("noSuchThing", "x")),
                change("an attribute that the class does not have", INFO, replace("groupType", "2")),
                change("objectCategory replaced by itself", INFO, replace("objectCategory", "CN=Person,CN=Schema,")),
                change("an unknown class added", INFO, add("objectClass", "noSuchClass")),
                new Probe(
                        "a critical assertion control",
                        place -> Reply.to(() -> place.modify(
                                new AssertionRequestControl("(info=z)"), place.user(), replace("info", "x")))),
                new Probe(
                        "a critical lazy commit control",
                        place -> Reply.to(() -> place.modify(
                                new Control("1.2.840.113556.1.4.619", true), place.user(), replace("info", "x"))))));
        all.addAll(permissive());
        return all;
    }

    private static List<Probe> duplicates() {
        return List.of(
                change("to add an address that is there", ADDRESS, add("proxyAddresses", "SMTP:a@x")),
                change("to add an address that is there in another case", ADDRESS, add("proxyAddresses", "smtp:a@x")),
                change("to replace by an address twice", ADDRESS, replace("proxyAddresses", "smtp:b@x", "smtp:b@x")),
                change(
                        "to replace by an address in two cases",
                        ADDRESS,
                        replace("proxyAddresses", "smtp:b@x", "SMTP:b@x")),
                new Probe(
                        "a new entry with an address in two cases",
                        place -> Reply.to(() -> place.user(with("proxyAddresses", "smtp:b@x", "SMTP:b@x")))));
    }

    private static List<Probe> permissive() {
        return List.of(
                permissive("permissive: to add the same value, single-valued", INFO, "info", add("info", "a")),
                permissive(
                        "permissive: to add an address that is there in another case",
                        ADDRESS,
                        "proxyAddresses",
                        add("proxyAddresses", "smtp:a@x")),
                new Probe("permissive: to add a link that is there", place -> {
                    String target = place.user();
                    String user = place.user(with("publicDelegates", target));
                    return Reply.to(
                            () -> place.modify(ModifyContract.PERMISSIVE, user, add("publicDelegates", target)));
                }),
                new Probe("permissive: to delete a link that is not there", place -> {
                    String target = place.user();
                    return Reply.to(() ->
                            place.modify(ModifyContract.PERMISSIVE, place.user(), delete("publicDelegates", target)));
                }),
                new Probe("permissive: to add a member that is there", place -> {
                    String target = place.user();
                    String group = place.group(target);
                    return Reply.to(() -> place.modify(ModifyContract.PERMISSIVE, group, add("member", target)));
                }));
    }

    private static Probe change(String asked, Attribute before, Modification change) {
        return new Probe(asked, place -> {
            Modification meant = change.getAttributeName().equals("objectCategory")
                    ? replace("objectCategory", "CN=Person,CN=Schema,CN=Configuration," + place.domain())
                    : change;
            return Reply.to(() -> place.modify(place.user(before), meant));
        });
    }

    private static Probe permissive(String asked, Attribute before, String attribute, Modification change) {
        return new Probe(asked, place -> {
            String user = place.user(before);
            Reply reply = Reply.to(() -> place.modify(ModifyContract.PERMISSIVE, user, change));
            return reply.code() == 0 ? "then " + values(place, user, attribute) : reply;
        });
    }

    private static String values(Workplace place, String entry, String attribute) throws LDAPException {
        return String.join(" and ", place.values(entry, attribute));
    }
}
