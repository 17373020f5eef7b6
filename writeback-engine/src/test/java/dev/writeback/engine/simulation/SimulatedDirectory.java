package dev.writeback.engine.simulation;

import dev.writeback.engine.exchange.AttributeCatalogue;
import dev.writeback.engine.exchange.CatalogueEntry.Arity;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.EntryPointer;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Problem;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.ChangedEntry;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.spi.Membership;
import dev.writeback.spi.ResolvedScope;
import dev.writeback.spi.ScopeConditions;
import dev.writeback.spi.ScopeRead;
import dev.writeback.spi.SourceRead;
import dev.writeback.spi.WatchRead;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A directory in a map that goes by Active Directory's rules: values compare as their syntax says, a modification removes
 * before it adds, and all modifications of an entry are done or none.
 */
final class SimulatedDirectory implements DirectorySink {

    private static final AttributeName CONSISTENCY = AttributeName.of("mS-DS-ConsistencyGuid");
    private static final AttributeName EXTERNAL_ID = AttributeName.of("msDS-ExternalDirectoryObjectId");

    private static final int WATCHED_AT_ONCE = 3;

    private final Map<ObjectGuid, Held> entries = new LinkedHashMap<>();
    private final List<ObjectGuid> changes = new ArrayList<>();
    private final InstantSource time;

    /** One entry: its name, its values, and when each attribute was changed last. */
    private record Held(
            EntryId id, Map<AttributeName, List<AttributeValue>> values, Map<AttributeName, Instant> changed) {}

    SimulatedDirectory(InstantSource time) {
        this.time = time;
    }

    synchronized void add(ObjectGuid guid, Dn name) {
        entries.put(guid, new Held(new EntryId(guid, name), Map.of(), Map.of()));
    }

    synchronized void remove(ObjectGuid guid) {
        entries.remove(guid);
    }

    /** Sets an attribute as somebody else would; no values take it away. */
    synchronized void set(ObjectGuid guid, AttributeName attribute, List<AttributeValue> values) {
        Held held = held(guid);
        if (!values.equals(held.values().getOrDefault(attribute, List.of()))) {
            Map<AttributeName, List<AttributeValue>> after = new LinkedHashMap<>(held.values());
            after.put(attribute, List.copyOf(values));
            keep(held, after, List.of(attribute));
        }
    }

    synchronized List<AttributeValue> values(ObjectGuid guid, AttributeName attribute) {
        return held(guid).values().getOrDefault(attribute, List.of());
    }

    /** All that an entry holds. */
    synchronized DirectoryEntry entry(ObjectGuid guid) {
        Held held = held(guid);
        return new DirectoryEntry(held.id(), held.values(), "simulated:389", held.changed());
    }

    @Override
    public Optional<DirectoryWatch> watch() {
        return Optional.of(this::watch);
    }

    private Held held(ObjectGuid guid) {
        Held held = entries.get(guid);
        if (held == null) {
            throw new IllegalArgumentException("there is no entry " + guid);
        }
        return held;
    }

    private void keep(Held before, Map<AttributeName, List<AttributeValue>> values, List<AttributeName> touched) {
        Map<AttributeName, Instant> changed = new LinkedHashMap<>(before.changed());
        changes.add(before.id().guid());
        touched.forEach(attribute -> changed.put(attribute, time.instant()));
        entries.put(before.id().guid(), new Held(before.id(), values, changed));
    }

    @Override
    public synchronized List<LookupOutcome> lookup(LookupRequest request) {
        List<LookupOutcome> outcomes = new ArrayList<>(request.anchors().size());
        for (List<Anchor> anchors : request.anchors()) {
            outcomes.add(find(anchors, request));
        }
        return outcomes;
    }

    /** Every organizational unit is there, and stays where it is. */
    @Override
    public ScopeRead scope(ScopeConditions conditions) {
        Map<EntryPointer, EntryId> places = new LinkedHashMap<>();
        for (EntryPointer unit : conditions.organizationalUnits()) {
            if (unit instanceof EntryPointer.Named named) {
                places.put(unit, new EntryId(new ObjectGuid(new UUID(0, 0)), named.dn()));
            }
        }
        return new ScopeRead.Resolved(new ResolvedScope(places, Set.of(), Membership.nobody(), Optional.empty()));
    }

    private LookupOutcome find(List<Anchor> anchors, LookupRequest request) {
        Held found = null;
        for (Held held : entries.values()) {
            if (anchors.stream().anyMatch(anchor -> fits(held, anchor))) {
                if (found != null) {
                    return new LookupOutcome.Ambiguous(problem(ErrorCode.AMBIGUOUS_MATCH, "two entries"));
                }
                found = held;
            }
        }
        return found == null
                ? new LookupOutcome.NotFound(problem(ErrorCode.ENTRY_NOT_FOUND, "the anchors"))
                : new LookupOutcome.Found(shown(found, request));
    }

    private static boolean fits(Held held, Anchor anchor) {
        if (anchor instanceof Anchor.ImmutableId id) {
            return held.id().guid().equals(id.guid())
                    || (held.values().containsKey(CONSISTENCY)
                            && held.values()
                                    .get(CONSISTENCY)
                                    .contains(AttributeValue.octets(id.guid().toBytes())));
        }
        return anchor instanceof Anchor.ExternalDirectoryObjectId id
                && held.values().getOrDefault(EXTERNAL_ID, List.of()).contains(AttributeValue.text(id.value()));
    }

    private static DirectoryEntry shown(Held held, LookupRequest request) {
        Map<AttributeName, List<AttributeValue>> values = new LinkedHashMap<>();
        held.values().forEach((name, all) -> {
            if (request.attributes().containsKey(name)) {
                values.put(name, all);
            }
        });
        Map<AttributeName, Instant> changed = new LinkedHashMap<>();
        held.changed().forEach((name, at) -> {
            if (request.dated().contains(name)) {
                changed.put(name, at);
            }
        });
        return new DirectoryEntry(held.id(), values, "simulated:389", changed);
    }

    @Override
    public synchronized WriteOutcome write(EntryWrite write) {
        Held held = entries.get(write.entry().guid());
        if (held == null) {
            return new WriteOutcome.Missing(problem(ErrorCode.ENTRY_NOT_FOUND, "the entry"));
        }
        Map<AttributeName, List<AttributeValue>> after = new LinkedHashMap<>(held.values());
        List<AttributeName> touched = new ArrayList<>();
        for (Modification modification : write.modifications()) {
            WriteOutcome refused = modify(after, modification);
            if (refused != null) {
                return refused;
            }
            touched.add(modification.attribute());
        }
        keep(held, after, touched);
        return new WriteOutcome.Applied();
    }

    /** Why it is refused; nothing if it is not. */
    private static @Nullable WriteOutcome modify(
            Map<AttributeName, List<AttributeValue>> values, Modification modification) {
        Optional<Known> known = known(modification.attribute());
        if (known.isEmpty()) {
            return new WriteOutcome.Rejected(problem(
                    ErrorCode.SCHEMA_ATTRIBUTE_NOT_FOUND,
                    modification.attribute().value()));
        }
        AttributeSyntax syntax = known.get().syntax();
        List<AttributeValue> now = new ArrayList<>(values.getOrDefault(modification.attribute(), List.of()));
        for (AttributeValue value : modification.remove()) {
            if (!now.removeIf(one -> syntax.isOne(one, value))) {
                return stale();
            }
        }
        for (AttributeValue value : modification.add()) {
            if (now.stream().anyMatch(one -> syntax.isOne(one, value))) {
                return stale();
            }
            now.add(value);
        }
        if (known.get().arity() == Arity.SINGLE && now.size() > 1) {
            return stale();
        }
        values.put(modification.attribute(), List.copyOf(now));
        return null;
    }

    /** Tells of each change; a cursor is how many there were. */
    synchronized WatchRead watch(@Nullable Cursor after, Map<AttributeName, AttributeSyntax> attributes) {
        int end = changes.size();
        int from = after == null ? end : Integer.parseInt(after.value());
        int to = Math.min(end, from + WATCHED_AT_ONCE);
        List<ChangedEntry> changed = changes.subList(from, to).stream()
                .filter(entries::containsKey)
                .map(guid -> changed(held(guid), attributes))
                .toList();
        return new WatchRead.Page(
                changed,
                new Cursor(Integer.toString(to)),
                to < end ? SourceRead.Rest.MORE : SourceRead.Rest.NO_MORE_NOW);
    }

    /** That it cannot tell what changed before now. */
    synchronized WatchRead lost() {
        return new WatchRead.Lost("Another server answers.", new Cursor(Integer.toString(changes.size())));
    }

    private static ChangedEntry changed(Held held, Map<AttributeName, AttributeSyntax> attributes) {
        Map<AttributeName, List<AttributeValue>> values = new LinkedHashMap<>();
        attributes.keySet().forEach(name -> values.put(name, held.values().getOrDefault(name, List.of())));
        return new ChangedEntry(held.id(), values);
    }

    @Override
    public List<Finding> check(CheckRequest request) {
        return request.writes().keySet().stream()
                .map(name -> known(name).isPresent()
                        ? Finding.ok("schema", name + " is there.")
                        : new Finding(Finding.Level.ERROR, "schema", "The schema lacks " + name + ".", "Extend it."))
                .toList();
    }

    private record Known(AttributeSyntax syntax, Arity arity) {}

    private static Optional<Known> known(AttributeName name) {
        if (name.equals(CONSISTENCY)) {
            return Optional.of(new Known(AttributeSyntax.OCTETS, Arity.SINGLE));
        }
        return AttributeCatalogue.standard()
                .find(name)
                .map(attribute -> new Known(attribute.syntax(), attribute.arity()));
    }

    private static WriteOutcome stale() {
        return new WriteOutcome.Stale(problem(ErrorCode.ENTRY_CONFLICT, "the entry"));
    }

    static Problem problem(ErrorCode code, String about) {
        return Problem.of(code, "The simulation says %s about %s.".formatted(code.label(), about), "Nothing.");
    }
}
