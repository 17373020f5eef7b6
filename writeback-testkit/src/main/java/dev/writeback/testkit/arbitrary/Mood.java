package dev.writeback.testkit.arbitrary;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** How much values are meant to break something. */
enum Mood {
    MIXED,
    ORDINARY,
    HOSTILE;

    /** So many of the ordinary ones come with one that is hostile. */
    private static final int ORDINARY_ONES = 9;

    /** Of these two kinds of a value what fits the mood; shrinks to ordinary ones. */
    <T> Arbitrary<T> of(Arbitrary<T> ordinary, Arbitrary<T> hostile) {
        return switch (this) {
            case ORDINARY -> ordinary;
            case HOSTILE -> hostile;
            case MIXED -> Arbitraries.frequencyOf(Tuple.of(ORDINARY_ONES, ordinary), Tuple.of(1, hostile));
        };
    }
}
