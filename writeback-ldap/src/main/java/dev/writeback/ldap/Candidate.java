package dev.writeback.ldap;

import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.writeback.model.Anchor;
import dev.writeback.model.EntryId;
import java.util.Base64;
import java.util.function.Function;

/**
 * An entry that was found, with what anchors it has; an anchor that it does not have is an empty text.
 *
 * @param id which entry
 * @param consistencyGuid its {@code mS-DS-ConsistencyGuid}, in base64
 * @param externalId its {@code msDS-ExternalDirectoryObjectId}
 * @param sid its {@code objectSid}, as text
 * @param entry what was read of it
 */
record Candidate(EntryId id, String consistencyGuid, String externalId, String sid, SearchResultEntry entry) {

    static Candidate of(EntryId id, SearchResultEntry entry) {
        String externalId = entry.getAttributeValue(AnchorAttributes.EXTERNAL_ID);
        return new Candidate(
                id,
                text(entry, AnchorAttributes.CONSISTENCY_GUID, Base64.getEncoder()::encodeToString),
                externalId == null ? "" : externalId,
                text(entry, AnchorAttributes.SID, SecurityIdentifiers::toText),
                entry);
    }

    /** How this anchor stands to the entry. */
    Fit fit(Anchor anchor) {
        if (anchor instanceof Anchor.ImmutableId it) {
            // The GUID of an entry never lacks: an immutable id that is neither of the two belongs to another one.
            return id.guid().equals(it.guid())
                            || consistencyGuid.equals(it.guid().toBase64())
                    ? Fit.SAME
                    : Fit.OTHER;
        }
        if (anchor instanceof Anchor.ExternalDirectoryObjectId it) {
            return fit(externalId, it.value());
        }
        if (anchor instanceof Anchor.SecurityIdentifier it) {
            return fit(sid, it.value());
        }
        return id.dn().equals(((Anchor.DistinguishedName) anchor).dn()) ? Fit.SAME : Fit.OTHER;
    }

    private static Fit fit(String has, String wanted) {
        if (has.isEmpty()) {
            return Fit.LACKING;
        }
        return has.equalsIgnoreCase(wanted) ? Fit.SAME : Fit.OTHER;
    }

    private static String text(SearchResultEntry entry, String name, Function<byte[], String> form) {
        byte[] value = entry.getAttributeValueBytes(name);
        return value == null ? "" : form.apply(value);
    }

    /** What an entry has of an anchor. */
    enum Fit {
        SAME,
        LACKING,
        OTHER
    }
}
