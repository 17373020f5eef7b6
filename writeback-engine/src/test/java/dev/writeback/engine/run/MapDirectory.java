package dev.writeback.engine.run;

import dev.writeback.engine.exchange.AddressKey;
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
import dev.writeback.spi.AddressHolder;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.FilterMatch;
import dev.writeback.spi.Finding;
import dev.writeback.spi.HolderOutcome;
import dev.writeback.spi.HolderRequest;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.spi.Membership;
import dev.writeback.spi.ResolvedScope;
import dev.writeback.spi.ScopeConditions;
import dev.writeback.spi.ScopeRead;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A directory in a map, whose writes are conditional, and which does what it is told to instead. */
public final class MapDirectory implements DirectorySink {

    private static final AttributeName ADDRESSES = AttributeName.of("proxyAddresses");
    private static final Set<AttributeName> LINKS = Stream.of("publicDelegates", "altRecipient", "authOrig")
            .map(AttributeName::of)
            .collect(Collectors.toSet());

    private final Map<ObjectGuid, Map<AttributeName, List<AttributeValue>>> entries = new ConcurrentHashMap<>();
    private final Map<ObjectGuid, Dn> renamed = new ConcurrentHashMap<>();
    public final AtomicInteger lookups = new AtomicInteger();
    public final AtomicInteger writes = new AtomicInteger();
    public final AtomicInteger applied = new AtomicInteger();

    /** The entries that changed, in order, each as often as it did. */
    final List<ObjectGuid> changes = new CopyOnWriteArrayList<>();

    private volatile Optional<DirectoryWatch> watch = Optional.empty();

    /** What happens to a write: the write itself, unless a test says otherwise. */
    public volatile WriteFault onWrite = (write, real) -> real.get();

    /** What happens to a lookup: the lookup itself, unless a test says otherwise. */
    public volatile LookupFault onLookup = (request, real) -> real.get();

    /** What was asked about addresses, question by question. */
    public final List<Set<String>> questions = new CopyOnWriteArrayList<>();

    /** What comes of asking who has addresses: that nobody can tell, unless a test says otherwise. */
    public volatile BiFunction<HolderRequest, Supplier<HolderOutcome>, HolderOutcome> onHolders =
            (request, real) -> new HolderOutcome.CannotTell();

    /** Comes between the engine and a write. */
    @FunctionalInterface
    public interface WriteFault {
        WriteOutcome write(EntryWrite write, Supplier<WriteOutcome> real);
    }

    /** Comes between the engine and a lookup. */
    @FunctionalInterface
    public interface LookupFault {
        List<LookupOutcome> lookup(LookupRequest request, Supplier<List<LookupOutcome>> real);
    }

    /** A directory with the entries of the first so many mailboxes. */
    public static MapDirectory of(int mailboxes) {
        MapDirectory directory = new MapDirectory();
        for (int number = 0; number < mailboxes; number++) {
            directory.entries.put(Mailboxes.guid(number), Map.of());
        }
        return directory;
    }

    /** Sets the values of an attribute as somebody else would. */
    public void setAll(int number, String attribute, String... texts) {
        entries.computeIfPresent(Mailboxes.guid(number), (guid, before) -> {
            Map<AttributeName, List<AttributeValue>> after = new LinkedHashMap<>(before);
            after.put(AttributeName.of(attribute), List.copyOf(Mailboxes.values(texts)));
            return after;
        });
    }

    /** Sets an attribute as somebody else would; an empty text takes it away. */
    public void set(int number, String attribute, String text) {
        entries.computeIfPresent(Mailboxes.guid(number), (guid, before) -> {
            Map<AttributeName, List<AttributeValue>> after = new LinkedHashMap<>(before);
            after.put(AttributeName.of(attribute), Mailboxes.texts(text));
            changes.add(guid);
            return after;
        });
    }

    public void add(int number) {
        entries.put(Mailboxes.guid(number), Map.of());
    }

    /** Deletes an entry; its links go with it, as in Active Directory. */
    public void remove(int number) {
        entries.remove(Mailboxes.guid(number));
        relink(name(number), "");
    }

    /** Renames an entry; links follow it, as in Active Directory. */
    public void rename(int number, String name) {
        String before = name(number);
        String after = "CN=" + name + ",OU=People,DC=corp,DC=example";
        renamed.put(Mailboxes.guid(number), Dn.of(after));
        relink(before, after);
    }

    /** Moves an entry, which counts as a change of it. */
    public void move(int number, String unit) {
        ObjectGuid guid = Mailboxes.guid(number);
        renamed.put(guid, Dn.of("CN=moved " + number + "," + unit));
        changes.add(guid);
    }

    /** Where an entry is by now. */
    public EntryId id(ObjectGuid guid) {
        return new EntryId(guid, name(guid));
    }

    public String name(int number) {
        return name(Mailboxes.guid(number)).toString();
    }

    private Dn name(ObjectGuid guid) {
        return renamed.getOrDefault(guid, entryId(guid).dn());
    }

    private void relink(String before, String after) {
        entries.replaceAll((guid, values) -> {
            Map<AttributeName, List<AttributeValue>> all = new LinkedHashMap<>(values);
            LINKS.forEach(link -> all.computeIfPresent(
                    link,
                    (name, names) -> names.stream()
                            .flatMap(one ->
                                    one.toString().equals(before) ? Mailboxes.texts(after).stream() : Stream.of(one))
                            .toList()));
            return all;
        });
    }

    public String text(int number, String attribute) {
        return entries
                .getOrDefault(Mailboxes.guid(number), Map.of())
                .getOrDefault(AttributeName.of(attribute), List.of())
                .stream()
                .map(AttributeValue::toString)
                .reduce("", (all, one) -> all.isEmpty() ? one : all + "," + one);
    }

    public List<String> values(int number, AttributeName attribute) {
        return entries.getOrDefault(Mailboxes.guid(number), Map.of()).getOrDefault(attribute, List.of()).stream()
                .map(AttributeValue::toString)
                .toList();
    }

    @Override
    public List<LookupOutcome> lookup(LookupRequest request) {
        lookups.incrementAndGet();
        return onLookup.lookup(
                request,
                () -> request.anchors().stream()
                        .map(anchors -> find(anchors, request.filter()))
                        .toList());
    }

    @Override
    public WriteOutcome write(EntryWrite write) {
        writes.incrementAndGet();
        return onWrite.write(write, () -> apply(write));
    }

    @Override
    public HolderOutcome holders(HolderRequest request) {
        questions.add(request.addresses());
        return onHolders.apply(request, () -> holdersOf(request));
    }

    private HolderOutcome holdersOf(HolderRequest request) {
        List<AddressHolder> holders = new ArrayList<>();
        entries.forEach((guid, values) -> {
            boolean holds = values.entrySet().stream()
                    .anyMatch(one -> one.getValue().stream()
                            .flatMap(value -> AddressKey.of(one.getKey(), value).stream())
                            .anyMatch(key -> request.addresses().contains(key.text())));
            if (holds) {
                holders.add(new AddressHolder(new EntryId(guid, name(guid)), values));
            }
        });
        return new HolderOutcome.Holders(holders);
    }

    @Override
    public List<Finding> check(CheckRequest request) {
        return List.of(Finding.ok("schema", request.writes().size() + " attributes"));
    }

    @Override
    public Optional<DirectoryWatch> watch() {
        return watch;
    }

    /** Lets it be watched, from now on, by this watch. */
    public void watchedBy(DirectoryWatch some) {
        watch = Optional.of(some);
    }

    /** What an entry holds of an attribute. */
    List<AttributeValue> values(ObjectGuid guid, AttributeName attribute) {
        return entries.getOrDefault(guid, Map.of()).getOrDefault(attribute, List.of());
    }

    /** What a lookup finds, whatever a test says. */
    public List<LookupOutcome> find(LookupRequest request) {
        return request.anchors().stream()
                .map(anchors -> find(anchors, request.filter()))
                .toList();
    }

    /** What decides the scope besides names: where organizational units are by now, who is in the groups, who meets it. */
    public final Map<EntryPointer, EntryId> places = new ConcurrentHashMap<>();

    public final Set<ObjectGuid> units = ConcurrentHashMap.newKeySet();
    public final Set<ObjectGuid> members = ConcurrentHashMap.newKeySet();
    public final Set<ObjectGuid> meeting = ConcurrentHashMap.newKeySet();

    /** Puts an organizational unit or a group where its name says. */
    public EntryId place(String name) {
        Dn dn = Dn.of(name);
        ObjectGuid guid = new ObjectGuid(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
        EntryId place = new EntryId(guid, dn);
        places.put(new EntryPointer.Named(dn), place);
        places.put(new EntryPointer.Identified(guid), place);
        return place;
    }

    @Override
    public ScopeRead scope(ScopeConditions conditions) {
        Map<EntryPointer, EntryId> found = new LinkedHashMap<>();
        Stream.of(conditions.organizationalUnits(), conditions.groups())
                .flatMap(List::stream)
                .filter(places::containsKey)
                .forEach(pointer -> found.put(pointer, places.get(pointer)));
        return new ScopeRead.Resolved(
                new ResolvedScope(found, units, new Membership(members, Set.of()), Optional.empty()));
    }

    private LookupOutcome find(List<Anchor> anchors, Optional<String> filter) {
        ObjectGuid guid = ((Anchor.ImmutableId) anchors.get(0)).guid();
        FilterMatch match = filter.isEmpty() || meeting.contains(guid) ? FilterMatch.MEETS : FilterMatch.FAILS;
        LookupOutcome outcome = find(anchors);
        return outcome instanceof LookupOutcome.Found found ? new LookupOutcome.Found(found.entry(), match) : outcome;
    }

    private LookupOutcome find(List<Anchor> anchors) {
        ObjectGuid guid = ((Anchor.ImmutableId) anchors.get(0)).guid();
        Map<AttributeName, List<AttributeValue>> values = entries.get(guid);
        return values == null
                ? new LookupOutcome.NotFound(problem(ErrorCode.ENTRY_NOT_FOUND))
                : new LookupOutcome.Found(new DirectoryEntry(new EntryId(guid, name(guid)), values, "map:389"));
    }

    private boolean hasDeadLink(EntryWrite write) {
        Set<String> names =
                entries.keySet().stream().map(guid -> name(guid).toString()).collect(Collectors.toSet());
        return write.modifications().stream()
                .filter(modification -> LINKS.contains(modification.attribute()))
                .flatMap(modification -> modification.add().stream())
                .anyMatch(value -> !names.contains(value.toString()));
    }

    /** What a write does, whatever a test says. */
    public WriteOutcome apply(EntryWrite write) {
        if (hasDeadLink(write)) {
            return new WriteOutcome.Rejected(problem(ErrorCode.INVALID_VALUE));
        }
        List<WriteOutcome> outcome =
                new ArrayList<>(List.of(new WriteOutcome.Missing(problem(ErrorCode.ENTRY_NOT_FOUND))));
        entries.computeIfPresent(write.entry().guid(), (guid, before) -> {
            Map<AttributeName, List<AttributeValue>> after = new LinkedHashMap<>(before);
            boolean fits = write.modifications().stream().allMatch(modification -> modify(after, modification));
            outcome.set(0, fits ? new WriteOutcome.Applied() : stale());
            return fits ? after : before;
        });
        if (outcome.get(0) instanceof WriteOutcome.Applied) {
            applied.incrementAndGet();
            changes.add(write.entry().guid());
        }
        return outcome.get(0);
    }

    private static boolean modify(Map<AttributeName, List<AttributeValue>> values, Modification modification) {
        List<AttributeValue> now = new ArrayList<>(values.getOrDefault(modification.attribute(), List.of()));
        boolean isAddress = modification.attribute().equals(ADDRESSES);
        for (AttributeValue value : modification.remove()) {
            if (!(isAddress ? now.removeIf(one -> AttributeSyntax.ADDRESS.isOne(one, value)) : now.remove(value))) {
                return false;
            }
        }
        for (AttributeValue value : modification.add()) {
            if (isAddress
                    ? now.stream().anyMatch(one -> AttributeSyntax.ADDRESS.isOne(one, value))
                    : now.contains(value)) {
                return false;
            }
            now.add(value);
        }
        values.put(modification.attribute(), List.copyOf(now));
        return isMultiValued(modification.attribute()) || now.size() <= 1;
    }

    private static boolean isMultiValued(AttributeName attribute) {
        return attribute.equals(ADDRESSES)
                || attribute.equals(AttributeName.of("publicDelegates"))
                || attribute.toString().startsWith("msExchExtensionCustomAttribute");
    }

    public static EntryId entryId(ObjectGuid guid) {
        return new EntryId(guid, Dn.of("CN=" + guid + ",OU=People,DC=corp,DC=example"));
    }

    public static WriteOutcome stale() {
        return new WriteOutcome.Stale(problem(ErrorCode.ENTRY_CONFLICT));
    }

    public static Problem problem(ErrorCode code) {
        return Problem.of(code, "The test says " + code.label() + ".", "Nothing.");
    }

    /** What a test does to each write, by the number of the mailbox. */
    public void onWriteOf(int number, Function<Supplier<WriteOutcome>, WriteOutcome> fault) {
        WriteFault others = onWrite;
        onWrite = (write, real) ->
                write.entry().guid().equals(Mailboxes.guid(number)) ? fault.apply(real) : others.write(write, real);
    }
}
