package dev.writeback.testkit.arbitrary;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.EntryId;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Conflict;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Side;
import dev.writeback.plan.Status;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Values of {@code dev.writeback.plan} that ask for more than their components. */
final class PlanValues {

    static final Map<Class<?>, Function<Derivation, Arbitrary<?>>> SPECIAL = new LinkedHashMap<>();

    static {
        SPECIAL.put(Modification.class, it -> modifications(it));
        SPECIAL.put(AttributeDecision.class, it -> new Decisions(it).any());
        SPECIAL.put(Plan.class, it -> Arbitraries.oneOf(resting(it), writing(it)));
        SPECIAL.put(Conflict.class, it -> conflicts(it));
        SPECIAL.put(Status.class, it -> statuses(it));
        SPECIAL.put(
                JournalRecord.Written.class,
                it -> Combinators.combine(
                                it.of(String.class),
                                it.of(Instant.class),
                                it.of(CloudObjectId.class),
                                it.of(EntryId.class),
                                it.some(JournalRecord.Change.class),
                                it.of(String.class).optional(0.2))
                        .as(JournalRecord.Written::new));
        SPECIAL.put(
                JournalRecord.Decided.class,
                it -> Combinators.combine(
                                it.of(String.class),
                                it.of(Instant.class),
                                it.of(CloudObjectId.class),
                                it.of(AttributeName.class),
                                Arbitraries.of(Side.CLOUD, Side.DIRECTORY),
                                it.few(AttributeValue.class),
                                it.few(AttributeValue.class),
                                Arbitraries.of(Disclosure.class))
                        .as(JournalRecord.Decided::new));
    }

    private PlanValues() {}

    private static Arbitrary<Modification> modifications(Derivation it) {
        Arbitrary<List<AttributeValue>> values = it.few(AttributeValue.class);
        return Combinators.combine(it.of(AttributeName.class), values, values, it.of(AttributeValue.class))
                .as((name, remove, add, one) -> remove.isEmpty() && add.isEmpty()
                        ? new Modification(name, List.of(), List.of(one))
                        : new Modification(name, remove, add));
    }

    /** Plans that write. */
    static Arbitrary<Plan> writing(Derivation it) {
        return Combinators.combine(
                        it.of(CloudObjectId.class),
                        it.of(EntryId.class),
                        new Decisions(it).writing(),
                        it.few(AttributeDecision.class))
                .as((object, entry, first, others) -> new Plan(
                        object, Optional.of(entry), Decisions.distinct(first, others), new Disposition.Write()));
    }

    private static Arbitrary<Plan> resting(Derivation it) {
        Arbitrary<Disposition> dispositions = Arbitraries.oneOf(
                it.of(Disposition.Skip.class).map(Disposition.class::cast),
                it.of(Disposition.Refuse.class).map(Disposition.class::cast));
        return Combinators.combine(
                        it.of(CloudObjectId.class),
                        it.of(EntryId.class).optional(0.8),
                        it.few(AttributeDecision.class).map(Decisions::distinct),
                        dispositions)
                .as(Plan::new);
    }

    /** Conflicts of values that the attribute can hold, and of which there are two. */
    private static Arbitrary<Conflict> conflicts(Derivation it) {
        return Arbitraries.oneOf(Stream.of(AttributeSyntax.values())
                .map(syntax -> conflicts(it, syntax))
                .toList());
    }

    private static Arbitrary<Conflict> conflicts(Derivation it, AttributeSyntax syntax) {
        Arbitrary<List<AttributeValue>> values =
                FittingValues.of(syntax, it.mood()).list().ofMaxSize(3).uniqueElements(syntax::identity);
        return Combinators.combine(
                        it.of(CloudObjectId.class),
                        it.of(AttributeName.class),
                        values,
                        values,
                        values.optional(),
                        it.of(Instant.class).optional(),
                        it.of(Instant.class).optional())
                .as((object, name, cloud, directory, agreed, stated, changed) ->
                        new Conflict(object, name, syntax, cloud, directory, agreed, stated, changed))
                .filter(conflict -> !syntax.same(conflict.cloud(), conflict.directory()));
    }

    /** Statuses whose object is the one of their plan. */
    private static Arbitrary<Status> statuses(Derivation it) {
        return StatusParts.arbitrary(it).map(StatusParts::status);
    }
}
