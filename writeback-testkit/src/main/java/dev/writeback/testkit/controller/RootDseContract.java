package dev.writeback.testkit.controller;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the server says of itself, its schema, and who may ask. */
public abstract class RootDseContract extends ControllerContract {

    /** For those who extend it. */
    protected RootDseContract() {}

    @Test
    void it_names_its_contexts() throws LDAPException {
        String configuration = "CN=Configuration," + place.domain();
        assertThat(place.rootDse("namingContexts"))
                .contains(place.domain(), configuration, "CN=Schema," + configuration);
        assertThat(place.rootDse("configurationNamingContext")).containsExactly(configuration);
        assertThat(place.rootDse("schemaNamingContext")).containsExactly("CN=Schema," + configuration);
        assertThat(place.rootDse("rootDomainNamingContext")).containsExactly(place.domain());
        assertThat(place.rootDse("subschemaSubentry")).containsExactly("CN=Aggregate,CN=Schema," + configuration);
    }

    @Test
    void it_says_that_it_is_a_domain_controller_and_what_it_can_do() throws LDAPException {
        String prefix = "1.2.840.113556.1.4.";
        assertThat(place.rootDse("supportedCapabilities"))
                .as("capabilities; 800 says Active Directory, 1670 from Windows Server 2003 on")
                .contains(prefix + "800", prefix + "1670", prefix + "1935");
        assertThat(place.rootDse("supportedControl"))
                .as("pages, show deleted, extended names, tree delete, DirSync, domain scope, permissive modify")
                .contains(
                        prefix + "319",
                        prefix + "417",
                        prefix + "529",
                        prefix + "805",
                        prefix + "841",
                        prefix + "1339",
                        prefix + "1413");
    }

    @Test
    void it_says_who_it_is_and_that_it_is_up_to_date() throws LDAPException {
        assertThat(place.rootDse("supportedLDAPVersion")).containsExactlyInAnyOrder("3", "2");
        for (String attribute : List.of(
                "currentTime",
                "dnsHostName",
                "serverName",
                "ldapServiceName",
                "highestCommittedUSN",
                "domainFunctionality",
                "forestFunctionality",
                "domainControllerFunctionality")) {
            assertThat(place.rootDse(attribute)).as(attribute).hasSize(1);
        }
        assertThat(place.rootDse("isSynchronized")).containsExactly("TRUE");
        assertThat(place.rootDse("isGlobalCatalogReady")).containsExactly("TRUE");
    }

    @Test
    void its_settings_have_an_invocation_id() throws LDAPException {
        String settings = place.rootDse("dsServiceName").get(0);
        assertThat(settings).startsWith("CN=NTDS Settings,");
        assertThat(Workplace.read(place.delegate(), settings, "invocationId").getAttributeValueBytes("invocationId"))
                .as("the invocation id, as an ordinary account reads it; update numbers mean nothing without it")
                .hasSize(16);
    }

    @Test
    void the_schema_tells_of_every_attribute() throws LDAPException {
        String schema = place.rootDse("schemaNamingContext").get(0);
        SearchResultEntry delegates = only(schema, "(lDAPDisplayName=publicDelegates)");
        assertThat(delegates.getAttributeValue("attributeID")).isEqualTo("1.2.840.113556.1.2.238");
        assertThat(delegates.getAttributeValue("attributeSyntax")).isEqualTo("2.5.5.1");
        assertThat(delegates.getAttributeValue("oMSyntax")).isEqualTo("127");
        assertThat(delegates.getAttributeValue("isSingleValued")).isEqualTo("FALSE");
        assertThat(delegates.getAttributeValue("linkID")).isEqualTo("14");
        SearchResultEntry nickname = only(schema, "(&(objectClass=attributeSchema)(lDAPDisplayName=mailNickname))");
        assertThat(nickname.getAttributeValue("rangeUpper")).isEqualTo("64");
        assertThat(nickname.getAttributeValue("isSingleValued")).isEqualTo("TRUE");
        only(schema, "(&(objectClass=classSchema)(lDAPDisplayName=user))");
        assertThat(place.values("CN=ms-Exch-Schema-Version-Pt," + schema, "rangeUpper"))
                .as("the version of the Exchange schema")
                .isNotEmpty();
    }

    private SearchResultEntry only(String schema, String filter) throws LDAPException {
        SearchResultEntry found = place.administrator().searchForEntry(schema, SearchScope.ONE, filter);
        assertThat(found).as(filter).isNotNull();
        return Objects.requireNonNull(found);
    }

    @Test
    void the_subschema_lists_attributes_and_classes() throws LDAPException {
        String aggregate = place.rootDse("subschemaSubentry").get(0);
        assertThat(place.values(aggregate, "attributeTypes"))
                .anyMatch(type -> type.contains("NAME 'proxyAddresses'") && !type.contains("SINGLE-VALUE"))
                .anyMatch(type -> type.contains("NAME 'mailNickname'") && type.contains("SINGLE-VALUE"));
        assertThat(place.values(aggregate, "objectClasses"))
                .anyMatch(type -> type.startsWith("( 1.2.840.113556.1.5.9 NAME 'user' SUP organizationalPerson"));
    }

    @Test
    void nobody_reads_more_than_the_root() throws LDAPException {
        String user = place.user();
        try (LDAPConnection nobody = place.nobody()) {
            assertThat(Workplace.rootDse(nobody, "defaultNamingContext")).containsExactly(place.domain());
            refused(
                    "a search by nobody",
                    ResultCode.OPERATIONS_ERROR,
                    () -> nobody.search(place.domain(), SearchScope.BASE, "(objectClass=*)"));
            refused(
                    "a change by nobody",
                    ResultCode.OPERATIONS_ERROR,
                    () -> nobody.modify(user, Change.replace("info", "x")));
        }
    }

    @Test
    void a_wrong_password_and_an_unknown_account_look_alike() throws LDAPException {
        try (LDAPConnection nobody = place.nobody()) {
            for (String name : List.of("CN=Administrator,CN=Users,", "CN=nobody,CN=Users,")) {
                refused(
                        name,
                        ResultCode.INVALID_CREDENTIALS,
                        "80090308",
                        () -> nobody.bind(name + place.domain(), "wrong"));
            }
        }
    }
}
