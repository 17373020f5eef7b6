package dev.writeback.testkit.law;

import dev.writeback.testkit.arbitrary.CarriedAttribute;
import dev.writeback.testkit.arbitrary.Histories;
import dev.writeback.testkit.arbitrary.History;
import dev.writeback.testkit.arbitrary.HistoryStep;
import dev.writeback.testkit.arbitrary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Histories with an end that most laws would have to wait for: the cloud has news, a run writes them, somebody edits. */
final class Endings {

    private static final int MOST_STEPS = 12;
    private static final int FEW = 3;
    /** Newer than all versions of a history. */
    private static final int NEWER = 10;

    private static final HistoryStep RUN = new HistoryStep.Ran();

    private Endings() {}

    /** Somebody interferes with the last run. One mailbox, so that somebody is there at the same time as the engine. */
    static Arbitrary<History> interfered(Vocabulary vocabulary) {
        return about(vocabulary, few -> {
            Histories all = Histories.of(few)
                    .mailboxes(1)
                    .without(HistoryStep.Edited.class)
                    .without(HistoryStep.Removed.class)
                    .without(HistoryStep.HandedBack.class);
            return ending(all, HistoryStep.Interfered.class, (news, edits) -> join(news, edits, History.of(RUN)));
        });
    }

    /** Somebody edits after the last run. */
    static Arbitrary<History> edited(Vocabulary vocabulary) {
        return about(vocabulary, few -> {
            Histories all = Histories.of(few)
                    .without(HistoryStep.Interfered.class)
                    .without(HistoryStep.Failed.class)
                    .without(HistoryStep.Reconciled.class);
            return ending(all, HistoryStep.Edited.class, (news, edits) -> join(news, History.of(RUN), edits));
        });
    }

    private static Arbitrary<History> about(Vocabulary vocabulary, Function<Vocabulary, Arbitrary<History>> histories) {
        List<CarriedAttribute> all = vocabulary.attributes();
        if (all.isEmpty()) {
            return Histories.of(vocabulary).arbitrary();
        }
        List<Arbitrary<History>> some = new ArrayList<>(List.of(histories.apply(vocabulary)));
        for (int first = 0; first < all.size(); first += FEW) {
            Set<CarriedAttribute> few = Set.copyOf(all.subList(first, Math.min(first + FEW, all.size())));
            some.add(histories.apply(vocabulary.only(few::contains)));
        }
        return Arbitraries.oneOf(some);
    }

    private static Arbitrary<History> ending(
            Histories all, Class<? extends HistoryStep> kind, BiFunction<History, History, History> end) {
        return Combinators.combine(
                        all.steps(MOST_STEPS).arbitrary(), only(all, HistoryStep.Stated.class), only(all, kind))
                .as((before, news, edits) -> join(before, end.apply(newer(news), edits)));
    }

    private static Arbitrary<History> only(Histories all, Class<? extends HistoryStep> kind) {
        Histories some = all.steps(FEW);
        for (Class<?> other : HistoryStep.class.getPermittedSubclasses()) {
            if (other == HistoryStep.News.class) {
                for (Class<?> news : other.getPermittedSubclasses()) {
                    some = without(some, kind, news);
                }
            } else {
                some = without(some, kind, other);
            }
        }
        return some.arbitrary();
    }

    private static Histories without(Histories all, Class<? extends HistoryStep> kind, Class<?> other) {
        return other == kind ? all : all.without(other.asSubclass(HistoryStep.class));
    }

    private static History newer(History news) {
        return new History(news.steps().stream()
                .map(step -> step instanceof HistoryStep.Stated it
                        ? new HistoryStep.Stated(it.mailbox(), it.version() + NEWER, it.attributes())
                        : step)
                .toList());
    }

    private static History join(History... parts) {
        return new History(
                Stream.of(parts).flatMap(part -> part.steps().stream()).toList());
    }
}
