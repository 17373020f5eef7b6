package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.Entry;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the entries of the schema when somebody first names it: there are hundreds, and most tests never look. They have
 * numbers and identifiers of their own, so that nothing else depends on whether they are there.
 */
final class SchemaOnDemand {

    /** What each spelling of a name in the schema has: the word, or a character of it in another writing. */
    private static final Pattern MARK = Pattern.compile("(?i)schema|[\\\\#]");

    private final DirectorySchema schema;
    private final DirectoryNames names;
    private final AddRequests adding;
    private volatile boolean isThere;

    SchemaOnDemand(DirectorySchema schema, EntryStore store, DirectoryNames names, InstantSource clock) {
        this.schema = schema;
        this.names = names;
        this.adding = new AddRequests(schema, store, names, ChangeStamps.ofSchema(schema, clock));
    }

    /** Called before an entry is looked for by its name, without any lock. */
    void named(String dn) {
        if (!isThere && MARK.matcher(dn).find() && isInSchema(EntryName.parse(dn))) {
            make();
        }
    }

    private boolean isInSchema(@Nullable EntryName name) {
        return name != null && name.isUnderOrEqual(names.schemaContext());
    }

    private synchronized void make() {
        if (!isThere) {
            SchemaEntries entries = new SchemaEntries(names.schemaContext());
            schema.attributes().forEach(attribute -> add(entries.of(attribute)));
            schema.ldap().getObjectClasses().forEach(type -> add(entries.of(type)));
            isThere = true;
        }
    }

    private void add(Entry entry) {
        // Made of the name and not drawn, so that it is none of those that a seed gives.
        UUID guid = UUID.nameUUIDFromBytes(entry.getDN().getBytes(StandardCharsets.UTF_8));
        entry.addAttribute("objectGUID", ObjectGuid.toOctets(guid));
        try {
            adding.add(entry.getDN(), entry.getAttributes(), AddRequests.Origin.SERVER);
        } catch (DirectoryRefusal refusal) {
            throw refusal.toFailure("describe its schema in " + entry.getDN());
        }
    }
}
