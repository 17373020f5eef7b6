package dev.writeback.testkit.arbitrary;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.EntryId;
import dev.writeback.plan.Modification;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.LookupRequest;
import dev.writeback.spi.Parking;
import dev.writeback.spi.Settlement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Values of {@code dev.writeback.spi} that ask for more than their components. */
final class PortValues {

    static final Map<Class<?>, Function<Derivation, Arbitrary<?>>> SPECIAL = new LinkedHashMap<>();

    static {
        SPECIAL.put(Cursor.class, it -> Texts.of(it.mood()).map(Cursor::new));
        SPECIAL.put(
                Claim.Next.class,
                it -> Combinators.combine(numbers(), it.of(Instant.class)).as(Claim.Next::new));
        SPECIAL.put(
                Claim.Overdue.class,
                it -> Combinators.combine(numbers(), it.of(Instant.class)).as(Claim.Overdue::new));
        SPECIAL.put(Claim.Held.class, it -> numbers().map(Claim.Held::new));
        SPECIAL.put(Settlement.Held.class, it -> PlanValues.writing(it).map(Settlement.Held::new));
        SPECIAL.put(
                Settlement.Waiting.class,
                it -> Combinators.combine(it.of(Instant.class), it.some(CloudObjectId.class))
                        .as(Settlement.Waiting::new));
        SPECIAL.put(
                Settlement.Parked.class,
                it -> it.of(Parking.class)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .uniqueElements(Parking::attribute)
                        .map(Settlement.Parked::new));
        SPECIAL.put(EntryWrite.class, PortValues::writes);
        SPECIAL.put(LookupRequest.class, PortValues::lookups);
    }

    private PortValues() {}

    private static Arbitrary<Integer> numbers() {
        return Arbitraries.integers().between(1, 1_000);
    }

    private static Arbitrary<EntryWrite> writes(Derivation it) {
        Arbitrary<List<Modification>> modifications =
                it.of(Modification.class).list().ofMinSize(1).ofMaxSize(3).uniqueElements(Modification::attribute);
        return Combinators.combine(it.of(EntryId.class), it.of(String.class), modifications)
                .as(EntryWrite::new);
    }

    /** Lookups of entries of which nothing was agreed. */
    private static Arbitrary<LookupRequest> lookups(Derivation it) {
        Arbitrary<Map<AttributeName, AttributeSyntax>> attributes = Arbitraries.maps(
                        it.of(AttributeName.class), Arbitraries.of(AttributeSyntax.class))
                .ofMaxSize(4);
        return Combinators.combine(ModelValues.anchors(it).list().ofMaxSize(3), attributes)
                .as(LookupRequest::new);
    }
}
