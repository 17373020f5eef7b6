package dev.writeback.engine.simulation;

import dev.writeback.engine.run.Cycle;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Stated;
import dev.writeback.spi.WorkItem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one write did to one field.
 *
 * @param item the object, as it was claimed
 * @param kind what the run was for
 * @param before the entry before it
 * @param after the entry after it
 */
record WriteOf(WorkItem item, Cycle.Kind kind, Field field, DirectoryEntry before, DirectoryEntry after) {

    List<AttributeValue> was() {
        return before.values(field.directory());
    }

    List<AttributeValue> isTo() {
        return after.values(field.directory());
    }

    Optional<Stated<List<AttributeValue>>> stated() {
        return Optional.ofNullable(item.object().attributes().get(field.cloud()));
    }

    List<AttributeValue> wanted() {
        return stated().map(Stated::value).orElseGet(List::of);
    }

    Oracle oracle(Policy policy) {
        return new Oracle(
                policy.of(field),
                kind,
                agreed(),
                wanted(),
                was(),
                stated().flatMap(Stated::at),
                before.changed(field.directory()));
    }

    boolean isFirstContact() {
        return agreed().isEmpty();
    }

    /** What the cloud states and did not when both agreed. */
    Set<String> news() {
        Set<String> news = Witness.identities(wanted());
        agreed().ifPresent(agreement -> news.removeAll(Witness.identities(agreement.cloud())));
        return news;
    }

    /** What the cloud stated once and states no longer. */
    Set<String> onceOfTheCloud() {
        Set<String> once = new HashSet<>();
        agreed().ifPresent(agreement -> once.addAll(Witness.identities(agreement.cloud())));
        once.addAll(Witness.identities(List.copyOf(item.object().former().getOrDefault(field.cloud(), Set.of()))));
        once.removeAll(Witness.identities(wanted()));
        return once;
    }

    private Optional<Agreement> agreed() {
        return item.baseline().agreement(field.directory());
    }

    @Override
    public String toString() {
        return "the %s of %s, where %s was agreed, goes from %s to %s and the cloud states %s"
                .formatted(field, item.object().id(), agreed(), was(), isTo(), wanted());
    }
}
