package dev.writeback.testkit.fault;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was told of entries when they were last looked at, by attribute: not every look asks for all of them. */
final class FormerEntries {

    private final Map<ObjectGuid, Map<AttributeName, DirectoryEntry>> told = new ConcurrentHashMap<>();

    void told(LookupRequest request, List<LookupOutcome> outcomes) {
        outcomes.forEach(outcome -> {
            if (outcome instanceof LookupOutcome.Found found) {
                Map<AttributeName, DirectoryEntry> last = new HashMap<>();
                request.attributes().keySet().forEach(name -> last.put(name, found.entry()));
                told.merge(found.entry().id().guid(), last, FormerEntries::merged);
            }
        });
    }

    private static Map<AttributeName, DirectoryEntry> merged(
            Map<AttributeName, DirectoryEntry> before, Map<AttributeName, DirectoryEntry> last) {
        Map<AttributeName, DirectoryEntry> all = new HashMap<>(before);
        all.putAll(last);
        return all;
    }

    /** The outcome as it was at the last look, as far as it was looked at; this one if no value was another then. */
    LookupOutcome of(LookupRequest request, LookupOutcome now) {
        if (!(now instanceof LookupOutcome.Found found)) {
            return now;
        }
        DirectoryEntry entry = found.entry();
        Map<AttributeName, DirectoryEntry> before = told.getOrDefault(entry.id().guid(), Map.of());
        Map<AttributeName, List<AttributeValue>> values = new LinkedHashMap<>();
        request.attributes()
                .keySet()
                .forEach(name ->
                        values.put(name, before.getOrDefault(name, entry).values(name)));
        return values.keySet().stream()
                .filter(name -> !entry.values(name).equals(values.get(name)))
                .findFirst()
                .<LookupOutcome>map(name ->
                        new LookupOutcome.Found(old(before.getOrDefault(name, entry), values, entry), found.match()))
                .orElse(now);
    }

    private static DirectoryEntry old(
            DirectoryEntry before, Map<AttributeName, List<AttributeValue>> values, DirectoryEntry now) {
        return new DirectoryEntry(before.id(), values, now.server(), before.changed(), before.mark(), now.outside());
    }
}
