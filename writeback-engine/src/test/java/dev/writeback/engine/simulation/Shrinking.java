package dev.writeback.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds a shorter history that still shows what a longer one shows. */
final class Shrinking {

    private Shrinking() {}

    /** A history of which no single event can be left out any more. */
    static History shortest(History history, Predicate<History> isWrong) {
        History shortest = history;
        for (int size = Math.max(1, history.events().size() / 2); size > 0; size /= 2) {
            for (int from = 0; from < shortest.events().size(); ) {
                History shorter = without(shortest, from, size);
                if (isWrong.test(shorter)) {
                    shortest = shorter;
                    size = Math.max(1, Math.min(size, shortest.events().size()));
                } else {
                    from += size;
                }
            }
        }
        return shortest;
    }

    private static History without(History history, int from, int size) {
        List<Event> events = new ArrayList<>(history.events());
        events.subList(from, Math.min(events.size(), from + size)).clear();
        return history.withEvents(events);
    }
}
