package dev.writeback.testkit.controller;

import static dev.writeback.testkit.controller.Change.add;
import static dev.writeback.testkit.controller.Change.delete;
import static dev.writeback.testkit.controller.Change.replace;
import static dev.writeback.testkit.controller.Change.with;

import java.util.List;

/** Differences in links. */
final class LinkProbes {

    private LinkProbes() {}

    static List<Probe> all() {
        return List.of(
                new Probe(
                        "a link to what is no name",
                        place -> Reply.to(() -> place.modify(place.user(), replace("publicDelegates", "nonsense")))),
                new Probe("to add a link that is there", place -> {
                    String target = place.user();
                    String user = place.user(with("publicDelegates", target));
                    return Reply.to(() -> place.modify(user, add("publicDelegates", target)));
                }),
                new Probe("to delete a link that is not there", place -> {
                    String target = place.user();
                    return Reply.to(() -> place.modify(place.user(), delete("publicDelegates", target)));
                }));
    }

    static List<Probe> oneTarget() {
        return List.of(
                new Probe("to delete a link by the old name of its target", place -> {
                    String target = place.user();
                    String user = place.user(with("publicDelegates", target));
                    place.rename(target);
                    return Reply.to(() -> place.modify(user, delete("publicDelegates", target)));
                }),
                new Probe("to add a second link, single-valued", place -> {
                    String user = place.user(with("altRecipient", place.user()));
                    String other = place.user();
                    return Reply.to(() -> place.modify(user, add("altRecipient", other)));
                }),
                new Probe("to replace by two links, single-valued", place -> {
                    String one = place.user();
                    String two = place.user();
                    return Reply.to(() -> place.modify(place.user(), replace("altRecipient", one, two)));
                }),
                new Probe("a back link in a new entry", place -> {
                    String target = place.user();
                    return Reply.to(() -> place.user(with("publicDelegatesBL", target)));
                }));
    }
}
