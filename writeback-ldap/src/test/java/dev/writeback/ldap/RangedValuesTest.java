package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.plan.ErrorCode;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading an attribute whose values a server gives in parts, from a server that does so as the test wants. */
class RangedValuesTest {

    private static final AttributeName MEMBER = AttributeName.of("member");

    private final List<String> asked = new ArrayList<>();
    private InMemoryDirectoryServer server;

    /** Which part the server gives, by where it is to begin. */
    private IntFunction<Attribute> part = RangedValuesTest::honest;

    /** What tells that the entry changed. */
    private Supplier<String> usn = () -> "1";

    @BeforeEach
    void start() throws LDAPException, LDIFException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=x");
        config.addAdditionalBindCredentials("cn=us", "pa55");
        config.setSchema(null);
        config.addInMemoryOperationInterceptor(new InParts());
        server = new InMemoryDirectoryServer(config);
        server.startListening();
        server.add("dn: dc=x", "objectClass: domain", "dc: x");
        server.add("dn: cn=group,dc=x", "objectClass: group", "cn: group");
    }

    @AfterEach
    void stop() {
        server.shutDown(true);
    }

    @Test
    void parts_are_read_until_the_last_one() {
        assertThat(members())
                .isEqualTo(IntStream.range(0, 3500)
                        .mapToObj(RangedValuesTest::member)
                        .map(AttributeValue::text)
                        .toList());
        assertThat(asked).endsWith("member;range=1500-*", "member;range=3000-*");
    }

    @Test
    void a_last_part_at_once_is_all() {
        part = from -> new Attribute("member;range=0-*", member(0), member(1));

        assertThat(members()).containsExactly(AttributeValue.text(member(0)), AttributeValue.text(member(1)));
    }

    @Test
    void an_empty_attribute_beside_its_first_part_is_not_taken_for_the_whole() {
        assertThat(members()).hasSize(3500);
    }

    @Test
    void a_part_that_does_not_come_or_does_not_go_on_makes_the_whole_unavailable() {
        List<IntFunction<Attribute>> dishonest = List.of(
                from -> from == 0 ? honest(0) : new Attribute("description", "no more"),
                from -> honest(0),
                from -> from == 0 ? honest(0) : honest(from + 1),
                from -> from == 0 ? honest(0) : new Attribute("member;range=" + from + "-*"));
        for (IntFunction<Attribute> parts : dishonest) {
            part = parts;
            LookupOutcome outcome = group();

            assertThat(outcome).isInstanceOf(LookupOutcome.Unavailable.class);
            assertThat(((LookupOutcome.Unavailable) outcome).problem().code())
                    .as("a code that concerns the one entry; the directory is there")
                    .isEqualTo(ErrorCode.DIRECTORY_BUSY);
            assertThat(((LookupOutcome.Unavailable) outcome).problem().diagnostic())
                    .contains("member could not be read to the end");
        }
    }

    @Test
    void an_entry_that_changes_between_the_parts_is_read_again_from_its_first_value() {
        AtomicInteger read = new AtomicInteger();
        // The lookup, the first part, and the second part after a change; then nothing changes any more.
        usn = () -> Integer.toString(Math.min(read.incrementAndGet(), 4));

        assertThat(members()).hasSize(3500);
        assertThat(asked)
                .containsExactly(
                        "member;range=0-*",
                        "member;range=1500-*",
                        "member;range=0-*",
                        "member;range=1500-*",
                        "member;range=3000-*");
    }

    @Test
    void an_entry_that_changes_all_the_time_is_unavailable_and_nothing_else_is() {
        AtomicInteger read = new AtomicInteger();
        usn = () -> Integer.toString(read.incrementAndGet());

        LookupOutcome outcome = group();

        assertThat(outcome).isInstanceOf(LookupOutcome.Unavailable.class);
        assertThat(((LookupOutcome.Unavailable) outcome).problem().code()).isEqualTo(ErrorCode.DIRECTORY_BUSY);
        assertThat(((LookupOutcome.Unavailable) outcome).problem().diagnostic())
                .contains("changed again and again", "member");
    }

    private List<AttributeValue> members() {
        LookupOutcome outcome = group();
        assertThat(outcome).isInstanceOf(LookupOutcome.Found.class);
        return ((LookupOutcome.Found) outcome).entry().values(MEMBER);
    }

    private LookupOutcome group() {
        LdapSettings settings = LdapSettings.builder()
                .servers(List.of("ldap://localhost:" + server.getListenPort()))
                .tls(LdapSettings.Tls.NONE)
                .baseDn(Dn.of("dc=x"))
                .bind("cn=us", "pa55"::toCharArray)
                .build();
        try (LdapDirectory directory = LdapDirectory.open(settings)) {
            return directory
                    .lookup(new LookupRequest(
                            List.of(List.of(new Anchor.DistinguishedName(Dn.of("cn=group,dc=x")))),
                            Map.of(MEMBER, AttributeSyntax.DN)))
                    .get(0);
        }
    }

    private static String member(int number) {
        return "cn=m%d,dc=x".formatted(number);
    }

    private static Attribute honest(int from) {
        int until = Math.min(from + 1500, 3500);
        return new Attribute(
                "member;range=%d-%s".formatted(from, until == 3500 ? "*" : Integer.toString(until - 1)),
                IntStream.range(from, until).mapToObj(RangedValuesTest::member).toList());
    }

    private final class InParts extends InMemoryOperationInterceptor {

        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
            for (String attribute : request.getRequest().getAttributeList()) {
                if (attribute.startsWith("member;")) {
                    asked.add(attribute);
                }
            }
        }

        @Override
        public void processSearchEntry(InMemoryInterceptedSearchEntry found) {
            Entry entry = found.getSearchEntry().duplicate();
            if (!entry.getDN().startsWith("cn=group")) {
                return;
            }
            int from = 0;
            for (String attribute : found.getRequest().getAttributeList()) {
                if (attribute.startsWith("member;range=")) {
                    from = Integer.parseInt(attribute.substring(13, attribute.indexOf('-')));
                }
            }
            entry.addAttribute(new Attribute("member"));
            entry.addAttribute("uSNChanged", usn.get());
            entry.addAttribute(part.apply(from));
            found.setSearchEntry(entry);
        }
    }
}
