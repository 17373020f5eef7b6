package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplicationMetadataTest extends DirectoryTest {

    private static final String OF_ATTRIBUTES = "msDS-ReplAttributeMetaData";
    private static final String OF_LINKS = "msDS-ReplValueMetaData";

    @Test
    void each_attribute_has_its_own_version_and_time_also_when_it_was_cleared() throws LDAPException {
        modify(dn(0), replace("extensionAttribute9", "one"));
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(5)));
        modify(dn(0), replace("extensionAttribute9"), replace("info", "x"));

        assertThat(fragment(dn(0), OF_ATTRIBUTES, "extensionAttribute9"))
                .contains("<dwVersion>2</dwVersion>")
                .contains("<ftimeLastOriginatingChange>2026-03-01T12:05:00Z</ftimeLastOriginatingChange>")
                .contains("<usnLocalChange>" + directory.user(0).usnChanged() + "</usnLocalChange>")
                .endsWith("</DS_REPL_ATTR_META_DATA>\n\0");
        assertThat(fragment(dn(0), OF_ATTRIBUTES, "info")).contains("<dwVersion>1</dwVersion>");
        assertThat(fragment(dn(0), OF_ATTRIBUTES, "displayName")).contains("2026-03-01T12:00:00Z");
    }

    @Test
    void a_link_that_was_taken_out_says_when() throws LDAPException {
        modify(dn(0), add("publicDelegates", dn(1)));
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(5)));
        modify(dn(0), add("publicDelegates", dn(2)), delete("publicDelegates", dn(1)));

        assertThat(fragment(dn(0), OF_LINKS, dn(1)))
                .contains("<ftimeCreated>2026-03-01T12:00:00Z</ftimeCreated>")
                .contains("<ftimeDeleted>2026-03-01T12:05:00Z</ftimeDeleted>")
                .contains("<dwVersion>2</dwVersion>");
        assertThat(fragment(dn(0), OF_LINKS, dn(2)))
                .contains("<ftimeDeleted>1601-01-01T00:00:00Z</ftimeDeleted>")
                .contains("<dwVersion>1</dwVersion>");
        assertThat(fragments(dn(0), OF_ATTRIBUTES)).noneMatch(each -> each.contains("publicDelegates"));
    }

    @Test
    void a_link_keeps_its_time_when_its_target_is_renamed() throws LDAPException {
        modify(dn(0), add("publicDelegates", dn(1)));
        String renamed = "CN=renamed," + dn(1).substring(dn(1).indexOf(',') + 1);
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(5)));
        directory.move(dn(1), renamed);

        assertThat(fragments(dn(0), OF_LINKS)).hasSize(1);
        assertThat(fragment(dn(0), OF_LINKS, renamed))
                .contains("2026-03-01T12:00:00Z")
                .doesNotContain("12:05:00");
    }

    @Test
    void metadata_are_shown_to_those_who_ask_for_them_by_name() throws LDAPException {
        assertThat(admin.getEntry(dn(0)).hasAttribute(OF_ATTRIBUTES)).isFalse();
        assertThat(admin.getEntry(dn(0), "*").hasAttribute(OF_ATTRIBUTES)).isFalse();
    }

    @Test
    void a_directory_may_be_without_metadata() throws LDAPException {
        try (InMemoryActiveDirectory bare =
                settings().withoutReplicationMetadata().start()) {
            try (var connection = bare.connect()) {
                assertThat(connection
                                .getEntry(bare.user(0).dn(), OF_ATTRIBUTES, OF_LINKS)
                                .getAttributes())
                        .isEmpty();
            }
        }
    }

    @Test
    void a_restored_server_has_another_invocation_id() throws LDAPException {
        String settings = admin.getRootDSE().getAttributeValue("dsServiceName");
        byte[] before = admin.getEntry(settings).getAttributeValueBytes("invocationId");

        directory.newInvocationId();

        assertThat(admin.getEntry(settings).getAttributeValueBytes("invocationId"))
                .hasSize(16)
                .isNotEqualTo(before);
    }

    private String fragment(String dn, String attribute, String about) throws LDAPException {
        return fragments(dn, attribute).stream()
                .filter(each -> each.contains(">" + about + "<"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> fragments(String dn, String attribute) throws LDAPException {
        return Stream.of(admin.getEntry(dn, attribute).getAttributeValues(attribute))
                .toList();
    }
}
