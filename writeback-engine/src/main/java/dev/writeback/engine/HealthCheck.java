package dev.writeback.engine;

import dev.writeback.engine.mapping.Flow;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.run.Parts;
import dev.writeback.model.AttributeName;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.CheckRequest.Depth;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Finding.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks whether everything is there that a run needs, and changes nothing. */
final class HealthCheck {

    private final Parts parts;
    private final Profile profile;

    HealthCheck(Parts parts, Profile profile) {
        this.parts = parts;
        this.profile = profile;
    }

    /** What is wrong; at the start of a run only what makes it pointless. */
    List<Finding> findings(Depth depth) {
        if (depth == Depth.START) {
            return ofDirectory(depth);
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(ofProfile());
        profile.hints()
                .forEach(hint -> findings.add(new Finding(
                        Level.WARNING, "profile", hint, "Look at the rule; the profile can be used as it is.")));
        findings.add(ofStore());
        parts.scoping().check().ifPresent(findings::add);
        findings.addAll(ofDirectory(depth));
        return List.copyOf(findings);
    }

    private Finding ofProfile() {
        int targets = parts.planner().writes().size();
        return targets == 0
                ? new Finding(
                        Level.WARNING,
                        "profile",
                        "The profile '%s' has no rule, so nothing will be written.".formatted(profile.name()),
                        "Add a rule, or begin with the built-in profile exchange-online.")
                : Finding.ok("profile", "The profile '%s' writes %d attributes.".formatted(profile.name(), targets));
    }

    private Finding ofStore() {
        try {
            boolean begun = parts.store().intake().cursor(parts.source().name()).isPresent();
            return Finding.ok(
                    "store",
                    begun
                            ? "The store answers, and knows where to read the source on."
                            : "The store answers; the source will be read from its start.");
        } catch (RuntimeException fault) {
            return new Finding(
                    Level.UNREACHABLE,
                    "store",
                    "The store does not answer: %s".formatted(fault.getMessage()),
                    "Mend the store; no run can begin without it.");
        }
    }

    private List<Finding> ofDirectory(Depth depth) {
        try {
            return parts.directory()
                    .check(new CheckRequest(
                            parts.planner().writes(),
                            lists(),
                            parts.scoping().units(),
                            depth,
                            parts.time().instant()));
        } catch (RuntimeException fault) {
            return List.of(new Finding(
                    Level.ERROR,
                    "directory",
                    "The check of the directory ended in a %s."
                            .formatted(fault.getClass().getName()),
                    "Tell whoever wrote the sink %s."
                            .formatted(parts.directory().getClass().getName())));
        }
    }

    private Set<AttributeName> lists() {
        return profile.flows().stream()
                .filter(flow -> !flow.isSingleValued())
                .map(Flow::target)
                .collect(Collectors.toSet());
    }
}
