package dev.writeback.spi;

import dev.writeback.model.CloudObjectId;
import java.time.Instant;
import java.util.List;

/** Which items to take. */
public sealed interface Claim {

    /**
     * Those that have waited longest.
     *
     * @param atMost how many, 1 or more
     * @param now items in escrow, and those that wait for another object, are taken if their time has come
     */
    record Next(int atMost, Instant now) implements Claim {
        public Next {
            requireOne(atMost);
        }
    }

    /**
     * Those that are pending or in escrow, in nobody's hands, and wait since before a time; those first that wait longest.
     * What waits for other objects does not count, and neither does what rests, is parked, held or given up already.
     *
     * @param atMost how many, 1 or more
     * @param before what waits since this time or later is left
     */
    record Overdue(int atMost, Instant before) implements Claim {
        public Overdue {
            requireOne(atMost);
        }
    }

    /**
     * Those that a run which is held would have written, in any order.
     *
     * @param atMost how many, 1 or more
     */
    record Held(int atMost) implements Claim {
        public Held {
            requireOne(atMost);
        }
    }

    /** These objects, whether or not they are pending; one that is unknown or in another's hands is left out. */
    record Objects(List<CloudObjectId> ids) implements Claim {
        public Objects {
            ids = List.copyOf(ids);
        }
    }

    private static void requireOne(int atMost) {
        if (atMost < 1) {
            throw new IllegalArgumentException("a claim is for 1 item or more, not " + atMost);
        }
    }
}
