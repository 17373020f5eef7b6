package dev.writeback.testkit.controller;

import static dev.writeback.testkit.controller.Change.replace;
import static dev.writeback.testkit.controller.Change.with;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.controls.SubtreeDeleteRequestControl;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Differences under an account with few rights. */
final class RightsProbes {

    private static final String EFFECTIVE = "allowedAttributesEffective";

    private RightsProbes() {}

    static List<Probe> all() {
        return List.of(
                new Probe(
                        "a new entry, as the service account",
                        place -> Reply.to(() -> place.delegate()
                                .add("CN=" + Workplace.name("n") + "," + place.dn(), with("objectClass", "contact")))),
                new Probe("a deletion, as the service account", place -> {
                    String user = place.user();
                    return Reply.to(() -> place.delegate().delete(user));
                }));
    }

    static List<Probe> answers() {
        return List.of(
                new Probe("a deletion of a tree, as the service account", place -> {
                    String unit = place.unit();
                    return Reply.to(() -> place.delegate()
                            .delete(new DeleteRequest(unit, new Control[] {new SubtreeDeleteRequestControl(true)})));
                }),
                new Probe("name and objectClass among what an administrator may write", place -> {
                    List<String> effective = place.values(place.user(), EFFECTIVE);
                    return Stream.of("name", "objectClass")
                            .map(name -> effective.contains(name) ? "yes" : "no")
                            .collect(Collectors.joining(", "));
                }),
                new Probe(
                        "allowedChildClassesEffective",
                        place -> place.values(place.dn(), "allowedChildClassesEffective")
                                        .isEmpty()
                                ? "absent"
                                : "there"),
                new Probe("a delegated attribute of a user with adminCount 1", place -> {
                    String user = place.user(with("adminCount", "1"));
                    return Reply.to(() -> place.delegate().modify(user, replace("extensionAttribute1", "x")));
                }));
    }
}
