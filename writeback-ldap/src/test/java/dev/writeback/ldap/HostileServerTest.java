package dev.writeback.ldap;

import static dev.writeback.ldap.Ask.EA1;
import static dev.writeback.ldap.Ask.change;
import static dev.writeback.ldap.Ask.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that says it is Active Directory, and answers what it was not asked. */
class HostileServerTest {

    private static final AttributeName CLASS = AttributeName.of("objectClass");
    private static final ObjectGuid ADA = new ObjectGuid(new UUID(0x1111111111114111L, 0x8111111111111111L));
    private static final ObjectGuid EVE = new ObjectGuid(new UUID(0x2222222222224222L, 0x8222222222222222L));
    private static final String PEOPLE = "ou=people,dc=x";
    private static final String ADA_DN = "cn=ada," + PEOPLE;

    private final AtomicInteger writes = new AtomicInteger();
    private UnaryOperator<Entry> answer = UnaryOperator.identity();
    private boolean refers;
    private InMemoryDirectoryServer server;
    private LdapDirectory directory;

    @BeforeEach
    void start() throws LDAPException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=x");
        config.addAdditionalBindCredentials("cn=us", "pa55");
        config.setSchema(null);
        config.addInMemoryOperationInterceptor(new Hostile());
        server = new InMemoryDirectoryServer(config);
        server.startListening();
        server.add(new Entry("dc=x", new Attribute("objectClass", "domain")));
        server.add(new Entry(PEOPLE, new Attribute("objectClass", "organizationalUnit")));
        server.add(user(ADA_DN, ADA));
        directory = LdapDirectory.open(LdapSettings.builder()
                .servers(List.of("ldap://localhost:" + server.getListenPort()))
                .tls(LdapSettings.Tls.NONE)
                .baseDn(Dn.of(PEOPLE))
                .bind("cn=us", "pa55"::toCharArray)
                .build());
    }

    @AfterEach
    void stop() {
        directory.close();
        server.shutDown(true);
    }

    @Test
    void an_honest_answer_is_taken() {
        assertThat(lookup(new Anchor.ImmutableId(ADA))).isInstanceOf(LookupOutcome.Found.class);
    }

    @Test
    void an_entry_that_was_not_asked_for_is_not_taken() {
        answer = entry -> user("cn=eve," + PEOPLE, EVE);

        assertThat(lookup(new Anchor.ImmutableId(ADA))).isInstanceOf(LookupOutcome.NotFound.class);
    }

    @Test
    void an_entry_of_another_name_than_the_one_asked_for_is_not_taken() {
        answer = entry -> user("cn=eve," + PEOPLE, EVE);

        assertThat(lookup(new Anchor.DistinguishedName(Dn.of(ADA_DN)))).isInstanceOf(LookupOutcome.NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cn=ada,dc=x",
                "cn=ada,ou=other,dc=x",
                "cn=ada,ou=people,dc=x,dc=y",
                "cn=ada,ou=people\\,dc=x",
                "cn=ada,cn=configuration,ou=people,dc=x",
                "not a name at all",
                ""
            })
    void an_entry_outside_the_base_or_in_the_configuration_is_not_taken(String dn) {
        answer = entry -> user(dn, ADA);

        assertThat(lookup(new Anchor.ImmutableId(ADA))).isInstanceOf(LookupOutcome.NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 17, 4096})
    void an_entry_whose_id_is_none_is_not_taken(int length) {
        answer = entry -> {
            Entry forged = entry.duplicate();
            forged.setAttribute("objectGUID", new byte[length]);
            return forged;
        };

        assertThat(lookup(new Anchor.ImmutableId(ADA))).isInstanceOf(LookupOutcome.NotFound.class);
    }

    @Test
    void an_entry_that_does_not_show_its_class_is_not_taken_by_whoever_judges_by_it() {
        answer = entry -> {
            Entry bare = entry.duplicate();
            bare.removeAttribute("objectClass");
            return bare;
        };

        assertThat(lookup(new Anchor.ImmutableId(ADA))).isInstanceOf(LookupOutcome.NotFound.class);
        assertThat(Ask.lookup(directory, new Anchor.ImmutableId(ADA))).isInstanceOf(LookupOutcome.Found.class);
    }

    @Test
    void a_referral_to_another_host_is_not_followed() {
        refers = true;

        assertThat(lookup(new Anchor.ImmutableId(ADA))).isInstanceOf(LookupOutcome.Unavailable.class);
    }

    @Test
    void an_answer_too_large_to_be_one_leaves_the_directory_unavailable() {
        answer = entry -> {
            Entry giant = entry.duplicate();
            giant.setAttribute("extensionAttribute1", new byte[24 * 1024 * 1024]);
            return giant;
        };

        assertThat(lookup(new Anchor.ImmutableId(ADA))).isInstanceOf(LookupOutcome.Unavailable.class);
        answer = UnaryOperator.identity();
        assertThat(lookup(new Anchor.ImmutableId(ADA))).isInstanceOf(LookupOutcome.Found.class);
    }

    @Test
    void parts_of_values_that_never_end_are_given_up() {
        answer = entry -> {
            Entry part = entry.duplicate();
            part.removeAttribute("extensionAttribute1");
            part.addAttribute("extensionAttribute1;range=0-1", "a", "b");
            return part;
        };

        assertThat(lookup(new Anchor.ImmutableId(ADA))).isInstanceOf(LookupOutcome.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cn=ada,dc=x",
                "cn=ada,ou=other,dc=x",
                "cn=ada,ou=people\\,dc=x",
                "cn=schema,cn=configuration,ou=people,dc=x"
            })
    void an_entry_outside_is_not_written_whoever_asks(String dn) {
        WriteOutcome outcome = write(dn, EA1);

        assertThat(outcome).isInstanceOfSatisfying(WriteOutcome.Rejected.class, it -> {
            assertThat(it.problem().code()).isEqualTo(ErrorCode.REJECTED);
            assertThat(it.problem().reason()).contains(dn, PEOPLE);
        });
        assertThat(writes).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userAccountControl",
                "USERACCOUNTCONTROL",
                "OID.1.2.840.113556.1.4.8",
                "unicodePwd",
                "member",
                "nTSecurityDescriptor",
                "msDS-KeyCredentialLink"
            })
    void an_attribute_that_nobody_may_write_is_not_written_whoever_asks(String attribute) {
        WriteOutcome outcome = write(ADA_DN, AttributeName.of(attribute));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        it -> assertThat(it.problem().reason()).contains(attribute + " may not be written"));
        assertThat(writes).hasValue(0);
    }

    @Test
    void what_may_be_written_is_sent() {
        write(ADA_DN, EA1);

        assertThat(writes).hasValue(1);
    }

    private LookupOutcome lookup(Anchor anchor) {
        return directory
                .lookup(new LookupRequest(
                        List.of(List.of(anchor)),
                        Map.of(CLASS, AttributeSyntax.CASE_IGNORE, EA1, AttributeSyntax.CASE_IGNORE)))
                .get(0);
    }

    private WriteOutcome write(String dn, AttributeName attribute) {
        return directory.write(new EntryWrite(
                new EntryId(ADA, Dn.of(dn)),
                "localhost:" + server.getListenPort(),
                List.of(change(attribute, List.of(), values("new")))));
    }

    private static Entry user(String dn, ObjectGuid id) {
        return new Entry(
                dn,
                new Attribute("objectClass", "user"),
                new Attribute("objectGUID", id.toBytes()),
                new Attribute("distinguishedName", dn),
                new Attribute("extensionAttribute1", "one"));
    }

    private final class Hostile extends InMemoryOperationInterceptor {

        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
            if (refers && !request.getRequest().getBaseDN().isEmpty()) {
                throw new LDAPException(
                        ResultCode.REFERRAL, "0000202B: RefErr", null, new String[] {"ldap://evil.example/dc=x"});
            }
        }

        @Override
        public void processSearchEntry(InMemoryInterceptedSearchEntry found) {
            if (found.getRequest().getBaseDN().isEmpty()) {
                Entry root = found.getSearchEntry().duplicate();
                root.addAttribute("supportedCapabilities", "1.2.840.113556.1.4.800");
                root.addAttribute("configurationNamingContext", "cn=configuration," + PEOPLE);
                found.setSearchEntry(new ReadOnlyEntry(root));
            } else {
                found.setSearchEntry(
                        new ReadOnlyEntry(answer.apply(found.getSearchEntry().duplicate())));
            }
        }

        @Override
        public void processModifyRequest(InMemoryInterceptedModifyRequest request) throws LDAPException {
            writes.incrementAndGet();
            throw new LDAPException(ResultCode.UNWILLING_TO_PERFORM, "not here");
        }
    }
}
