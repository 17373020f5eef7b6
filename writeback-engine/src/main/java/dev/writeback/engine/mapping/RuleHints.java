package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.Spelling;
import dev.writeback.model.AttributeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is allowed in a rule, and still worth a second look. */
final class RuleHints {

    private RuleHints() {}

    /** One sentence each; empty as a rule. */
    static List<String> of(Rule rule) {
        List<String> hints = new ArrayList<>(0);
        if (rule.origin() instanceof Origin.Computed computed) {
            computed.expression()
                    .hints()
                    .forEach(hint -> hints.add("The expression for %s: %s".formatted(rule.target(), hint)));
        } else {
            rule.reads().forEach(name -> misspelled(rule.target(), name).ifPresent(hints::add));
        }
        return hints;
    }

    /** A name that nobody knows may be one of the source's own, unless it is all but one that is known. */
    private static Optional<String> misspelled(AttributeName target, AttributeName name) {
        if (CloudNames.known().contains(name)) {
            return Optional.empty();
        }
        List<String> known =
                CloudNames.known().stream().map(AttributeName::value).toList();
        return Spelling.nearest(name.value(), known)
                .map(near ->
                        "The rule for %s reads %s, which Exchange Online does not state; if that is no attribute of the source's own, it may be %s."
                                .formatted(target, name, near));
    }
}
