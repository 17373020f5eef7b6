package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RootDSE;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.schema.Schema;
import org.junit.jupiter.api.Test;

class RootDseTest extends DirectoryTest {

    @Test
    void the_root_dse_tells_of_a_domain_controller() throws LDAPException {
        RootDSE root = admin.getRootDSE();

        assertThat(root.getAttributeValues("supportedCapabilities")).contains("1.2.840.113556.1.4.800");
        assertThat(root.getAttributeValue("dnsHostName")).isEqualTo("dc1.corp.example");
        assertThat(root.getAttributeValue("currentTime")).isEqualTo("20260301120000.0Z");
        assertThat(root.getAttributeValue("configurationNamingContext"))
                .isEqualTo("CN=Configuration,DC=corp,DC=example");
        assertThat(root.getAttributeValue("schemaNamingContext"))
                .isEqualTo("CN=Schema,CN=Configuration,DC=corp,DC=example");
        assertThat(root.supportsControl("1.2.840.113556.1.4.319")).isTrue();
        assertThat(root.supportsControl("1.3.6.1.1.12")).isFalse();
    }

    @Test
    void a_client_chooses_attributes_of_the_root_dse() throws LDAPException {
        assertThat(admin.getEntry("", "HIGHESTCOMMITTEDUSN").getAttributes()).hasSize(1);
    }

    @Test
    void the_domain_controller_has_an_invocation_id() throws LDAPException {
        SearchResultEntry settings = admin.getEntry(admin.getRootDSE().getAttributeValue("dsServiceName"));

        assertThat(settings.getAttributeValueBytes("invocationId")).hasSize(16);
    }

    @Test
    void the_exchange_schema_has_a_version() throws LDAPException {
        assertThat(admin.getEntry("CN=ms-Exch-Schema-Version-Pt,CN=Schema,CN=Configuration,DC=corp,DC=example")
                        .getAttributeValue("rangeUpper"))
                .isEqualTo("17003");
    }

    @Test
    void the_schema_is_published() throws LDAPException {
        Schema schema = admin.getSchema();

        assertThat(schema.getAttributeType("msExchRecipientTypeDetails").isSingleValued())
                .isTrue();
        assertThat(schema.getAttributeType("sn").isSingleValued()).isTrue();
        assertThat(schema.getAttributeType("proxyAddresses").isSingleValued()).isFalse();
        assertThat(schema.getObjectClass("user").getOptionalAttributes()).contains("extensionAttribute15");
    }

    @Test
    void the_configuration_is_searched_in_its_own_context() throws LDAPException {
        assertThat(admin.search("CN=Configuration,DC=corp,DC=example", SearchScope.SUB, "(objectClass=nTDSDSA)")
                        .getEntryCount())
                .isEqualTo(1);
    }
}
