package dev.writeback.testkit.arbitrary;

import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What happens around an engine, step by step: the cloud and somebody in the directory change things, something fails,
 * the engine runs. {@code @ForAll History} gives histories about the attributes of {@link Vocabulary#exchangeOnline};
 * {@link Histories} gives others. It prints a step a line, and a property that it breaks is shown with few steps.
 *
 * @param steps in their order
 */
public record History(List<HistoryStep> steps) {

    public History {
        steps = List.copyOf(steps);
    }

    /** The history of these steps. */
    public static History of(HistoryStep... steps) {
        return new History(List.of(steps));
    }

    /** All that the cloud delivers, in the order in which it does, what it repeats as often as it does. */
    public List<CloudChange> changes() {
        List<CloudChange> changes = new ArrayList<>();
        for (HistoryStep step : steps) {
            if (step instanceof HistoryStep.News news) {
                changes.add(news.change());
            } else if (step instanceof HistoryStep.Repeated again && again.back() <= changes.size()) {
                changes.add(changes.get(changes.size() - again.back()));
            }
        }
        return changes;
    }

    /** What is known of each object in the end: the join of all that was said of it. */
    public Map<CloudObjectId, CloudObject> objects() {
        Map<CloudObjectId, CloudObject> objects = new LinkedHashMap<>();
        changes().forEach(change -> objects.merge(change.id(), CloudObject.of(change), (all, one) -> all.join(change)));
        return objects;
    }

    /** The history of those steps alone that fit. */
    public History only(Predicate<HistoryStep> fits) {
        return new History(steps.stream().filter(fits).toList());
    }

    /** A step a line, each with its number. */
    @Override
    public String toString() {
        return steps.isEmpty()
                ? "nothing happens"
                : IntStream.range(0, steps.size())
                        .mapToObj(i -> "%n%3d. %s".formatted(i + 1, steps.get(i)))
                        .collect(Collectors.joining());
    }
}
