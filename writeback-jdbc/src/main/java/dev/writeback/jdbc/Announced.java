package dev.writeback.jdbc;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.JournalRecord;

/** A write that is about to be made, and how it is stored. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares it; the bytes are written once more when it was made
record Announced(JournalRecord.Written write, byte[] content) {

    static Announced of(JournalRecord.Written write) {
        return new Announced(write, JournalJson.bytes(write));
    }

    CloudObjectId id() {
        return write.object();
    }
}
