package dev.writeback.testkit.fault;

import java.util.Set;

/** One line of a plan. */
record Rule(Call call, When when, Fault fault) {
    Rule {
        if (!fault.canMeet(call)) {
            throw new IllegalArgumentException("a call %s cannot meet %s; those that can are %s"
                    .formatted(call, fault.getClass().getSimpleName(), Chances.of(fault)));
        }
        Set<Theme> told = Theme.of(call);
        when.themes().filter(theme -> !told.contains(theme)).findFirst().ifPresent(theme -> {
            throw new IllegalArgumentException(
                    "a call %s does not tell which %s it is about; what it tells is %s".formatted(call, theme, told));
        });
    }

    @Override
    public String toString() {
        return "%s, %s: %s".formatted(call, when, Wording.of(fault));
    }
}
