package dev.writeback.testkit.controller;

import static dev.writeback.testkit.controller.Change.add;
import static dev.writeback.testkit.controller.Change.delete;
import static dev.writeback.testkit.controller.Change.replace;
import static dev.writeback.testkit.controller.Change.with;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.experimental.ActiveDirectoryDirSyncControl;
import java.util.List;
import java.util.stream.Collectors;

/** Differences in what counts as a change, and in how changes are told. */
final class StampProbes {

    private static final int INCREMENTAL = 0x8000_0000;
    private static final int SECURED = ActiveDirectoryDirSyncControl.FLAG_OBJECT_SECURITY;
    private static final String NOBODY = "(cn=no such thing)";

    private StampProbes() {}

    static List<Probe> all() {
        return List.of(
                new Probe(
                        "uSNChanged after values were replaced in another order",
                        place -> moved(
                                place,
                                place.user(with("proxyAddresses", "smtp:a@x", "smtp:b@x")),
                                entry -> place.modify(entry, replace("proxyAddresses", "smtp:b@x", "smtp:a@x")))),
                new Probe(
                        "uSNChanged after a value was deleted and added in one request",
                        place -> moved(
                                place,
                                place.user(with("info", "a")),
                                entry -> place.modify(entry, delete("info", "a"), add("info", "a")))),
                computed("msDS-ReplAttributeMetaData"),
                computed("replPropertyMetaData"),
                computed("msDS-ReplValueMetaData"),
                computed("tokenGroups"),
                computed("parentGUID"));
    }

    static List<Probe> synchronizing() {
        return List.of(
                new Probe(
                        "DirSync without the right",
                        place -> Reply.to(
                                () -> SyncCall.of(place).as(place.delegate()).ask(NOBODY, "info"))),
                new Probe(
                        "DirSync of an organizational unit",
                        place -> Reply.to(
                                () -> SyncCall.of(place).below(place.dn()).ask(NOBODY, "info"))),
                new Probe(
                        "DirSync of an organizational unit, with the flag of object security",
                        place -> Reply.to(() -> SyncCall.of(place)
                                .below(place.dn())
                                .flags(SECURED)
                                .ask(NOBODY, "info"))),
                new Probe(
                        "DirSync of one level",
                        place -> Reply.to(
                                () -> SyncCall.of(place).in(SearchScope.ONE).ask(NOBODY, "info"))),
                new Probe("DirSync of a deleted link, with the flag of incremental values", StampProbes::incremental),
                new Probe("DirSync of a new user, all attributes", StampProbes::everything));
    }

    private interface Step {
        void on(String entry) throws LDAPException;
    }

    private static String moved(Workplace place, String entry, Step step) throws LDAPException {
        long before = place.usn(entry);
        step.on(entry);
        return place.usn(entry) == before ? "the same" : "moved";
    }

    private static Probe computed(String attribute) {
        return new Probe(attribute, place -> {
            String user = place.user(with("publicDelegates", place.user()));
            return place.read(user, attribute).hasAttribute(attribute) ? "there" : "absent";
        });
    }

    private static String incremental(Workplace place) throws LDAPException {
        String one = place.user();
        String user = place.user(with("publicDelegates", one, place.user()));
        ASN1OctetString cookie = SyncCall.of(place).ask(NOBODY, "info").cookie();
        place.modify(user, delete("publicDelegates", one));
        return names(SyncCall.of(place).flags(INCREMENTAL).after(cookie), user, "publicDelegates");
    }

    private static String everything(Workplace place) throws LDAPException {
        return names(SyncCall.of(place), place.user());
    }

    private static String names(SyncCall call, String entry, String... attributes) throws LDAPException {
        return call.ask("(cn=" + Workplace.nameOf(entry) + ")", attributes).entries().stream()
                .flatMap(each -> each.getAttributes().stream())
                .map(each -> each.getName())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
