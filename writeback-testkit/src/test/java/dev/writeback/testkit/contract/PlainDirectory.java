package dev.writeback.testkit.contract;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Problem;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.AddressHolder;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.HolderOutcome;
import dev.writeback.spi.HolderRequest;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A directory in a map and a sink to it that does what it should; what wraps the sink makes it flawed. */
final class PlainDirectory implements DirectoryUnderTest {

    private final Map<ObjectGuid, Map<AttributeName, List<AttributeValue>>> entries = new LinkedHashMap<>();
    private final UnaryOperator<DirectorySink> flaw;

    PlainDirectory(UnaryOperator<DirectorySink> flaw) {
        this.flaw = flaw;
    }

    @Override
    public DirectorySink sink() {
        return flaw.apply(new Sink());
    }

    @Override
    public DirectorySink unreachable() {
        return flaw.apply(new Nowhere());
    }

    @Override
    public synchronized ObjectGuid add(String name) {
        ObjectGuid guid = new ObjectGuid(new UUID(7, entries.size()));
        entries.put(guid, new LinkedHashMap<>());
        return guid;
    }

    @Override
    public synchronized void set(ObjectGuid entry, AttributeName attribute, List<AttributeValue> values) {
        entry(entry).put(attribute, values);
    }

    @Override
    public synchronized List<AttributeValue> values(ObjectGuid entry, AttributeName attribute) {
        return entry(entry).getOrDefault(attribute, List.of());
    }

    @Override
    public synchronized void delete(ObjectGuid entry) {
        entries.remove(entry);
    }

    @Override
    public void close() {}

    private Map<AttributeName, List<AttributeValue>> entry(ObjectGuid guid) {
        return Objects.requireNonNull(entries.get(guid));
    }

    static Problem problem(ErrorCode code, String about) {
        return Problem.of(code, "The plain directory says so about %s.".formatted(about), "Look at the test.");
    }

    private final class Sink implements DirectorySink {

        @Override
        public List<LookupOutcome> lookup(LookupRequest request) {
            synchronized (PlainDirectory.this) {
                return request.anchors().stream()
                        .map(anchors -> find(anchors, request.attributes()))
                        .toList();
            }
        }

        private LookupOutcome find(List<Anchor> anchors, Map<AttributeName, AttributeSyntax> attributes) {
            List<ObjectGuid> found = entries.keySet().stream()
                    .filter(guid -> anchors.stream().anyMatch(anchor -> fits(guid, anchor)))
                    .toList();
            if (found.isEmpty()) {
                return new LookupOutcome.NotFound(problem(ErrorCode.ENTRY_NOT_FOUND, "an anchor"));
            }
            if (found.size() > 1) {
                return new LookupOutcome.Ambiguous(problem(ErrorCode.AMBIGUOUS_MATCH, "two entries"));
            }
            Map<AttributeName, List<AttributeValue>> values = new LinkedHashMap<>(entry(found.get(0)));
            values.keySet().retainAll(attributes.keySet());
            Dn dn = Dn.of("CN=" + found.get(0) + ",DC=corp,DC=example");
            return new LookupOutcome.Found(new DirectoryEntry(new EntryId(found.get(0), dn), values, "plain:389"));
        }

        private boolean fits(ObjectGuid guid, Anchor anchor) {
            if (anchor instanceof Anchor.ImmutableId id) {
                return guid.equals(id.guid())
                        || values(guid, SinkCall.CONSISTENCY)
                                .contains(AttributeValue.octets(id.guid().toBytes()));
            }
            return anchor instanceof Anchor.ExternalDirectoryObjectId id
                    && values(guid, SinkCall.EXTERNAL_ID).contains(AttributeValue.text(id.value()));
        }

        @Override
        public WriteOutcome write(EntryWrite write) {
            synchronized (PlainDirectory.this) {
                Map<AttributeName, List<AttributeValue>> now =
                        entries.get(write.entry().guid());
                if (now == null) {
                    return new WriteOutcome.Missing(problem(ErrorCode.ENTRY_NOT_FOUND, "an entry"));
                }
                Map<AttributeName, List<AttributeValue>> after = new LinkedHashMap<>(now);
                for (Modification modification : write.modifications()) {
                    if (modification.attribute().equals(SinkCall.UNKNOWN)) {
                        return new WriteOutcome.Rejected(
                                problem(ErrorCode.SCHEMA_ATTRIBUTE_NOT_FOUND, SinkCall.UNKNOWN.value()));
                    }
                    if (!modify(after, modification)) {
                        return new WriteOutcome.Stale(problem(ErrorCode.ENTRY_CONFLICT, "an entry"));
                    }
                }
                entries.put(write.entry().guid(), after);
                return new WriteOutcome.Applied();
            }
        }

        private static boolean modify(Map<AttributeName, List<AttributeValue>> values, Modification modification) {
            List<AttributeValue> now = new ArrayList<>(values.getOrDefault(modification.attribute(), List.of()));
            boolean fits = modification.remove().stream().allMatch(now::remove)
                    && modification.add().stream().noneMatch(now::contains);
            now.addAll(modification.add());
            values.put(modification.attribute(), List.copyOf(now));
            return fits && (modification.attribute().equals(SinkCall.ADDRESSES) || now.size() <= 1);
        }

        @Override
        public HolderOutcome holders(HolderRequest request) {
            synchronized (PlainDirectory.this) {
                return new HolderOutcome.Holders(entries.entrySet().stream()
                        .filter(one -> addresses(one.getValue())
                                .anyMatch(has -> request.addresses().stream().anyMatch(has::equalsIgnoreCase)))
                        .map(one -> new AddressHolder(
                                new EntryId(one.getKey(), Dn.of("CN=" + one.getKey())), one.getValue()))
                        .toList());
            }
        }

        private static Stream<String> addresses(Map<AttributeName, List<AttributeValue>> values) {
            return Stream.concat(
                    values.getOrDefault(SinkCall.ADDRESSES, List.of()).stream().map(Object::toString),
                    values.getOrDefault(SinkCall.MAIL, List.of()).stream().map(mail -> "smtp:" + mail));
        }

        @Override
        public List<Finding> check(CheckRequest request) {
            return request.writes().keySet().stream()
                    .map(name -> name.equals(SinkCall.UNKNOWN)
                            ? new Finding(Finding.Level.ERROR, "schema", "The schema lacks " + name + ".", "Extend it.")
                            : Finding.ok("schema", name + " is there."))
                    .toList();
        }
    }

    private static final class Nowhere implements DirectorySink {

        @Override
        public List<LookupOutcome> lookup(LookupRequest request) {
            return request.anchors().stream()
                    .<LookupOutcome>map(it -> new LookupOutcome.Unavailable(away()))
                    .toList();
        }

        @Override
        public WriteOutcome write(EntryWrite write) {
            return new WriteOutcome.Unavailable(away());
        }

        @Override
        public HolderOutcome holders(HolderRequest request) {
            return new HolderOutcome.Unavailable(away());
        }

        @Override
        public List<Finding> check(CheckRequest request) {
            return List.of(new Finding(Finding.Level.UNREACHABLE, "reach", "Nobody answers.", "Start it."));
        }

        private static Problem away() {
            return problem(ErrorCode.DIRECTORY_UNAVAILABLE, "itself");
        }
    }
}
