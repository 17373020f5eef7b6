package dev.writeback.testkit.arbitrary;

import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/** Draws until a value fails, and takes a smaller one that fails too as long as there is one, as jqwik does. */
final class Shrinking {

    private static final int MOST_DRAWS = 2_000;
    private static final int MOST_STEPS = 1_000;

    private Shrinking() {}

    static <T> T smallest(Arbitrary<T> arbitrary, long seed, Predicate<T> fails) {
        Random random = new Random(seed);
        RandomGenerator<T> generator = arbitrary.generator(1000);
        Shrinkable<T> failure = Stream.generate(() -> generator.next(random))
                .limit(MOST_DRAWS)
                .filter(one -> fails.test(one.value()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("none of %d values fails".formatted(MOST_DRAWS)));
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<Shrinkable<T>> smaller =
                    failure.shrink().filter(one -> fails.test(one.value())).findFirst();
            if (smaller.isEmpty()) {
                return failure.value();
            }
            failure = smaller.get();
        }
        throw new AssertionError("it shrinks for ever, by now to " + failure.value());
    }
}
