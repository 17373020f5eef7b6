package dev.writeback.testkit.arbitrary;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/**
 * Histories about a vocabulary, for arbitraries of one's own. Immutable.
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<History> calm() {
 *     return Histories.of(Vocabulary.exchangeOnline()).without(HistoryStep.Failed.class).arbitrary();
 * }
 * }</pre>
 */
public final class Histories {

    private static final int MAILBOXES = 3;
    private static final int MOST_STEPS = 20;
    private static final int NEWEST = 9;

    private final Vocabulary vocabulary;
    private final int mailboxes;
    private final int most;
    private final Set<Class<?>> left;

    private Histories(Vocabulary vocabulary, int mailboxes, int most, Set<Class<?>> left) {
        this.vocabulary = vocabulary;
        this.mailboxes = mailboxes;
        this.most = most;
        this.left = Set.copyOf(left);
    }

    /** Histories of three mailboxes, of up to 20 steps of every kind. */
    public static Histories of(Vocabulary vocabulary) {
        return new Histories(vocabulary, MAILBOXES, MOST_STEPS, Set.of());
    }

    /** The same of so many mailboxes, 1 or more. */
    public Histories mailboxes(int number) {
        return new Histories(vocabulary, number, most, left);
    }

    /** The same of so many steps at most, 0 or more. */
    public Histories steps(int atMost) {
        return new Histories(vocabulary, mailboxes, atMost, left);
    }

    /** The same without steps of this kind. */
    public Histories without(Class<? extends HistoryStep> kind) {
        Set<Class<?>> all = new LinkedHashSet<>(left);
        all.add(kind);
        return new Histories(vocabulary, mailboxes, most, all);
    }

    /** The histories. */
    public Arbitrary<History> arbitrary() {
        List<Tuple2<Integer, Arbitrary<HistoryStep>>> steps = new ArrayList<>();
        add(steps, 5, HistoryStep.Ran.class, Arbitraries.just(new HistoryStep.Ran()));
        add(steps, 10, HistoryStep.Stated.class, stated());
        add(steps, 1, HistoryStep.Reconciled.class, Arbitraries.just(new HistoryStep.Reconciled()));
        add(steps, 2, HistoryStep.Repeated.class, numbers(1, 6).map(HistoryStep.Repeated::new));
        add(
                steps,
                1,
                HistoryStep.Removed.class,
                Combinators.combine(Arbitraries.of(boxes().toList()), versions())
                        .as(HistoryStep.Removed::new));
        add(
                steps,
                1,
                HistoryStep.HandedBack.class,
                Combinators.combine(Arbitraries.of(boxes().toList()), versions())
                        .as(HistoryStep.HandedBack::new));
        if (!vocabulary.attributes().isEmpty()) {
            add(steps, 4, HistoryStep.Edited.class, edited());
            add(steps, 2, HistoryStep.Interfered.class, edited().map(HistoryStep.Interfered::new));
        }
        add(steps, 2, HistoryStep.Failed.class, Arbitraries.of(Trouble.class).map(HistoryStep.Failed::new));
        return Arbitraries.frequencyOf(steps)
                .list()
                .ofMaxSize(most)
                .map(History::new)
                .withoutEdgeCases();
    }

    private void add(
            List<Tuple2<Integer, Arbitrary<HistoryStep>>> steps,
            int often,
            Class<? extends HistoryStep> kind,
            Arbitrary<? extends HistoryStep> some) {
        if (!left.contains(kind)) {
            steps.add(Tuple.of(often, some.map(HistoryStep.class::cast)));
        }
    }

    private Arbitrary<HistoryStep.Stated> stated() {
        return Arbitraries.oneOf(boxes().map(mailbox -> Combinators.combine(versions(), attributes(mailbox))
                        .as((version, all) -> new HistoryStep.Stated(mailbox, version, all)))
                .toList());
    }

    private Arbitrary<Map<AttributeName, List<AttributeValue>>> attributes(NumberedMailbox mailbox) {
        if (vocabulary.attributes().isEmpty()) {
            return Arbitraries.just(Map.of());
        }
        return Arbitraries.oneOf(vocabulary.attributes().stream()
                        .map(one -> one.stated().apply(mailbox).map(values -> Map.of(one.cloud(), values)))
                        .toList())
                .list()
                .ofMaxSize(3)
                .map(Histories::together);
    }

    private static Map<AttributeName, List<AttributeValue>> together(
            List<Map<AttributeName, List<AttributeValue>>> statements) {
        Map<AttributeName, List<AttributeValue>> all = new LinkedHashMap<>();
        statements.forEach(all::putAll);
        return all;
    }

    private Arbitrary<HistoryStep.Edited> edited() {
        return Arbitraries.oneOf(boxes().flatMap(mailbox -> vocabulary.attributes().stream()
                        .map(one -> one.held()
                                .apply(mailbox)
                                .map(values -> new HistoryStep.Edited(mailbox, one.directory(), values))))
                .toList());
    }

    private Stream<NumberedMailbox> boxes() {
        return IntStream.range(0, mailboxes).mapToObj(NumberedMailbox::new);
    }

    private static Arbitrary<Long> versions() {
        return Arbitraries.longs().between(1, NEWEST);
    }

    private static Arbitrary<Integer> numbers(int least, int most) {
        return Arbitraries.integers().between(least, most);
    }
}
