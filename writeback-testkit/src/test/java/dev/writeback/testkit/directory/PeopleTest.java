package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeopleTest extends DirectoryTest {

    @Test
    void users_are_remote_user_mailboxes_with_one_primary_address() {
        for (int number = 0; number < 5; number++) {
            EntrySnapshot user = directory.user(number);
            assertThat(user.value("msExchRecipientTypeDetails")).hasValue("2147483648");
            assertThat(user.values("proxyAddresses"))
                    .filteredOn(address -> address.startsWith("SMTP:"))
                    .containsExactly("SMTP:" + user.value("mail").orElseThrow());
        }
    }

    @Test
    void the_same_number_gives_the_same_person_everywhere() {
        try (InMemoryActiveDirectory other = InMemoryActiveDirectory.builder()
                .baseDn("DC=other,DC=test")
                .users(3)
                .start()) {
            assertThat(other.user(2).value("displayName"))
                    .isEqualTo(directory.user(2).value("displayName"));
            assertThat(other.user(2).octets("msExchMailboxGuid").get(0))
                    .isEqualTo(directory.user(2).octets("msExchMailboxGuid").get(0));
            assertThat(other.user(2).value("mail")).hasValue("user000002@other.test");
            assertThat(other.user(2).dn()).isEqualTo("CN=user000002,OU=East,OU=People,DC=other,DC=test");
        }
    }

    @Test
    void a_user_of_the_tests_own_has_what_the_test_says() {
        EntrySnapshot user = directory.add(MailboxUser.of("ida", "corp.example")
                .in("OU=Outside")
                .with("displayName", "Ida")
                .without("targetAddress"));

        assertThat(user.dn()).isEqualTo("CN=ida,OU=Outside,DC=corp,DC=example");
        assertThat(user.value("displayName")).hasValue("Ida");
        assertThat(user.value("targetAddress")).isEmpty();
        assertThat(user.immutableId()).hasSize(24).endsWith("==");
        assertThat(user.toLdif()).startsWith("dn: CN=ida,OU=Outside,DC=corp,DC=example");
    }
}
