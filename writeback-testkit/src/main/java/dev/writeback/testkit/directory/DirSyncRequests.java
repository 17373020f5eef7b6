package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultEntryProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.experimental.ActiveDirectoryDirSyncControl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers searches with the DirSync control ([MS-ADTS] 3.1.1.3.4.1.3): entries of a whole naming context that changed, and
 * of these the attributes that did; of what was deleted, the tombstone.
 */
final class DirSyncRequests {

    private static final Pattern COOKIE =
            Pattern.compile("entries up to ([0-9]{1,18}), attributes up to ([0-9]{1,18})");
    private static final String[] NO_VALUES = {};
    private static final int ENTRY_SIZE = 100;

    /** What each domain controller keeps for itself. */
    private static final Set<String> LOCAL =
            Set.of("distinguishedName", "badPasswordTime", "badPwdCount", "lastLogoff", "lastLogon", "logonCount");

    /**
     * A part of what changed.
     *
     * @param entries the entries
     * @param next the control of the answer
     */
    record Changes(List<SearchResultEntryProtocolOp> entries, ActiveDirectoryDirSyncControl next) {}

    /**
     * How far a client is, as usnHighObjUpdate and usnHighPropUpdate ([MS-DRSR] 5.209): the second stays until all is
     * told, because an entry that changes meanwhile moves behind what is told already, with changes from before.
     */
    private record Place(long entries, long attributes) {}

    private final DirectorySchema schema;
    private final EntryStore store;
    private final DirectoryNames names;
    private final ChangeStamps stamps;
    private final FilterCompiler compiler;
    private final List<AttributeDefinition> always;
    private final AttributeDefinition usnChanged;

    DirSyncRequests(DirectorySchema schema, EntryStore store, DirectoryNames names, ChangeStamps stamps) {
        this.schema = schema;
        this.store = store;
        this.names = names;
        this.stamps = stamps;
        this.compiler = new FilterCompiler(schema, store, names);
        this.always = List.of(schema.get("objectGUID"), schema.get("instanceType"));
        this.usnChanged = schema.get("uSNChanged");
    }

    /** What changed after the place of the control's cookie, oldest first. */
    Changes find(SearchRequestProtocolOp request, ActiveDirectoryDirSyncControl control, Rights rights)
            throws DirectoryRefusal {
        boolean secured = (control.getFlags() & ActiveDirectoryDirSyncControl.FLAG_OBJECT_SECURITY) != 0;
        if (!secured && !rights.mayReplicate()) {
            throw DirectoryRefusal.noRight();
        }
        Place after = place(control.getCookie());
        Lock lock = store.lock().readLock();
        lock.lock();
        try {
            EntryName base = names.resolve(request.getBaseDN()).entry().name();
            if (!base.key().equals(names.context(base).key())
                    || !request.getScope().equals(SearchScope.SUB)) {
                throw secured ? DirectoryRefusal.unwilling() : DirectoryRefusal.noRight();
            }
            return page(
                    changed(request, base, after.entries()),
                    request.getAttributes(),
                    after,
                    control.getMaxAttributeCount());
        } finally {
            lock.unlock();
        }
    }

    private List<StoredEntry> changed(SearchRequestProtocolOp request, EntryName base, long after) {
        EntryFilter filter = compiler.compile(request.getFilter());
        return Stream.concat(store.all().stream(), store.tombstones().stream())
                .map(EntrySlot::entry)
                .filter(entry ->
                        usn(entry) > after && names.context(entry.name()).equals(base) && filter.matches(entry))
                .sorted(Comparator.comparing(this::usn))
                .toList();
    }

    private Changes page(List<StoredEntry> changed, List<String> requested, Place after, int most)
            throws DirectoryRefusal {
        List<SearchResultEntryProtocolOp> shown = new ArrayList<>();
        int size = 0;
        long last = after.entries();
        for (StoredEntry entry : changed) {
            if (size > most) {
                return new Changes(shown, answer(1, new Place(last, after.attributes())));
            }
            last = usn(entry);
            List<Attribute> attributes = attributes(entry, requested, after.attributes());
            if (!attributes.isEmpty()) {
                always.forEach(each -> attributes.add(Objects.requireNonNull(entry.get(each))));
                addParent(entry, attributes);
                shown.add(new SearchResultEntryProtocolOp(entry.name().text(), attributes));
                size += ENTRY_SIZE + size(attributes);
            }
        }
        return new Changes(shown, answer(0, new Place(stamps.highestUsn(), stamps.highestUsn())));
    }

    /** A new name comes with the GUID of the superior entry: it may be another one. */
    private void addParent(StoredEntry entry, List<Attribute> attributes) {
        EntrySlot superior = store.findByKey(entry.name().parentKey());
        boolean named = attributes.stream().anyMatch(each -> each.getName().equals("name"));
        Attribute guid = superior == null ? null : superior.entry().get(always.get(0));
        if (named && guid != null) {
            attributes.add(StoredEntry.attribute("parentGUID", guid.getRawValues()));
        }
    }

    /** The attributes that changed, one without values if it was cleared. */
    private List<Attribute> attributes(StoredEntry entry, List<String> requested, long after) throws DirectoryRefusal {
        List<Attribute> attributes = new ArrayList<>();
        for (AttributeDefinition each : asked(entry, requested)) {
            ChangeMarks.Mark mark = entry.changes().of(each);
            boolean own = always.contains(each)
                    || LOCAL.contains(each.name())
                    || entry.name().isNamedBy(each);
            if (mark != null && mark.usn() > after && !own) {
                Attribute value = entry.get(each);
                if (value == null) {
                    attributes.add(new Attribute(each.name(), NO_VALUES));
                } else {
                    RequestedAttributes.addSlice(value, ValueSlice.ALL, attributes);
                }
            }
        }
        return attributes;
    }

    private Collection<AttributeDefinition> asked(StoredEntry entry, List<String> requested) {
        if (requested.isEmpty() || requested.contains("*")) {
            return entry.changes().attributes();
        }
        return requested.stream()
                .map(schema::find)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private long usn(StoredEntry entry) {
        return Long.parseLong(entry.values(usnChanged)[0].stringValue());
    }

    private static int size(List<Attribute> attributes) {
        return attributes.stream()
                .flatMap(attribute -> Arrays.stream(attribute.getRawValues()))
                .mapToInt(ASN1OctetString::getValueLength)
                .sum();
    }

    private static ActiveDirectoryDirSyncControl answer(int more, Place place) {
        String cookie = "entries up to %d, attributes up to %d".formatted(place.entries(), place.attributes());
        return new ActiveDirectoryDirSyncControl(false, more, 0, new ASN1OctetString(cookie));
    }

    private static Place place(@Nullable ASN1OctetString cookie) throws DirectoryRefusal {
        if (cookie == null || cookie.getValueLength() == 0) {
            return new Place(0, 0);
        }
        Matcher place = COOKIE.matcher(cookie.stringValue());
        if (!place.matches()) {
            throw DirectoryRefusal.unknownControl();
        }
        return new Place(Long.parseLong(place.group(1)), Long.parseLong(place.group(2)));
    }
}
