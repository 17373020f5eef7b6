package dev.writeback.spi;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a claimed item.
 *
 * @param item the item as it was claimed
 * @param end how it goes on
 * @param baseline what is agreed from now on; nothing to leave it as it was
 * @param status what to report; nothing if it is not the last word
 * @param journaling what the journal keeps; a write that was announced for the object and is not mentioned was not made
 */
public record Settlement(
        WorkItem item, End end, Optional<Baseline> baseline, Optional<Status> status, Journaling journaling) {

    /** Of an item of which nothing was written. */
    public Settlement(WorkItem item, End end, Optional<Baseline> baseline, Optional<Status> status) {
        this(item, end, baseline, status, Journaling.nothing());
    }

    /** How an item goes on. */
    public sealed interface End {}

    /** It is done, unless a newer state came in meanwhile. */
    public record Done() implements End {}

    /**
     * It failed and is tried again.
     *
     * @param until not before this time
     * @param why what went wrong; nothing if that is not said
     */
    public record Escrowed(Instant until, Optional<Problem> why) implements End {

        /** Of a failure of which nothing is said. */
        public Escrowed(Instant until) {
            this(until, Optional.empty());
        }
    }

    /**
     * It has waited too long and is given up. It is looked at again when something new is said about it, when it is
     * reopened by name, and when all objects are; not by itself, and not with those in escrow. What was said since it was
     * claimed counts too: then it stays pending. Its failures are counted anew.
     *
     * @param why what went wrong
     */
    public record Expired(Problem why) implements End {}

    /**
     * Its run is held, which would have written this. It is looked at again when somebody decides about the run; and, as
     * if nobody had held it, when something new is said about it, when it is reopened by name, and when all objects are:
     * then the plan is dropped. What was said since it was claimed counts too: then it stays pending, and the plan is not
     * kept. Its failures are counted anew.
     *
     * @param plan what is to be written if somebody approves, with every value that it was made from
     */
    public record Held(Plan plan) implements End {
        public Held {
            if (!plan.writes()) {
                throw new IllegalArgumentException(
                        "the plan of %s writes nothing, so there is nothing to hold".formatted(plan.object()));
            }
        }
    }

    /**
     * It is done as far as it can be, and the rest waits for other objects. It is looked at again as soon as something new
     * is said about one of them, be it the first thing ever. What was said since the item was claimed counts too: then it
     * stays pending. It did not fail, so it is not in escrow.
     *
     * @param until when it is looked at again at the latest
     * @param objects what it waits for; one or more
     */
    public record Waiting(Instant until, List<CloudObjectId> objects) implements End {
        public Waiting {
            objects = objects.stream().distinct().toList();
            if (objects.isEmpty()) {
                throw new IllegalArgumentException("an item waits for one object or more, not for none");
            }
        }
    }

    /**
     * It is done as far as it can be, and a person must decide the rest. It is looked at again when something new is said
     * about it, when somebody decides, and when all objects are; not by itself.
     *
     * @param conflicts one or more, each attribute once
     */
    public record Parked(List<Parking> conflicts) implements End {
        public Parked {
            conflicts = List.copyOf(conflicts);
            if (conflicts.isEmpty()) {
                throw new IllegalArgumentException("an item is parked because of one conflict or more, not of none");
            }
        }
    }

    /**
     * Its entry is not in scope, and is left as it is. It is looked at again when something new is said about it, when it
     * is reopened by name, and when all objects are; and by name, when what decides the scope has changed. What was said
     * since it was claimed counts too: then it stays pending.
     */
    public record OutOfScope() implements End {}

    /** It is as pending as before, whatever was agreed, told or journaled of it meanwhile. */
    public record Released() implements End {}

    /** An item that was not touched. */
    public static Settlement released(WorkItem item) {
        return new Settlement(
                item, new Released(), Optional.empty(), Optional.empty(), new Journaling(List.of(), item.announced()));
    }
}
