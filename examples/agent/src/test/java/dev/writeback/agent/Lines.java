package dev.writeback.agent;

import dev.writeback.testkit.directory.EntrySnapshot;

/** Lines of a feed. */
final class Lines {

    private Lines() {}

    /** A cloud-managed object of that entry, with attributes as JSON such as {@code "CustomAttribute1":"x"}. */
    static String of(String id, EntrySnapshot entry, String attributes) {
        return of(id, entry.immutableId(), attributes);
    }

    static String of(String id, String immutableId, String attributes) {
        return "{\"id\":\"%s\",\"version\":1,\"anchor\":{\"immutableId\":\"%s\"},\"attributes\":{\"IsExchangeCloudManaged\":true,%s}}"
                .formatted(id, immutableId, attributes);
    }
}
