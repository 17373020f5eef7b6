package dev.writeback.plan;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.EntryId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One thing that was done. */
public sealed interface JournalRecord {

    /** The run that it was done in: the {@code cycleId} of its status. */
    String run();

    /** When. */
    Instant at();

    /** The cloud object that it was about. */
    CloudObjectId object();

    /**
     * An entry was changed.
     *
     * @param entry which entry
     * @param changes one for each attribute that was modified
     * @param undoes the run that it takes back; nothing if it brings what the cloud states
     */
    record Written(
            String run, Instant at, CloudObjectId object, EntryId entry, List<Change> changes, Optional<String> undoes)
            implements JournalRecord {
        public Written {
            changes = List.copyOf(changes);
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("the journal's record of %s changes nothing".formatted(entry));
            }
        }

        /** Of a write that brings what the cloud states. */
        public Written(String run, Instant at, CloudObjectId object, EntryId entry, List<Change> changes) {
            this(run, at, object, entry, changes, Optional.empty());
        }

        /** The record as it may be shown: values that are not to be seen are replaced by {@code [Redact]}. */
        public Written shown() {
            List<Change> shown = changes.stream().map(Change::shown).toList();
            return new Written(run, at, object, entry, shown, undoes);
        }
    }

    /**
     * Somebody decided about an attribute that was parked.
     *
     * @param attribute which attribute
     * @param choice whose value is right
     * @param cloud what the cloud wanted then
     * @param directory what the directory had then
     * @param disclosure whether the values may be shown
     */
    record Decided(
            String run,
            Instant at,
            CloudObjectId object,
            AttributeName attribute,
            Side choice,
            List<AttributeValue> cloud,
            List<AttributeValue> directory,
            Disclosure disclosure)
            implements JournalRecord {
        public Decided {
            cloud = List.copyOf(cloud);
            directory = List.copyOf(directory);
            if (choice == Side.BOTH) {
                throw new IllegalArgumentException("a decision about %s is for one side".formatted(attribute));
            }
        }

        /** The record as it may be shown: values that are not to be seen are replaced by {@code [Redact]}. */
        public Decided shown() {
            return new Decided(
                    run,
                    at,
                    object,
                    attribute,
                    choice,
                    disclosure.shown(cloud),
                    disclosure.shown(directory),
                    disclosure);
        }
    }

    /**
     * What became of one attribute.
     *
     * @param attribute which one
     * @param before all its values before the write; none if it had none
     * @param after all its values after it
     * @param disclosure whether the values may be shown
     */
    record Change(
            AttributeName attribute, List<AttributeValue> before, List<AttributeValue> after, Disclosure disclosure) {
        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        Change shown() {
            return new Change(attribute, disclosure.shown(before), disclosure.shown(after), disclosure);
        }
    }
}
