package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.List;

/**
 * What kind of directory a server holds, as far as finding entries goes.
 *
 * @param naming how entries are named
 * @param consistency whether entries may have {@code mS-DS-ConsistencyGuid}
 * @param exactCase how a write says that values are spelled as they were read
 */
record DirectoryKind(EntryNaming naming, Consistency consistency, ExactCase exactCase) {

    /** How an entry is found by {@code mS-DS-ConsistencyGuid}. */
    enum Consistency {
        /** Not indexed, but what changed since is found by {@code uSNChanged}. */
        BY_CHANGES,
        /** There is nothing but to search for it. */
        BY_SEARCH,
        /** The schema does not have it. */
        NONE
    }

    static DirectoryKind of(Session session) throws LDAPException {
        RootDse root = session.rootDse();
        if (root.isActiveDirectory()) {
            return new DirectoryKind(
                    EntryNaming.ACTIVE_DIRECTORY,
                    root.highestCommittedUsn().isPresent() ? Consistency.BY_CHANGES : Consistency.BY_SEARCH,
                    ExactCase.UNKNOWN);
        }
        Schema schema = schema(session);
        return new DirectoryKind(
                schema.getAttributeType("objectGUID") == null ? EntryNaming.ENTRY_UUID : EntryNaming.OBJECT_GUID,
                schema.getAttributeType(AnchorAttributes.CONSISTENCY_GUID) == null
                        ? Consistency.NONE
                        : Consistency.BY_SEARCH,
                ExactCase.of(session, schema));
    }

    /** The attribute types of the server; none if it does not show its schema. */
    static Schema schema(Session session) throws LDAPException {
        String place = session.rootDse().value("subschemaSubentry").orElse("cn=subschema");
        List<SearchResultEntry> found = session.search(
                place, SearchScope.BASE, Filter.createPresenceFilter("objectClass"), Schema.ATTR_ATTRIBUTE_TYPE);
        return found.isEmpty() ? new Schema(new com.unboundid.ldap.sdk.Entry(place)) : new Schema(found.get(0));
    }
}
