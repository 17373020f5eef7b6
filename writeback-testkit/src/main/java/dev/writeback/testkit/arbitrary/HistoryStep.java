package dev.writeback.testkit.arbitrary;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One thing that happens in a {@link History}. Each prints as one line. */
public sealed interface HistoryStep {

    /** The cloud says something that it has not said before. */
    sealed interface News extends HistoryStep {

        /** The change that says so. */
        CloudChange change();
    }

    /**
     * The cloud states attributes.
     *
     * @param mailbox of which mailbox
     * @param version in which version; a lower one than before is one that comes late
     * @param attributes the values by cloud attribute, none to clear it
     */
    record Stated(NumberedMailbox mailbox, long version, Map<AttributeName, List<AttributeValue>> attributes)
            implements News {

        public Stated {
            Map<AttributeName, List<AttributeValue>> copy = new LinkedHashMap<>();
            attributes.forEach((name, values) -> copy.put(name, List.copyOf(values)));
            attributes = Collections.unmodifiableMap(copy);
        }

        @Override
        public CloudChange change() {
            return ChangeOf.stated(this);
        }

        @Override
        public String toString() {
            return "the cloud states of %s, version %d: %s".formatted(mailbox, version, StepText.of(attributes));
        }
    }

    /**
     * The cloud no longer has a mailbox.
     *
     * @param mailbox which mailbox
     * @param version in which version
     */
    record Removed(NumberedMailbox mailbox, long version) implements News {

        @Override
        public CloudChange change() {
            return mailbox.cloud().version(version).removal();
        }

        @Override
        public String toString() {
            return "the cloud removes %s, version %d".formatted(mailbox, version);
        }
    }

    /**
     * The cloud hands a mailbox back to the management of the directory.
     *
     * @param mailbox which mailbox
     * @param version in which version
     */
    record HandedBack(NumberedMailbox mailbox, long version) implements News {

        @Override
        public CloudChange change() {
            return mailbox.cloud().managedInDirectory().version(version).change();
        }

        @Override
        public String toString() {
            return "the cloud hands %s back, version %d".formatted(mailbox, version);
        }
    }

    /**
     * The cloud delivers something that it has delivered before.
     *
     * @param back how many changes back, 1 for the last one; nothing comes if there are not so many
     */
    record Repeated(int back) implements HistoryStep {

        public Repeated {
            if (back < 1) {
                throw new IllegalArgumentException(
                        "the cloud cannot repeat what it said %d before; 1 is the last change".formatted(back));
            }
        }

        @Override
        public String toString() {
            return "the cloud repeats what it said %d before".formatted(back);
        }
    }

    /**
     * Somebody edits the directory.
     *
     * @param mailbox the entry of which mailbox
     * @param attribute the directory attribute
     * @param values what it holds from then on
     */
    record Edited(NumberedMailbox mailbox, AttributeName attribute, List<AttributeValue> values)
            implements HistoryStep {

        public Edited {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return "somebody sets %s of %s to %s".formatted(attribute, mailbox, StepText.of(values));
        }
    }

    /**
     * Somebody edits the directory right before the next write to the entry, after it was read.
     *
     * @param edit what is edited
     */
    record Interfered(Edited edit) implements HistoryStep {

        @Override
        public String toString() {
            return "right before the next write to it, " + edit;
        }
    }

    /**
     * Something goes wrong once.
     *
     * @param trouble what
     */
    record Failed(Trouble trouble) implements HistoryStep {

        @Override
        public String toString() {
            return trouble.toString();
        }
    }

    /** The engine brings over what changed. */
    record Ran() implements HistoryStep {

        @Override
        public String toString() {
            return "the engine runs";
        }
    }

    /** The engine brings everything to what the authorities say, whether or not it changed. */
    record Reconciled() implements HistoryStep {

        @Override
        public String toString() {
            return "the engine reconciles";
        }
    }
}
