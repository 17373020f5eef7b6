package dev.writeback.engine.simulation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What happens, from the first to the last event; after it the writers rest, nothing fails any more, and the nodes run
 * until there is nothing to do.
 *
 * @param policy what the profile says
 */
record History(Policy policy, List<Event> events) {

    History {
        events = List.copyOf(events);
    }

    /** The history that lines tell of: the policy, then one event each. */
    static History of(String lines) {
        List<String> all = lines.lines().filter(line -> !line.isBlank()).toList();
        return new History(
                Policy.read(all.get(0)), all.stream().skip(1).map(Event::of).toList());
    }

    History withEvents(List<Event> others) {
        return new History(policy, others);
    }

    /** Whether somebody edits the directory. */
    boolean isEdited() {
        return events.stream().anyMatch(Event.Edit.class::isInstance);
    }

    /** Whether a second node takes part. */
    boolean hasTwoNodes() {
        return events.stream()
                .anyMatch(event -> (event instanceof Event.Step step && step.node() == Event.Name.B)
                        || (event instanceof Event.Reach reach && reach.node() == Event.Name.B));
    }

    @Override
    public String toString() {
        return events.stream().map(Event::toString).collect(Collectors.joining("\n", policy + "\n", "\n"));
    }
}
