package dev.writeback.testkit.controller;

import static dev.writeback.testkit.controller.Change.replace;
import static dev.writeback.testkit.controller.Change.with;

import java.util.ArrayList;
import java.util.List;

/** Differences in names, and in new, renamed and deleted entries. */
final class NameProbes {

    private NameProbes() {}

    static List<Probe> all() {
        List<Probe> all = new ArrayList<>(changes());
        all.addAll(List.of(
                new Probe("a rename by GUID", place -> {
                    String byGuid = place.byGuid(place.user());
                    return Reply.to(() -> place.administrator().modifyDN(byGuid, "CN=" + Workplace.name("n"), true));
                }),
                new Probe("a rename to a name that is taken", place -> {
                    String user = place.user();
                    String other = place.user();
                    return Reply.to(() -> place.administrator().modifyDN(user, "CN=" + Workplace.nameOf(other), true));
                }),
                new Probe("a move to a place that does not exist", place -> {
                    String user = place.user();
                    return Reply.to(() -> place.administrator()
                            .modifyDN(user, "CN=" + Workplace.nameOf(user), true, "OU=nobody," + place.dn()));
                }),
                new Probe("a user principal name that is taken", place -> {
                    String name = Workplace.name("p") + "@contract.example";
                    place.user(with("userPrincipalName", name));
                    return Reply.to(() -> place.user(with("userPrincipalName", name)));
                }),
                new Probe(
                        "a group that is to have no type",
                        place -> Reply.to(() -> place.modify(place.group(), replace("groupType"))))));
        all.addAll(additions());
        return all;
    }

    private static List<Probe> changes() {
        return List.of(
                new Probe(
                        "a change by OID",
                        place -> Reply.to(() -> place.modify(place.user(), replace("1.2.840.113556.1.2.447", "b")))),
                new Probe(
                        "a change of what is no name",
                        place -> Reply.to(() -> place.modify("nonsense", replace("info", "x")))),
                new Probe(
                        "a change in another domain",
                        place -> Reply.to(() -> place.modify("CN=x,DC=other,DC=test", replace("info", "x")))));
    }

    private static List<Probe> additions() {
        return List.of(
                addition("a new entry that is there", "CN=Users,", with("objectClass", "container")),
                added("a new entry of an unknown class", with("objectClass", "noSuchClass")),
                added("a new entry of no structural class", with("objectClass", "top")),
                added(
                        "a new entry with an unknown attribute",
                        with("objectClass", "contact"),
                        with("noSuchThing", "x")),
                added("a new entry with an empty value", with("objectClass", "contact"), with("info", "")),
                added("a new entry with objectGUID", with("objectClass", "contact"), with("objectGUID", new byte[16])),
                added(
                        "a new entry with whenCreated",
                        with("objectClass", "contact"),
                        with("whenCreated", "20200101000000.0Z")),
                added("a new entry with another cn", with("objectClass", "contact"), with("cn", "other")),
                new Probe("a new entry below a user", place -> {
                    String user = place.user();
                    return Reply.to(() -> place.administrator().add("CN=x," + user, with("objectClass", "contact")));
                }),
                new Probe(
                        "a new contact called like a unit",
                        place -> Reply.to(() -> place.administrator()
                                .add("OU=" + Workplace.name("x") + "," + place.dn(), with("objectClass", "contact")))),
                new Probe(
                        "a new entry without a name of its own",
                        place ->
                                Reply.to(() -> place.administrator().add("nonsense", with("objectClass", "contact")))));
    }

    private static Probe added(String asked, com.unboundid.ldap.sdk.Attribute... attributes) {
        return new Probe(
                asked,
                place -> Reply.to(
                        () -> place.administrator().add("CN=" + Workplace.name("n") + "," + place.dn(), attributes)));
    }

    private static Probe addition(String asked, String dn, com.unboundid.ldap.sdk.Attribute... attributes) {
        return new Probe(asked, place -> Reply.to(() -> place.administrator().add(dn + place.domain(), attributes)));
    }
}
