package dev.writeback.testkit.arbitrary;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What values are made of in the end, and the values of this package. */
final class PlainValues {

    private static final long BEGIN = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    private static final int DAY = 86_400;

    static final Map<Class<?>, Function<Derivation, Arbitrary<?>>> SPECIAL = new LinkedHashMap<>();

    static {
        SPECIAL.put(String.class, it -> it.mood().of(Texts.of(it.mood()), Arbitraries.of("", "\0", "\ud800")));
        SPECIAL.put(int.class, it -> Arbitraries.integers().between(0, 100));
        SPECIAL.put(long.class, PlainValues::counts);
        SPECIAL.put(Long.class, PlainValues::counts);
        SPECIAL.put(boolean.class, it -> Arbitraries.of(false, true));
        SPECIAL.put(
                OptionalLong.class,
                it -> anyLong(it.mood())
                        .optional()
                        .map(some -> some.map(OptionalLong::of).orElseGet(OptionalLong::empty)));
        SPECIAL.put(
                UUID.class,
                it -> Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                        .as(UUID::new));
        SPECIAL.put(Instant.class, it -> instants(it.mood()));
        SPECIAL.put(Address.class, it -> Addresses.of(it.mood()));
        SPECIAL.put(ProfileDocument.class, it -> Profiles.of(it.mood()));
        SPECIAL.put(History.class, it -> histories(it.mood()));
        SPECIAL.put(
                NumberedMailbox.class,
                it -> Arbitraries.integers().between(0, 9).map(NumberedMailbox::new));
        SPECIAL.put(Duration.class, it -> Arbitraries.longs().between(0, DAY).map(Duration::ofSeconds));
    }

    private PlainValues() {}

    private static Arbitrary<History> histories(Mood mood) {
        return mood.of(
                Histories.of(Vocabulary.exchangeOnline()).arbitrary(),
                Histories.of(Vocabulary.exchangeOnline().hostile()).arbitrary());
    }

    /** Small numbers as a rule, any if it is hostile. */
    static Arbitrary<Long> anyLong(Mood mood) {
        return mood.of(Arbitraries.longs().between(0, 9), Arbitraries.longs());
    }

    private static Arbitrary<Long> counts(Derivation derivation) {
        return derivation
                .mood()
                .of(Arbitraries.longs().between(0, 9), Arbitraries.longs().greaterOrEqual(0));
    }

    private static Arbitrary<Instant> instants(Mood mood) {
        return mood.of(
                Arbitraries.longs().between(0, DAY).map(second -> Instant.ofEpochSecond(BEGIN + second)),
                Arbitraries.of(
                        Instant.EPOCH,
                        Instant.parse("1601-01-01T00:00:00Z"),
                        Instant.parse("2026-03-29T01:30:00.123456789Z"),
                        Instant.parse("9999-12-31T23:59:59.999Z")));
    }
}
