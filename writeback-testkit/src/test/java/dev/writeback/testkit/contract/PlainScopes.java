package dev.writeback.testkit.contract;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.EntryPointer;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.FilterMatch;
import dev.writeback.spi.Finding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.spi.Membership;
import dev.writeback.spi.ResolvedScope;
import dev.writeback.spi.ScopeConditions;
import dev.writeback.spi.ScopeRead;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A plain directory that has units and groups too, and a sink that tells of them as it should. */
final class PlainScopes implements ScopedDirectory {

    private final PlainDirectory entries = new PlainDirectory(sink -> sink);
    private final Map<ObjectGuid, EntryId> places = new LinkedHashMap<>();
    private final Map<ObjectGuid, List<ObjectGuid>> members = new LinkedHashMap<>();
    private final UnaryOperator<DirectorySink> flaw;

    PlainScopes(UnaryOperator<DirectorySink> flaw) {
        this.flaw = flaw;
    }

    @Override
    public DirectorySink sink() {
        return flaw.apply(new Scoping(entries.sink(), Optional.empty()));
    }

    @Override
    public DirectorySink unreachable() {
        return flaw.apply(new Scoping(
                entries.unreachable(),
                Optional.of(
                        new ScopeRead.Unresolved(PlainDirectory.problem(ErrorCode.DIRECTORY_UNAVAILABLE, "itself")))));
    }

    @Override
    public EntryId addUnit(String name) {
        return place("OU=" + name);
    }

    @Override
    public void renameUnit(EntryId unit, String name) {
        places.put(unit.guid(), new EntryId(unit.guid(), Dn.of("OU=" + name + ",DC=corp,DC=example")));
    }

    @Override
    public EntryId group(String name, List<ObjectGuid> now) {
        Dn dn = Dn.of("CN=" + name + ",DC=corp,DC=example");
        EntryId group = places.values().stream()
                .filter(it -> it.dn().equals(dn))
                .findFirst()
                .orElseGet(() -> place("CN=" + name));
        members.put(group.guid(), List.copyOf(now));
        return group;
    }

    private EntryId place(String rdn) {
        EntryId id = new EntryId(new ObjectGuid(new UUID(8, places.size())), Dn.of(rdn + ",DC=corp,DC=example"));
        places.put(id.guid(), id);
        return id;
    }

    @Override
    public ObjectGuid add(String name) {
        return entries.add(name);
    }

    @Override
    public void set(ObjectGuid entry, AttributeName attribute, List<AttributeValue> values) {
        entries.set(entry, attribute, values);
    }

    @Override
    public List<AttributeValue> values(ObjectGuid entry, AttributeName attribute) {
        return entries.values(entry, attribute);
    }

    @Override
    public void delete(ObjectGuid entry) {
        entries.delete(entry);
    }

    @Override
    public void close() {}

    private final class Scoping implements DirectorySink {

        private final DirectorySink sink;
        private final Optional<ScopeRead> silence;

        Scoping(DirectorySink sink, Optional<ScopeRead> silence) {
            this.sink = sink;
            this.silence = silence;
        }

        @Override
        public List<LookupOutcome> lookup(LookupRequest request) {
            return request.filter()
                    .map(filter -> sink
                            .lookup(new LookupRequest(
                                    request.anchors(), Map.of(SinkCall.ONE, AttributeSyntax.CASE_IGNORE)))
                            .stream()
                            .map(it -> it instanceof LookupOutcome.Found found ? matched(found, filter) : it)
                            .toList())
                    .orElseGet(() -> sink.lookup(request));
        }

        private LookupOutcome matched(LookupOutcome.Found found, String filter) {
            Entry entry = new Entry("CN=x");
            found.entry()
                    .attributes()
                    .forEach((name, values) -> entry.addAttribute(new Attribute(
                            name.value(), values.stream().map(Object::toString).toList())));
            try {
                boolean meets = Filter.create(filter).matchesEntry(entry);
                return new LookupOutcome.Found(found.entry(), meets ? FilterMatch.MEETS : FilterMatch.FAILS);
            } catch (LDAPException malformed) {
                throw new IllegalStateException(malformed);
            }
        }

        @Override
        public ScopeRead scope(ScopeConditions conditions) {
            return silence.orElseGet(
                    () -> conditions.filter().filter(Scoping::isMalformed).isPresent()
                            ? new ScopeRead.Unresolved(PlainDirectory.problem(ErrorCode.SCOPE_UNRESOLVED, "a filter"))
                            : resolved(conditions));
        }

        private static boolean isMalformed(String filter) {
            try {
                Filter.create(filter);
                return false;
            } catch (LDAPException malformed) {
                return true;
            }
        }

        private ScopeRead resolved(ScopeConditions conditions) {
            Map<EntryPointer, EntryId> found = new LinkedHashMap<>();
            Set<ObjectGuid> units = new HashSet<>();
            Set<ObjectGuid> in = new HashSet<>();
            conditions
                    .organizationalUnits()
                    .forEach(it -> find(it).ifPresent(unit -> {
                        found.put(it, unit);
                        units.add(unit.guid());
                    }));
            conditions
                    .groups()
                    .forEach(it -> find(it).ifPresent(group -> {
                        found.put(it, group);
                        collect(group.guid(), in);
                    }));
            return new ScopeRead.Resolved(
                    new ResolvedScope(found, units, new Membership(in, Set.of()), Optional.empty()));
        }

        private Optional<EntryId> find(EntryPointer pointer) {
            return places.values().stream()
                    .filter(it -> pointer instanceof EntryPointer.Named named
                            ? it.dn().equals(named.dn())
                            : it.guid().equals(((EntryPointer.Identified) pointer).guid()))
                    .findFirst();
        }

        private void collect(ObjectGuid group, Set<ObjectGuid> in) {
            members.getOrDefault(group, List.of()).stream().filter(in::add).forEach(it -> collect(it, in));
        }

        @Override
        public WriteOutcome write(EntryWrite write) {
            return sink.write(write);
        }

        @Override
        public List<Finding> check(CheckRequest request) {
            return sink.check(request);
        }
    }
}
