package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RightsTest extends DirectoryTest {

    private LDAPConnection writer;

    @BeforeEach
    void sign_in() throws LDAPException {
        writer = new LDAPConnection("127.0.0.1", directory.ldapPort(), WRITER, PASSWORD);
    }

    @AfterEach
    void sign_out() {
        writer.close();
    }

    @Test
    void an_account_writes_the_attributes_delegated_to_it() throws LDAPException {
        writer.modify(dn(0), replace("extensionattribute1", "mine"));

        assertThat(directory.user(0).value("extensionAttribute1")).hasValue("mine");
    }

    @Test
    void one_forbidden_attribute_fails_the_whole_request() {
        EntrySnapshot before = directory.user(0);

        LDAPException refusal = refusal(
                () -> writer.modify(dn(0), List.of(replace("extensionAttribute1", "x"), replace("mailNickname", "y"))));

        assertRefused(refusal, ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "00002098: SecErr: DSID-");
        assertThat(refusal.getDiagnosticMessage()).contains("problem 4003 (INSUFF_ACCESS_RIGHTS), data 0");
        assertThat(directory.user(0).toLdif()).isEqualTo(before.toLdif());
    }

    @Test
    void an_unknown_attribute_is_unknown_whatever_the_rights() {
        assertRefused(
                refusal(() -> writer.modify(dn(0), replace("noSuchAttribute", "x"))),
                ResultCode.NO_SUCH_ATTRIBUTE,
                "00000057: ");
    }

    @Test
    void rights_may_end_at_a_class() throws LDAPException {
        String delegate = "CN=delegate,OU=Service,DC=corp,DC=example";
        Rights onUsers = Rights.attributes("extensionAttribute1").onlyOn("user");
        try (InMemoryActiveDirectory other =
                        settings().account(delegate, PASSWORD, onUsers).start();
                LDAPConnection signedIn = new LDAPConnection("127.0.0.1", other.ldapPort(), delegate, PASSWORD)) {
            EntrySnapshot contact = other.add("dn: CN=contact,OU=People,DC=corp,DC=example", "objectClass: contact");
            signedIn.modify(dn(0), replace("extensionAttribute1", "x"));
            assertForbidden(refusal(() -> signedIn.modify(contact.dn(), replace("extensionAttribute1", "x"))));
        }
    }

    @Test
    void who_becomes_an_administrator_is_protected_when_the_server_gets_to_it() throws LDAPException {
        String admins = "CN=Domain Admins,CN=Users,DC=corp,DC=example";
        directory.add("dn: CN=inner,OU=Groups,DC=corp,DC=example", "objectClass: group", "member: " + dn(0));
        modify(admins, add("member", "CN=inner,OU=Groups,DC=corp,DC=example"));
        writer.modify(dn(0), replace("extensionAttribute1", "before"));

        directory.housekeeping().protectAdministrators();

        assertThat(directory.user(0).value("adminCount")).hasValue("1");
        assertThat(directory.user(1).value("adminCount")).isEmpty();
        assertForbidden(refusal(() -> writer.modify(dn(0), replace("extensionAttribute1", "after"))));
        modify(admins, delete("member", "CN=inner,OU=Groups,DC=corp,DC=example"));
        directory.housekeeping().protectAdministrators();
        assertThat(directory.user(0).value("adminCount"))
                .as("of who is one no more")
                .hasValue("1");
    }

    @Test
    void rights_end_at_their_organizational_unit() {
        EntrySnapshot outside =
                directory.add(MailboxUser.of("outside", "corp.example").in("OU=Outside"));

        assertForbidden(refusal(() -> writer.modify(outside.dn(), replace("extensionAttribute1", "x"))));
    }

    @Test
    void a_missing_entry_is_missing_whatever_the_rights() {
        assertRefused(
                refusal(() -> writer.modify("CN=nobody,DC=corp,DC=example", replace("mailNickname", "x"))),
                ResultCode.NO_SUCH_OBJECT,
                "00002030: ");
    }

    @Test
    void privileged_entries_do_not_inherit_what_was_delegated() {
        EntrySnapshot boss =
                directory.add(MailboxUser.of("boss", "corp.example").with("adminCount", "1"));

        assertForbidden(refusal(() -> writer.modify(boss.dn(), replace("extensionAttribute1", "x"))));
    }

    @Test
    void allowedAttributesEffective_names_what_the_account_may_write() throws LDAPException {
        assertThat(writer.getEntry(dn(0), "allowedAttributesEffective")
                        .getAttributeValues("allowedAttributesEffective"))
                .containsExactly("extensionAttribute1", "proxyAddresses", "publicDelegates");
    }

    @Test
    void allowedAttributesEffective_is_absent_where_nothing_may_be_written() throws LDAPException {
        EntrySnapshot outside =
                directory.add(MailboxUser.of("outside", "corp.example").in("OU=Outside"));

        assertThat(writer.getEntry(outside.dn(), "allowedAttributesEffective").getAttributes())
                .isEmpty();
    }

    @Test
    void allowedAttributesEffective_of_the_administrator_leaves_out_what_the_directory_keeps() throws LDAPException {
        String[] names =
                admin.getEntry(dn(0), "allowedAttributesEffective").getAttributeValues("allowedAttributesEffective");

        assertThat(names)
                .contains("mail", "extensionAttribute15", "publicDelegates")
                .doesNotContain("objectGUID", "memberOf");
        assertThat(names).hasSizeGreaterThan(100);
    }

    @Test
    void constructed_attributes_come_only_when_asked_for() throws LDAPException {
        assertThat(admin.getEntry(dn(0)).hasAttribute("allowedAttributesEffective"))
                .isFalse();
        assertThat(admin.getEntry(dn(0), "*", "canonicalName").getAttributeValue("canonicalName"))
                .isEqualTo("corp.example/People/North/user000000");
    }

    @Test
    void a_reader_writes_nothing() throws LDAPException {
        try (LDAPConnection reader = new LDAPConnection("127.0.0.1", directory.ldapPort(), READER, PASSWORD)) {
            assertThat(reader.getEntry(dn(0))).isNotNull();
            assertForbidden(refusal(() -> reader.modify(dn(0), replace("info", "x"))));
            assertForbidden(refusal(() -> reader.delete(dn(0))));
            assertForbidden(refusal(() -> reader.modifyDN(dn(0), "CN=other", true)));
            assertForbidden(
                    refusal(() -> reader.add("dn: OU=new,DC=corp,DC=example", "objectClass: organizationalUnit")));
        }
    }

    @Test
    void rights_on_an_attribute_that_does_not_exist_are_refused_at_the_start() {
        InMemoryActiveDirectoryBuilder settings =
                settings().account("CN=typo,DC=corp,DC=example", "x", Rights.attributes("proxyAdresses"));

        assertThatThrownBy(settings::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'proxyAdresses' is not an attribute of the directory's schema");
    }

    private static void assertForbidden(LDAPException refusal) {
        assertRefused(refusal, ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "00002098: SecErr: ");
    }
}
