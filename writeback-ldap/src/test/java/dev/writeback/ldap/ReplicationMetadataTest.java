package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.asn1.ASN1OctetString;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicationMetadataTest {

    private static final String FRAGMENT = """
            <DS_REPL_ATTR_META_DATA>
            	<pszAttributeName>mailNickname</pszAttributeName>
            	<dwVersion>3</dwVersion>
            	<ftimeLastOriginatingChange>2026-03-01T12:00:00Z</ftimeLastOriginatingChange>
            	<uuidLastOriginatingDsaInvocationID>1f8fad5b-d9cb-469f-a165-70867728950e</uuidLastOriginatingDsaInvocationID>
            	<usnOriginatingChange>12301</usnOriginatingChange>
            	<usnLocalChange>12301</usnLocalChange>
            	<pszLastOriginatingDsaDN>CN=NTDS Settings,CN=DC1,DC=corp,DC=example</pszLastOriginatingDsaDN>
            </DS_REPL_ATTR_META_DATA>
            """;

    @Test
    void a_fragment_tells_the_time_of_its_attribute_even_with_a_zero_byte_at_its_end() {
        assertThat(times(FRAGMENT)).hasValue(Map.of("mailnickname", Instant.parse("2026-03-01T12:00:00Z")));
        assertThat(times(FRAGMENT + "\0")).isEqualTo(times(FRAGMENT));
    }

    @Test
    void the_latest_time_of_several_counts_in_whatever_order_they_come() {
        String later = FRAGMENT.replace("12:00:00Z", "12:00:01Z");

        Optional<Map<String, Instant>> latest =
                Optional.of(Map.of("mailnickname", Instant.parse("2026-03-01T12:00:01Z")));
        assertThat(times(FRAGMENT, later)).isEqualTo(latest);
        assertThat(times(later, FRAGMENT)).isEqualTo(latest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<DS_REPL_ATTR_META_DATA><pszAttributeName>mail</pszAttributeName>",
                "<DS_REPL_ATTR_META_DATA></DS_REPL_ATTR_META_DATA>",
                "<DS_REPL_ATTR_META_DATA><pszAttributeName>mail</pszAttributeName>"
                        + "<ftimeLastOriginatingChange>yesterday</ftimeLastOriginatingChange></DS_REPL_ATTR_META_DATA>",
                "<DS_REPL_ATTR_META_DATA><pszAttributeName><b>mail</b></pszAttributeName></DS_REPL_ATTR_META_DATA>"
            })
    void one_fragment_that_cannot_be_read_makes_all_of_them_unknown(String broken) {
        assertThat(times(FRAGMENT, broken)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e \"mail\">]>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY e \"&a;&a;&a;&a;\">]>"
            })
    void a_document_type_and_its_entities_are_not_followed(String type) {
        String hostile = type + FRAGMENT.replace("mailNickname", "&e;");

        assertThat(times(hostile)).isEmpty();
    }

    private static Optional<Map<String, Instant>> times(String... fragments) {
        List<ASN1OctetString> values =
                Stream.of(fragments).map(ASN1OctetString::new).toList();
        return ReplicationMetadata.times(values);
    }
}
