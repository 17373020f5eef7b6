package dev.writeback.testkit.arbitrary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
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
    private static final int FEW = 3;

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

    /** The histories; most are about few attributes, so that both sides meet at one. */
    public Arbitrary<History> arbitrary() {
        List<CarriedAttribute> all = vocabulary.attributes();
        List<Arbitrary<History>> some = new ArrayList<>(List.of(about(vocabulary)));
        for (int first = 0; first < all.size(); first += FEW) {
            Set<CarriedAttribute> few = Set.copyOf(all.subList(first, Math.min(first + FEW, all.size())));
            some.add(about(vocabulary.only(few::contains)));
        }
        return Arbitraries.oneOf(some).withoutEdgeCases();
    }

    private Arbitrary<History> about(Vocabulary few) {
        Steps steps = new Steps(few, mailboxes);
        List<Tuple2<Integer, Arbitrary<HistoryStep>>> kinds = new ArrayList<>();
        add(kinds, 5, HistoryStep.Ran.class, Arbitraries.just(new HistoryStep.Ran()));
        add(kinds, 10, HistoryStep.Stated.class, steps.stated());
        add(kinds, 1, HistoryStep.Reconciled.class, Arbitraries.just(new HistoryStep.Reconciled()));
        add(
                kinds,
                2,
                HistoryStep.Repeated.class,
                Arbitraries.integers().between(1, 6).map(HistoryStep.Repeated::new));
        add(kinds, 1, HistoryStep.Removed.class, steps.removed());
        add(kinds, 1, HistoryStep.HandedBack.class, steps.handedBack());
        if (!few.attributes().isEmpty()) {
            add(kinds, 4, HistoryStep.Edited.class, steps.edited());
            add(kinds, 2, HistoryStep.Interfered.class, steps.edited().map(HistoryStep.Interfered::new));
        }
        add(kinds, 2, HistoryStep.Failed.class, Arbitraries.of(Trouble.class).map(HistoryStep.Failed::new));
        return Arbitraries.frequencyOf(kinds).list().ofMaxSize(most).map(History::new);
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
}
