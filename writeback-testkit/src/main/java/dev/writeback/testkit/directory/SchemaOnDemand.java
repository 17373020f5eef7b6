package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.Entry;
import java.time.InstantSource;
import java.util.regex.Pattern;

/**
 * Makes the entries of the schema when somebody first names it: there are hundreds, and most tests never look. They have
 * numbers and identifiers of their own, so that nothing else depends on whether they are there.
 */
final class SchemaOnDemand {

    private static final Pattern MARK = Pattern.compile("(?i)=\\s*schema\\s*(,|$)");

    private final DirectorySchema schema;
    private final DirectoryNames names;
    private final AddRequests adding;
    private volatile boolean isThere;

    SchemaOnDemand(DirectorySchema schema, EntryStore store, DirectoryNames names, InstantSource clock) {
        this.schema = schema;
        this.names = names;
        this.adding = new AddRequests(schema, store, names, new ChangeStamps(schema, clock, 0));
    }

    /** Called before an entry is looked for by its name, without any lock. */
    void named(String dn) {
        if (!isThere && MARK.matcher(dn).find()) {
            make();
        }
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
        try {
            adding.add(entry.getDN(), entry.getAttributes(), AddRequests.Origin.SERVER);
        } catch (DirectoryRefusal refusal) {
            throw refusal.toFailure("describe its schema in " + entry.getDN());
        }
    }
}
