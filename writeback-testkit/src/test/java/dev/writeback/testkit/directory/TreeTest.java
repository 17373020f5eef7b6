package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.SubtreeDeleteRequestControl;
import com.unboundid.ldif.LDIFException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TreeTest extends DirectoryTest {

    @Test
    void an_added_user_gets_what_the_directory_fills_in() throws LDAPException, LDIFException {
        admin.add("dn: cn=ida,ou=people,dc=corp,dc=example", "objectClass: user", "sAMAccountName: ida");

        EntrySnapshot ida =
                directory.entry("CN=ida,OU=People,DC=corp,DC=example").orElseThrow();
        assertThat(ida.dn()).isEqualTo("CN=ida,OU=People,DC=corp,DC=example");
        assertThat(ida.values("objectClass")).containsExactly("top", "person", "organizationalPerson", "user");
        assertThat(ida.value("objectCategory")).hasValue("CN=Person,CN=Schema,CN=Configuration,DC=corp,DC=example");
        assertThat(ida.value("name")).hasValue("ida");
        assertThat(ida.value("sAMAccountType")).hasValue("805306368");
        assertThat(ida.octets("objectGUID"))
                .singleElement()
                .satisfies(guid -> assertThat(guid).hasSize(16));
        assertThat(ida.attributeNames()).contains("uSNCreated", "whenCreated", "objectSid", "distinguishedName");
    }

    @Test
    void an_entry_is_added_once() {
        assertRefused(
                refusal(() -> admin.add("dn: " + dn(0), "objectClass: user")),
                ResultCode.ENTRY_ALREADY_EXISTS,
                "00002071: UpdErr: ");
    }

    @Test
    void an_account_name_is_given_once() {
        assertRefused(
                refusal(() -> admin.add(
                        "dn: CN=x,OU=People,DC=corp,DC=example", "objectClass: user", "sAMAccountName: USER000001")),
                ResultCode.ENTRY_ALREADY_EXISTS,
                "00002071: ");
        assertRefused(
                refusalOf(dn(0), replace("sAMAccountName", "user000001")),
                ResultCode.ENTRY_ALREADY_EXISTS,
                "00002071: ");
    }

    @Test
    void a_principal_name_is_given_once_but_a_mail_address_is_not() throws LDAPException {
        assertRefused(
                refusalOf(dn(0), replace("userPrincipalName", "User000001@corp.example")),
                ResultCode.CONSTRAINT_VIOLATION,
                "000021C8: ");

        modify(dn(0), add("proxyAddresses", "smtp:user000001@corp.example"));

        assertThat(directory.user(0).values("proxyAddresses")).contains("smtp:user000001@corp.example");
    }

    @Test
    void an_entry_needs_its_superior() {
        assertRefused(
                refusal(() -> admin.add("dn: CN=x,OU=Missing,DC=corp,DC=example", "objectClass: user")),
                ResultCode.NO_SUCH_OBJECT,
                "00002030: ");
    }

    @Test
    void an_entry_needs_a_structural_class_the_schema_knows() {
        assertRefused(
                refusal(() -> admin.add("dn: CN=x,DC=corp,DC=example", "objectClass: nonsense")),
                ResultCode.NO_SUCH_ATTRIBUTE,
                "00000057: ");
        assertRefused(
                refusal(() -> admin.add("dn: CN=x,DC=corp,DC=example", "objectClass: top")),
                ResultCode.OBJECT_CLASS_VIOLATION,
                "00002014: ");
    }

    @Test
    void clients_do_not_choose_identifiers_but_the_test_does() {
        UUID guid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
        assertRefused(
                refusal(() -> admin.add(
                        "dn: CN=x,DC=corp,DC=example", "objectClass: user", "objectGUID:: MyIRAFVEd2aImaq7zN3u/w==")),
                ResultCode.CONSTRAINT_VIOLATION,
                "0000202F: ");

        directory.add(MailboxUser.of("x", "corp.example").withOctets("objectGUID", ObjectGuid.toOctets(guid)));

        assertThat(directory.entry(guid)).isPresent();
    }

    @Test
    void an_entry_with_others_below_it_is_not_deleted() throws LDAPException {
        assertRefused(
                refusal(() -> admin.delete("OU=People,DC=corp,DC=example")),
                ResultCode.NOT_ALLOWED_ON_NONLEAF,
                "00002015: UpdErr: ");

        DeleteRequest tree = new DeleteRequest("OU=People,DC=corp,DC=example");
        tree.addControl(new SubtreeDeleteRequestControl());
        String user = dn(0);
        admin.delete(tree);

        assertThat(directory.entry(user)).isEmpty();
        assertThat(directory.entry("OU=Groups,DC=corp,DC=example")).isPresent();
    }

    @Test
    void an_entry_without_others_below_it_any_more_is_deleted() throws LDAPException {
        String north = "OU=North,OU=People,DC=corp,DC=example";
        admin.delete(dn(0));

        admin.delete(north);

        assertThat(directory.entry(north)).isEmpty();
    }

    @Test
    void a_renamed_entry_keeps_its_identity() throws LDAPException {
        UUID guid = directory.user(0).objectGuid();

        admin.modifyDN(dn(0), "cn=Ada", true);

        EntrySnapshot ada = directory.entry(guid).orElseThrow();
        assertThat(ada.dn()).isEqualTo("CN=Ada,OU=North,OU=People,DC=corp,DC=example");
        assertThat(ada.value("cn")).hasValue("Ada");
        assertThat(ada.value("distinguishedName")).hasValue(ada.dn());
    }

    @Test
    void what_is_below_moves_along() {
        String user = dn(0);
        directory.move("OU=North,OU=People,DC=corp,DC=example", "OU=Far North,OU=Outside,DC=corp,DC=example");

        assertThat(directory.entry(user)).isEmpty();
        assertThat(directory
                        .entry("CN=user000000,OU=Far North,OU=Outside,DC=corp,DC=example")
                        .orElseThrow()
                        .value("distinguishedName"))
                .hasValue("CN=user000000,OU=Far North,OU=Outside,DC=corp,DC=example");
    }

    @Test
    void a_rename_that_keeps_the_old_name_is_refused() {
        assertRefused(
                refusal(() -> admin.modifyDN(dn(0), "CN=other", false)), ResultCode.UNWILLING_TO_PERFORM, "00002035");
    }

    @Test
    void a_test_that_asks_for_nonsense_is_told_so() {
        assertThatThrownBy(() -> directory.add("dn: CN=x,OU=Missing,DC=corp,DC=example", "objectClass: user"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "The directory refuses to add CN=x,OU=Missing,DC=corp,DC=example: 32 (no such object)");
        assertThatThrownBy(() -> directory.modify("dn: " + dn(0), "changetype: delete"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("changetype modify");
        assertThatThrownBy(() -> directory.delete("CN=nobody,DC=corp,DC=example"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InMemoryActiveDirectory.builder().baseDn("corp.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write it like DC=corp,DC=example");
    }
}
