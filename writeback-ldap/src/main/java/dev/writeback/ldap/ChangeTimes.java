package dev.writeback.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.util.StaticUtils;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.spi.LookupRequest;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells when attributes of an entry were last changed: by its replication metadata if the server shows them to the
 * account, or else by the time of the entry's last change.
 */
final class ChangeTimes {

    private static final String OF_ATTRIBUTES = "msDS-ReplAttributeMetaData";
    private static final String OF_LINKS = "msDS-ReplValueMetaData";

    private final Session session;
    private final Set<AttributeName> dated;
    private final Set<AttributeName> names;
    private final String wholeEntry;

    ChangeTimes(Session session, LookupRequest request) throws LDAPException {
        this.session = session;
        this.dated = request.dated();
        this.names = Set.copyOf(dated.stream()
                .filter(name -> request.attributes().get(name) == AttributeSyntax.DN)
                .toList());
        this.wholeEntry = session.rootDse().isActiveDirectory() ? "whenChanged" : "modifyTimestamp";
    }

    /** What has to be read to tell. */
    List<String> attributes() {
        List<String> attributes = new ArrayList<>();
        if (!dated.isEmpty()) {
            attributes.add(wholeEntry);
            attributes.add(OF_ATTRIBUTES);
        }
        // One value each for every member of a group: not asked for without need.
        if (!names.isEmpty()) {
            attributes.add(OF_LINKS);
        }
        return attributes;
    }

    /** The times of an entry, of those attributes that it can tell of. */
    Map<AttributeName, Instant> of(Candidate found) throws LDAPException {
        if (dated.isEmpty()) {
            return Map.of();
        }
        Optional<Map<String, Instant>> attributes = metadata(found, OF_ATTRIBUTES);
        Map<String, Instant> links =
                names.isEmpty() ? Map.of() : metadata(found, OF_LINKS).orElse(Map.of());
        @Nullable Instant entry = entry(found);
        Map<AttributeName, Instant> times = new LinkedHashMap<>();
        for (AttributeName name : dated) {
            String key = name.value().toLowerCase(Locale.ROOT);
            Instant exact = later(attributes.orElse(Map.of()).get(key), links.get(key));
            // Without metadata of its own an attribute was never set. Links are another thing: values that were taken
            // out are forgotten in the end.
            boolean never = attributes.isPresent() && !names.contains(name);
            Instant time = exact != null || never ? exact : entry;
            if (time != null) {
                times.put(name, time);
            }
        }
        return times;
    }

    private Optional<Map<String, Instant>> metadata(Candidate found, String attribute) throws LDAPException {
        try {
            List<ASN1OctetString> fragments = new RangedValues(session)
                    .of(found.entry(), session.kind().naming().target(found.id()), attribute);
            return fragments.isEmpty() ? Optional.empty() : ReplicationMetadata.times(fragments);
        } catch (LDAPException failure) {
            if (!failure.getResultCode().isConnectionUsable()) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    private @Nullable Instant entry(Candidate found) {
        String time = found.entry().getAttributeValue(wholeEntry);
        try {
            return time == null ? null : StaticUtils.decodeGeneralizedTime(time).toInstant();
        } catch (ParseException notATime) {
            return null;
        }
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
