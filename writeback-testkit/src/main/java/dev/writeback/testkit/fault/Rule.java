package dev.writeback.testkit.fault;

/** One line of a plan. */
record Rule(Call call, When when, Fault fault) {
    Rule {
        if (!fault.canMeet(call)) {
            throw new IllegalArgumentException("a call %s cannot meet %s; those that can are %s"
                    .formatted(call, fault.getClass().getSimpleName(), Chances.of(fault)));
        }
    }

    @Override
    public String toString() {
        return "%s, %s: %s".formatted(call, when, fault);
    }
}
