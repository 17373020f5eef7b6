package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChangeStampsTest extends DirectoryTest {

    @Test
    void a_change_moves_uSNChanged_and_whenChanged_of_its_entry_alone() throws LDAPException {
        EntrySnapshot before = directory.user(0);
        EntrySnapshot other = directory.user(1);
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(5)));

        modify(dn(0), replace("extensionAttribute1", "new"));

        EntrySnapshot after = directory.user(0);
        assertThat(after.usnChanged()).isGreaterThan(other.usnChanged());
        assertThat(after.value("whenChanged")).hasValue("20260301120500.0Z");
        assertThat(after.value("whenCreated"))
                .isEqualTo(before.value("whenCreated"))
                .hasValue("20260301120000.0Z");
        assertThat(after.value("uSNCreated")).isEqualTo(before.value("uSNCreated"));
        assertThat(directory.user(1).toLdif()).isEqualTo(other.toLdif());
    }

    @Test
    void a_replace_with_the_same_values_changes_nothing() throws LDAPException {
        modify(dn(0), replace("proxyAddresses", "SMTP:a@corp.example", "smtp:b@corp.example"));
        EntrySnapshot before = directory.user(0);

        modify(dn(0), replace("proxyAddresses", "smtp:b@corp.example", "SMTP:a@corp.example"));

        assertThat(directory.user(0).toLdif()).isEqualTo(before.toLdif());
    }

    @Test
    void deleting_and_adding_the_same_value_changes_nothing() throws LDAPException {
        modify(dn(0), replace("extensionAttribute1", "same"));
        long before = directory.user(0).usnChanged();

        modify(dn(0), delete("extensionAttribute1", "same"), add("extensionAttribute1", "same"));

        assertThat(directory.user(0).usnChanged()).isEqualTo(before);
    }

    @Test
    void a_request_with_many_changes_takes_one_number() throws LDAPException {
        long before = highestUsn();

        modify(dn(0), replace("extensionAttribute1", "x"), replace("extensionAttribute2", "y"), replace("info", "z"));

        assertThat(highestUsn()).isEqualTo(before + 1);
        assertThat(directory.user(0).usnChanged()).isEqualTo(before + 1);
    }

    @Test
    void changed_entries_are_found_by_uSNChanged() throws LDAPException {
        long before = highestUsn();
        modify(dn(3), replace("extensionAttribute1", "x"));

        assertThat(admin.search(directory.baseDn(), SearchScope.SUB, "(uSNChanged>=" + (before + 1) + ")", "1.1")
                        .getSearchEntries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getDN()).isEqualTo(dn(3)));
    }

    @Test
    void an_account_of_the_server_moves_no_identifier_of_what_is_added() {
        try (InMemoryActiveDirectory one = settings().users(1).start();
                InMemoryActiveDirectory other = settings()
                        .account("CN=service,OU=Service,DC=corp,DC=example", "secret", Rights.everything())
                        .users(1)
                        .start()) {
            assertThat(other.user(0).objectGuid()).isEqualTo(one.user(0).objectGuid());
        }
    }

    @Test
    void the_same_seed_gives_the_same_identifiers() {
        try (InMemoryActiveDirectory twin = settings().start();
                InMemoryActiveDirectory other = settings().seed(2).start()) {
            assertThat(twin.user(4).objectGuid()).isEqualTo(directory.user(4).objectGuid());
            assertThat(other.user(4).objectGuid())
                    .isNotEqualTo(directory.user(4).objectGuid());
        }
    }

    @Test
    void an_objectSid_is_the_domain_and_a_number_of_its_own() {
        byte[] first = directory.user(0).octets("objectSid").get(0);
        byte[] second = directory.user(1).octets("objectSid").get(0);

        assertThat(first)
                .hasSize(28)
                .startsWith(1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0)
                .isNotEqualTo(second);
        assertThat(java.util.Arrays.copyOf(first, 24)).isEqualTo(java.util.Arrays.copyOf(second, 24));
    }

    private long highestUsn() throws LDAPException {
        return admin.getEntry("", "highestCommittedUSN").getAttributeValueAsLong("highestCommittedUSN");
    }
}
