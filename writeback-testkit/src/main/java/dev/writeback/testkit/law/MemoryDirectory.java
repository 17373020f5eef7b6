package dev.writeback.testkit.law;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A small directory in memory and a sink to it: entries by {@code objectGUID}, writes that are conditional. It knows
 * nothing of LDAP, so it is fast; {@link dev.writeback.testkit.directory.InMemoryActiveDirectory} knows. Thread-safe.
 *
 * <p>Its attributes are given by name and syntax: those with several values, and those with one. A write of any other
 * is rejected, as by a schema without it; {@link #set} is not a write, and takes any.
 */
public final class MemoryDirectory implements DirectorySink {

    private static final AttributeName CONSISTENCY = AttributeName.of("mS-DS-ConsistencyGuid");
    private static final AttributeName EXTERNAL_ID = AttributeName.of("msDS-ExternalDirectoryObjectId");

    private final MemorySchema schema;
    private final Map<ObjectGuid, MemoryEntry> entries = new LinkedHashMap<>();

    private MemoryDirectory(MemorySchema schema) {
        this.schema = schema;
    }

    /**
     * An empty directory.
     *
     * @param attributes the attributes that entries may have
     * @param lists those of them that may hold several values
     */
    public static MemoryDirectory of(Map<AttributeName, AttributeSyntax> attributes, Set<AttributeName> lists) {
        return new MemoryDirectory(new MemorySchema(attributes, lists));
    }

    /** Adds an entry without attributes. */
    public synchronized MemoryDirectory add(EntryId id) {
        entries.put(id.guid(), new MemoryEntry(id, Map.of()));
        return this;
    }

    /** Deletes an entry as somebody else would; does nothing if there is none. */
    public synchronized void delete(ObjectGuid entry) {
        entries.remove(entry);
    }

    /** Sets an attribute as somebody else would, if there is such an entry; no values take it away. */
    public synchronized void set(ObjectGuid entry, AttributeName attribute, List<AttributeValue> values) {
        entries.computeIfPresent(entry, (guid, before) -> before.with(attribute, values));
    }

    /** What an entry holds of an attribute; nothing if there is no such entry. */
    public synchronized List<AttributeValue> values(ObjectGuid entry, AttributeName attribute) {
        return Optional.ofNullable(entries.get(entry))
                .map(it -> it.values(attribute))
                .orElse(List.of());
    }

    /** Everything that is held, by entry; a copy. */
    public synchronized Map<EntryId, Map<AttributeName, List<AttributeValue>>> contents() {
        Map<EntryId, Map<AttributeName, List<AttributeValue>>> all = new LinkedHashMap<>();
        entries.values().forEach(entry -> all.put(entry.id(), entry.attributes()));
        return all;
    }

    @Override
    public synchronized List<LookupOutcome> lookup(LookupRequest request) {
        return request.anchors().stream()
                .map(anchors -> find(anchors, request.attributes().keySet()))
                .toList();
    }

    @Override
    public synchronized WriteOutcome write(EntryWrite write) {
        MemoryEntry before = entries.get(write.entry().guid());
        if (before == null) {
            return new WriteOutcome.Missing(MemoryProblem.of(ErrorCode.ENTRY_NOT_FOUND, write.entry() + " is gone"));
        }
        Optional<AttributeName> unknown = schema.unknown(write);
        if (unknown.isPresent()) {
            return new WriteOutcome.Rejected(
                    MemoryProblem.of(ErrorCode.SCHEMA_ATTRIBUTE_NOT_FOUND, unknown.get() + " is not in the schema"));
        }
        Optional<MemoryEntry> after = schema.apply(before, write.modifications());
        after.ifPresent(entry -> entries.put(entry.id().guid(), entry));
        return after.<WriteOutcome>map(entry -> new WriteOutcome.Applied())
                .orElseGet(() -> new WriteOutcome.Stale(
                        MemoryProblem.of(ErrorCode.ENTRY_CONFLICT, write.entry() + " was changed meanwhile")));
    }

    @Override
    public List<Finding> check(CheckRequest request) {
        return request.writes().keySet().stream().map(schema::finding).toList();
    }

    private LookupOutcome find(List<Anchor> anchors, Set<AttributeName> attributes) {
        List<MemoryEntry> found = entries.values().stream()
                .filter(entry -> anchors.stream().anyMatch(anchor -> isOf(entry, anchor)))
                .toList();
        if (found.isEmpty()) {
            return new LookupOutcome.NotFound(MemoryProblem.of(ErrorCode.ENTRY_NOT_FOUND, "no entry has " + anchors));
        }
        if (found.size() > 1) {
            return new LookupOutcome.Ambiguous(
                    MemoryProblem.of(ErrorCode.AMBIGUOUS_MATCH, "several entries have " + anchors));
        }
        Map<AttributeName, List<AttributeValue>> asked = found.get(0).attributes().entrySet().stream()
                .filter(one -> attributes.contains(one.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new LookupOutcome.Found(new DirectoryEntry(found.get(0).id(), asked, "memory:389"));
    }

    private static boolean isOf(MemoryEntry entry, Anchor anchor) {
        if (anchor instanceof Anchor.ImmutableId it) {
            return entry.id().guid().equals(it.guid())
                    || entry.values(CONSISTENCY)
                            .contains(AttributeValue.octets(it.guid().toBytes()));
        }
        if (anchor instanceof Anchor.ExternalDirectoryObjectId it) {
            return entry.values(EXTERNAL_ID).contains(AttributeValue.text(it.value()));
        }
        return anchor instanceof Anchor.DistinguishedName it && entry.id().dn().equals(it.dn());
    }
}
