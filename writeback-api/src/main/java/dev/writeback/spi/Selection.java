package dev.writeback.spi;

import dev.writeback.model.CloudObjectId;
import java.util.List;

/** Which objects are meant. */
public sealed interface Selection {

    /** Every object that is known. */
    record All() implements Selection {}

    /** Every object in escrow. One that waits for another is not: it did not fail, and comes by itself. */
    record Escrowed() implements Selection {}

    /** These objects; those that are unknown do not count. */
    record Objects(List<CloudObjectId> ids) implements Selection {
        public Objects {
            ids = List.copyOf(ids);
        }
    }
}
