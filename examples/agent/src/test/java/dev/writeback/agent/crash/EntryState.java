package dev.writeback.agent.crash;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user's entry holds, read over LDAP.
 *
 * @param dn its name
 * @param guid its objectGUID
 * @param immutableId the same as the cloud writes it
 * @param values all its values, by attribute in lower case, without those that follow by themselves
 * @param versions how often each attribute was written since the entry was made, by attribute in lower case; without links
 */
record EntryState(
        String dn, UUID guid, String immutableId, Map<String, Set<String>> values, Map<String, Integer> versions) {

    static final String METADATA = "msDS-ReplAttributeMetaData";

    private static final Set<String> MOVING =
            Set.of("usnchanged", "whenchanged", "publicdelegatesbl", METADATA.toLowerCase(Locale.ROOT));

    private static final Pattern VERSION = Pattern.compile(
            "<pszAttributeName>([^<]+)</pszAttributeName>.*?<dwVersion>(\\d+)</dwVersion>", Pattern.DOTALL);

    static EntryState of(SearchResultEntry entry) {
        byte[] octets = entry.getAttributeValueBytes("objectGUID");
        Map<String, Set<String>> values = new TreeMap<>();
        for (Attribute attribute : entry.getAttributes()) {
            String name = attribute.getBaseName().toLowerCase(Locale.ROOT);
            if (!MOVING.contains(name)) {
                values.put(name, new TreeSet<>(List.of(attribute.getValues())));
            }
        }
        Map<String, Integer> versions = new TreeMap<>();
        for (String fragment : entry.getAttributeValues(METADATA)) {
            Matcher matcher = VERSION.matcher(fragment);
            if (matcher.find()) {
                versions.put(matcher.group(1).toLowerCase(Locale.ROOT), Integer.valueOf(matcher.group(2)));
            }
        }
        return new EntryState(
                entry.getDN(), guid(octets), Base64.getEncoder().encodeToString(octets), values, versions);
    }

    Set<String> values(String attribute) {
        return values.getOrDefault(attribute, Set.of());
    }

    int version(String attribute) {
        return versions.getOrDefault(attribute, 0);
    }

    private static UUID guid(byte[] octets) {
        ByteBuffer little = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        long high = Integer.toUnsignedLong(little.getInt()) << 32
                | Short.toUnsignedLong(little.getShort()) << 16
                | Short.toUnsignedLong(little.getShort());
        return new UUID(high, little.order(ByteOrder.BIG_ENDIAN).getLong());
    }
}
