package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.Dn;
import dev.writeback.plan.ErrorCode;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.CheckRequest.Depth;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Finding.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a check says of a domain that is not as it should be, each thing scripted. */
class PreflightTest {

    private static final String PEOPLE = "ou=people,dc=x";
    private static final String POLICY =
            "cn=Default Query Policy,cn=Query-Policies,cn=Directory Service,cn=Windows NT,cn=Services,cn=configuration";
    private static final String DESCRIPTOR_PARTS = "1.2.840.113556.1.4.801";
    private static final byte[] DOMAIN_SID = SecurityIdentifiers.toBytes("S-1-5-21-1-2-3");

    private final List<String> capabilities = new ArrayList<>(List.of("1.2.840.113556.1.4.800"));
    private final List<String> attributeTypes = new ArrayList<>(
            List.of("( 0.9.2342.19200300.100.1.3 NAME 'mail' SYNTAX '1.3.6.1.4.1.1466.115.121.1.15' )"));
    private boolean refusesDescriptors;
    private InMemoryDirectoryServer server;
    private LdapDirectory directory;

    @BeforeEach
    void start() throws LDAPException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=x", "cn=configuration");
        config.addAdditionalBindCredentials("cn=us", "pa55");
        config.setSchema(null);
        config.addInMemoryOperationInterceptor(new DomainLike());
        server = new InMemoryDirectoryServer(config);
        server.startListening();
        add("dc=x", new Attribute("objectClass", "domain"), new Attribute("objectSid", DOMAIN_SID));
        add(PEOPLE, new Attribute("objectClass", "organizationalUnit"), descriptor(0x8004));
        directory = LdapDirectory.open(LdapSettings.builder()
                .servers(List.of("ldap://localhost:" + server.getListenPort()))
                .tls(LdapSettings.Tls.NONE)
                .baseDn(Dn.of("dc=x"))
                .bind("cn=us", "pa55"::toCharArray)
                .build());
    }

    @AfterEach
    void stop() {
        directory.close();
        server.shutDown(true);
    }

    @Test
    void an_account_that_cannot_see_who_is_privileged_is_an_error() throws LDAPException {
        add("cn=admin,dc=x", new Attribute("objectClass", "user"), sid("S-1-5-21-1-2-3-500"));

        assertThat(finding("privilege").level()).isEqualTo(Level.ERROR);
        assertThat(finding("privilege").message()).contains("adminCount", "hidden");
        assertThat(finding("privilege").action()).contains("AdminSDHolder");
    }

    @Test
    void an_account_that_sees_it_is_well() throws LDAPException {
        add(
                "cn=admin,dc=x",
                new Attribute("objectClass", "user"),
                new Attribute("adminCount", "1"),
                sid("S-1-5-21-1-2-3-500"));

        assertThat(finding("privilege").level()).isEqualTo(Level.OK);
        assertThat(finding("privilege").message()).contains("sees on").contains("who is privileged");
    }

    @Test
    void what_cannot_be_tried_is_said() {
        assertThat(finding("privilege").level()).isEqualTo(Level.OK);
        assertThat(finding("privilege").message()).contains("cannot be tried");
    }

    @Test
    void entries_and_units_that_inherit_nothing_are_counted_and_named() throws LDAPException {
        user("cn=a," + PEOPLE, descriptor(0x8004));
        user("cn=b," + PEOPLE, descriptor(0x9004));
        add("ou=apart," + PEOPLE, new Attribute("objectClass", "organizationalUnit"), descriptor(0x9404));

        assertThat(finding("inherits").level()).isEqualTo(Level.WARNING);
        assertThat(finding("inherits").message())
                .startsWith("2 of all 4")
                .contains("cn=b,", "ou=apart,")
                .doesNotContain("cn=a,");
    }

    @Test
    void access_control_lists_that_are_hidden_or_no_lists_are_not_taken_for_good_ones() throws LDAPException {
        user("cn=a," + PEOPLE);
        user("cn=b," + PEOPLE, new Attribute("nTSecurityDescriptor", new byte[] {1, 0, 4}));

        assertThat(finding("inherits").level()).isEqualTo(Level.OK);
        assertThat(finding("inherits").message()).contains("may not read the access control lists of 2 of all 3");
    }

    @Test
    void what_a_server_refuses_to_tell_is_a_warning_and_the_rest_is_looked_at() throws LDAPException {
        refusesDescriptors = true;
        addPolicy("MaxPageSize=1000");

        assertThat(finding("inherits").level()).isEqualTo(Level.WARNING);
        assertThat(finding("addresses").level()).isEqualTo(Level.OK);
        assertThat(finding("limits").level()).isEqualTo(Level.OK);
    }

    @Test
    void more_than_a_sample_is_looked_at_only_where_that_is_asked_for() throws LDAPException {
        for (int i = 0; i < 1005; i++) {
            user("cn=a%d,%s".formatted(i, PEOPLE), descriptor(0x8004));
        }

        assertThat(finding("inherits").message()).contains("the first 1000");
        assertThat(finding("inherits", Depth.THOROUGH).message()).contains("all 1006");
    }

    @Test
    void low_query_limits_are_named_with_what_would_do() throws LDAPException {
        addPolicy("MaxPageSize=50", "MaxValRange=1500", "MaxQueryDuration=120", "nonsense", "MaxResultSetSize=many");

        assertThat(finding("limits").level()).isEqualTo(Level.WARNING);
        assertThat(finding("limits").message())
                .contains("MaxPageSize is 50 and should be 100 or more")
                .doesNotContain("MaxValRange", "MaxQueryDuration", "MaxResultSetSize");
    }

    @Test
    void limits_that_suffice_are_well_and_hidden_ones_are_not_mentioned() throws LDAPException {
        assertThat(findings(Depth.USUAL)).extracting(Finding::topic).doesNotContain("limits");
        addPolicy("MaxPageSize=1000", "MaxValRange=1500");

        assertThat(finding("limits").level()).isEqualTo(Level.OK);
    }

    @Test
    void a_read_only_domain_controller_is_named() {
        capabilities.add("1.2.840.113556.1.4.1920");

        assertThat(findings(Depth.USUAL))
                .filteredOn(it -> it.level() != Level.OK && it.message().contains("read-only"))
                .hasSize(1);
    }

    @Test
    void entries_whose_source_of_authority_is_the_cloud_are_counted_where_the_schema_knows_it() throws LDAPException {
        user("cn=a," + PEOPLE, new Attribute("msDS-ObjectSoa", "Cloud"));
        assertThat(findings(Depth.USUAL)).extracting(Finding::topic).doesNotContain("authority");

        attributeTypes.add("( 1.2.840.113556.1.4.9999 NAME 'msDS-ObjectSoa' SYNTAX '1.3.6.1.4.1.1466.115.121.1.15' )");

        assertThat(finding("authority").level()).isEqualTo(Level.WARNING);
        assertThat(finding("authority").message())
                .startsWith("1 entry in scope")
                .contains("cannot be told");
    }

    @Test
    void rights_are_not_told_by_a_directory_that_hides_the_account_or_the_schema() {
        Grant.Answer answer = directory.grant(Grant.Request.ofMailboxes(List.of(AttributeName.of("mail")), List.of()));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Grant.Answer.Untold.class,
                        untold -> assertThat(untold.problem().code()).isEqualTo(ErrorCode.ENTRY_NOT_FOUND));
    }

    private Finding finding(String topic) {
        return finding(topic, Depth.USUAL);
    }

    private Finding finding(String topic, Depth depth) {
        List<Finding> those =
                findings(depth).stream().filter(it -> it.topic().equals(topic)).toList();
        assertThat(those).as(topic).isNotEmpty();
        return those.get(0);
    }

    private List<Finding> findings(Depth depth) {
        return directory.check(new CheckRequest(
                Map.of(AttributeName.of("mail"), AttributeSyntax.CASE_IGNORE),
                Set.of(),
                List.of(Dn.of(PEOPLE)),
                depth,
                Instant.EPOCH));
    }

    private void user(String dn, Attribute... attributes) throws LDAPException {
        Entry entry = new Entry(
                dn,
                new Attribute("objectClass", "user"),
                new Attribute("objectCategory", "person"),
                new Attribute("mail", dn.substring(3, dn.indexOf(',')) + "@x.test"));
        for (Attribute attribute : attributes) {
            entry.addAttribute(attribute);
        }
        server.add(entry);
    }

    private void add(String dn, Attribute... attributes) throws LDAPException {
        server.add(new Entry(dn, attributes));
    }

    private void addPolicy(String... limits) throws LDAPException {
        String[] parts = POLICY.split(",");
        String dn = "";
        for (int i = parts.length - 1; i > 0; i--) {
            dn = dn.isEmpty() ? parts[i] : parts[i] + "," + dn;
            add(dn, new Attribute("objectClass", "container"));
        }
        add(POLICY, new Attribute("objectClass", "queryPolicy"), new Attribute("lDAPAdminLimits", limits));
    }

    private static Attribute sid(String text) {
        return new Attribute("objectSid", SecurityIdentifiers.toBytes(text));
    }

    private static Attribute descriptor(int control) {
        byte[] bytes = new byte[SecurityDescriptor.SHORTEST];
        bytes[0] = 1;
        bytes[2] = (byte) control;
        bytes[3] = (byte) (control >> 8);
        return new Attribute("nTSecurityDescriptor", bytes);
    }

    /** Says what a domain controller says of itself. */
    private final class DomainLike extends InMemoryOperationInterceptor {

        /** The server behind it does not know the control that chooses parts of a descriptor. */
        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest intercepted) throws LDAPException {
            SearchRequest request = intercepted.getRequest().duplicate();
            boolean ofDescriptor = List.of(request.getAttributes()).contains("nTSecurityDescriptor");
            assertThat(request.getControl(DESCRIPTOR_PARTS) != null)
                    .as("descriptors are asked for in part, and nothing else is")
                    .isEqualTo(ofDescriptor);
            if (refusesDescriptors && ofDescriptor) {
                throw new LDAPException(ResultCode.UNAVAILABLE_CRITICAL_EXTENSION, "00000057: LdapErr");
            }
            request.setControls(Stream.of(request.getControls())
                    .filter(control -> !control.getOID().equals(DESCRIPTOR_PARTS))
                    .toArray(Control[]::new));
            intercepted.setRequest(request);
        }

        @Override
        public void processSearchEntry(InMemoryInterceptedSearchEntry found) {
            String base = found.getRequest().getBaseDN();
            Entry entry = found.getSearchEntry().duplicate();
            if (base.isEmpty()) {
                entry.setAttribute("supportedCapabilities", capabilities);
                entry.setAttribute("defaultNamingContext", "dc=x");
                entry.setAttribute("configurationNamingContext", "cn=configuration");
                entry.setAttribute("subschemaSubentry", PEOPLE);
            } else if (found.getRequest().getAttributeList().contains("attributeTypes")) {
                entry.setAttribute("attributeTypes", attributeTypes);
            }
            found.setSearchEntry(new ReadOnlyEntry(entry));
        }
    }
}
