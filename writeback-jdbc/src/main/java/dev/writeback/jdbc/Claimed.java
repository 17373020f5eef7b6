package dev.writeback.jdbc;

import dev.writeback.model.CloudObjectId;
import java.util.HashSet;
import java.util.Set;

/** An object in this process's hands. Guarded by {@link Hands}. */
final class Claimed {

    final CloudObjectId id;
    final long nr;

    /** The node that this process was when it took it. */
    final long token;

    /** The last change that was taken in before. */
    final long after;

    /** Whether something was agreed about it before. */
    boolean isAgreed;

    /** The batches in which writes of it were announced. */
    final Set<Long> batches = new HashSet<>();

    Claimed(CloudObjectId id, long nr, long token, long after) {
        this.id = id;
        this.nr = nr;
        this.token = token;
        this.after = after;
    }
}
