package dev.writeback.ldap;

import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.writeback.model.Anchor;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import java.util.Optional;

/**
 * An entry that was found, and what anchors it has.
 *
 * @param id which entry
 * @param entry what was read of it
 */
record Candidate(EntryId id, SearchResultEntry entry) {

    /** Its {@code mS-DS-ConsistencyGuid}; nothing if it has none of 16 bytes. */
    Optional<ObjectGuid> consistencyGuid() {
        byte[] value = entry.getAttributeValueBytes(AnchorAttributes.CONSISTENCY_GUID);
        return value == null || value.length != ObjectGuid.LENGTH
                ? Optional.empty()
                : Optional.of(ObjectGuid.ofBytes(value));
    }

    /** Its {@code msDS-ExternalDirectoryObjectId}; empty if it has none. */
    String externalId() {
        String value = entry.getAttributeValue(AnchorAttributes.EXTERNAL_ID);
        return value == null ? "" : value;
    }

    /** Its {@code objectSid} as text; empty if it has none. */
    String sid() {
        byte[] value = entry.getAttributeValueBytes(AnchorAttributes.SID);
        return value == null ? "" : SecurityIdentifiers.toText(value);
    }

    /** How this anchor stands to the entry. */
    Fit fit(Anchor anchor) {
        if (anchor instanceof Anchor.ImmutableId it) {
            // The GUID of an entry never lacks: an immutable id that is neither of the two belongs to another one.
            boolean same = id.guid().equals(it.guid())
                    || consistencyGuid().filter(it.guid()::equals).isPresent();
            return same ? Fit.SAME : Fit.OTHER;
        }
        if (anchor instanceof Anchor.ExternalDirectoryObjectId it) {
            return fit(externalId(), ExternalIds.fits(externalId(), it.value()));
        }
        if (anchor instanceof Anchor.SecurityIdentifier it) {
            return fit(sid(), sid().equalsIgnoreCase(it.value()));
        }
        return id.dn().equals(((Anchor.DistinguishedName) anchor).dn()) ? Fit.SAME : Fit.OTHER;
    }

    private static Fit fit(String has, boolean same) {
        if (has.isEmpty()) {
            return Fit.LACKING;
        }
        return same ? Fit.SAME : Fit.OTHER;
    }

    /** What an entry has of an anchor. */
    enum Fit {
        SAME,
        LACKING,
        OTHER
    }
}
