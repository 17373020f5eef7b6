package dev.writeback.testkit.fault;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What entries held when they were last looked at. */
final class FormerEntries {

    private record Seen(DirectoryEntry entry, Set<AttributeName> asked) {}

    private final Map<ObjectGuid, Seen> seen = new ConcurrentHashMap<>();

    void saw(LookupRequest request, List<LookupOutcome> outcomes) {
        outcomes.forEach(outcome -> {
            if (outcome instanceof LookupOutcome.Found found) {
                seen.put(
                        found.entry().id().guid(),
                        new Seen(found.entry(), request.attributes().keySet()));
            }
        });
    }

    /** The outcome as it was at the last look, as far as it was looked at. */
    LookupOutcome of(LookupRequest request, LookupOutcome now) {
        if (!(now instanceof LookupOutcome.Found found)) {
            return now;
        }
        Seen before = seen.get(found.entry().id().guid());
        return before == null
                ? now
                : new LookupOutcome.Found(
                        old(before, found.entry(), request.attributes().keySet()), found.match());
    }

    private static DirectoryEntry old(Seen before, DirectoryEntry now, Set<AttributeName> wanted) {
        Map<AttributeName, List<AttributeValue>> values = new LinkedHashMap<>();
        wanted.forEach(name ->
                values.put(name, before.asked().contains(name) ? before.entry().values(name) : now.values(name)));
        return new DirectoryEntry(
                before.entry().id(),
                values,
                now.server(),
                before.entry().changed(),
                before.entry().mark(),
                now.outside());
    }
}
