package dev.writeback.ldap;

import static dev.writeback.ldap.Ask.EA1;
import static dev.writeback.ldap.Ask.EA2;
import static dev.writeback.ldap.Ask.PROXIES;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.testkit.directory.InMemoryActiveDirectoryBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatedTest {

    private static final AttributeName DELEGATES = AttributeName.of("publicDelegates");
    private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
    private MemoryDomain domain;
    private LdapDirectory directory;
    private String ada;
    private String bob;

    private void open(InMemoryActiveDirectoryBuilder builder) throws LDAPException {
        domain = MemoryDomain.of(builder.clock(now::get));
        directory = LdapDirectory.open(domain.settings().build());
        ada = domain.addUser("ada", new Attribute("extensionAttribute1", "one"));
        bob = domain.addUser("bob");
    }

    @AfterEach
    void close() {
        directory.close();
        domain.close();
    }

    @Test
    void each_attribute_has_the_time_of_its_own_last_change_also_when_it_was_cleared() throws LDAPException {
        open(MemoryDomain.builder());
        set(1, ada, "extensionAttribute2", "two");
        set(2, ada, "extensionAttribute2");
        set(3, ada, "info", "not asked for");

        assertThat(dated(ada, EA1, EA2)).isEqualTo(Map.of(EA1, BEGIN, EA2, minutes(2)));
    }

    @Test
    void what_nobody_ever_set_has_no_time() throws LDAPException {
        open(MemoryDomain.builder());

        assertThat(dated(ada, PROXIES)).isEmpty();
    }

    @Test
    void links_have_the_time_of_their_last_value_also_of_one_that_was_taken_out() throws LDAPException {
        open(MemoryDomain.builder());
        set(1, ada, "publicDelegates", bob);
        assertThat(dated(ada, DELEGATES)).isEqualTo(Map.of(DELEGATES, minutes(1)));

        set(2, ada, "publicDelegates");
        set(3, ada, "info", "later");
        assertThat(dated(ada, DELEGATES)).isEqualTo(Map.of(DELEGATES, minutes(2)));
    }

    @Test
    void a_link_of_which_nothing_is_known_has_the_time_of_its_entry() throws LDAPException {
        open(MemoryDomain.builder());
        set(4, ada, "info", "later");

        assertThat(dated(ada, DELEGATES)).isEqualTo(Map.of(DELEGATES, minutes(4)));
    }

    @Test
    void without_metadata_everything_has_the_time_of_its_entry() throws LDAPException {
        open(MemoryDomain.builder().withoutReplicationMetadata());
        set(5, ada, "info", "later");

        assertThat(dated(ada, EA1, EA2, DELEGATES))
                .isEqualTo(Map.of(EA1, minutes(5), EA2, minutes(5), DELEGATES, minutes(5)));
    }

    @Test
    void metadata_that_come_in_ranges_are_read_to_the_end() throws LDAPException {
        open(MemoryDomain.builder().users(1600));
        String[] many = IntStream.range(0, 1600)
                .mapToObj(n -> domain.directory().user(n).dn())
                .toArray(String[]::new);
        set(1, ada, "publicDelegates", many);
        domain.admin().modify(ada, new Modification(ModificationType.DELETE, "publicDelegates", many[1599]));
        now.set(minutes(6));
        domain.admin().modify(ada, new Modification(ModificationType.ADD, "publicDelegates", many[1599]));

        assertThat(dated(ada, DELEGATES)).isEqualTo(Map.of(DELEGATES, minutes(6)));
    }

    @Test
    void times_that_are_not_asked_for_are_not_told() throws LDAPException {
        open(MemoryDomain.builder());

        assertThat(dated(ada)).isEmpty();
    }

    private void set(int minute, String dn, String attribute, String... values) throws LDAPException {
        now.set(minutes(minute));
        domain.admin().modify(dn, new Modification(ModificationType.REPLACE, attribute, values));
    }

    private Map<AttributeName, Instant> dated(String dn, AttributeName... attributes) throws LDAPException {
        Anchor anchor = new Anchor.ImmutableId(domain.guid(dn));
        LookupRequest request = new LookupRequest(
                List.of(List.of(anchor)),
                Map.of(
                        EA1, AttributeSyntax.CASE_IGNORE,
                        EA2, AttributeSyntax.CASE_IGNORE,
                        PROXIES, AttributeSyntax.ADDRESS,
                        DELEGATES, AttributeSyntax.DN),
                Set.of(attributes));
        LookupOutcome outcome = directory.lookup(request).get(0);
        DirectoryEntry entry = ((LookupOutcome.Found) outcome).entry();
        return entry.changed();
    }

    private static Instant minutes(int minutes) {
        return BEGIN.plus(Duration.ofMinutes(minutes));
    }
}
