package dev.writeback.ldap;

import static dev.writeback.ldap.Ask.EA1;
import static dev.writeback.ldap.Ask.EA2;
import static dev.writeback.ldap.Ask.PROXIES;
import static dev.writeback.ldap.Ask.TYPE;
import static dev.writeback.ldap.Ask.change;
import static dev.writeback.ldap.Ask.entry;
import static dev.writeback.ldap.Ask.values;
import static dev.writeback.ldap.Ask.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.plan.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How entries are written, on whatever domain. */
abstract class WriteCases {

    private Domain dc;
    private LdapDirectory directory;
    private String dn;
    private ObjectGuid guid;

    abstract Domain domain() throws LDAPException;

    @BeforeEach
    void open() throws LDAPException {
        dc = domain();
        dn = dc.addUser(
                "ada",
                new Attribute("extensionAttribute1", "one"),
                new Attribute("proxyAddresses", "SMTP:ada@x.test", "smtp:al@x.test"),
                new Attribute("msExchRecipientTypeDetails", "1"));
        guid = dc.guid(dn);
        directory = LdapDirectory.open(dc.settings().build());
    }

    @AfterEach
    void close() throws LDAPException {
        directory.close();
        dc.close();
    }

    @Test
    void a_write_is_done_as_a_whole() {
        DirectoryEntry before = entry(directory, guid);

        WriteOutcome outcome = write(
                directory,
                before,
                change(EA1, values("one"), values("two")),
                change(EA2, List.of(), values("new")),
                change(TYPE, values("1"), List.of(AttributeValue.whole(2_147_483_648L))),
                change(
                        PROXIES,
                        values("SMTP:ada@x.test", "smtp:al@x.test"),
                        values("smtp:ada@x.test", "SMTP:al@x.test")));

        assertThat(outcome).isInstanceOf(WriteOutcome.Applied.class);
        DirectoryEntry after = entry(directory, guid);
        assertThat(after.values(EA1)).isEqualTo(values("two"));
        assertThat(after.values(EA2)).isEqualTo(values("new"));
        assertThat(after.values(TYPE)).isEqualTo(values("2147483648"));
        assertThat(after.values(PROXIES))
                .containsExactlyInAnyOrderElementsOf(values("smtp:ada@x.test", "SMTP:al@x.test"));
    }

    @Test
    void a_change_of_case_only_is_stored() {
        write(directory, entry(directory, guid), change(EA1, values("one"), values("ONE")));

        assertThat(entry(directory, guid).values(EA1)).isEqualTo(values("ONE"));
    }

    @Test
    void a_value_that_somebody_changed_meanwhile_makes_the_write_stale_and_nothing_is_done() throws LDAPException {
        DirectoryEntry before = entry(directory, guid);
        dc.admin().modify(dn, new Modification(ModificationType.REPLACE, "extensionAttribute1", "theirs"));

        WriteOutcome outcome = write(
                directory, before, change(EA2, List.of(), values("x")), change(EA1, values("one"), values("ours")));

        assertThat(outcome).isInstanceOf(WriteOutcome.Stale.class);
        assertThat(entry(directory, guid).values(EA1)).isEqualTo(values("theirs"));
        assertThat(entry(directory, guid).values(EA2)).isEmpty();
    }

    @Test
    void a_value_that_appeared_meanwhile_makes_the_write_stale() throws LDAPException {
        DirectoryEntry before = entry(directory, guid);
        dc.admin().modify(dn, new Modification(ModificationType.ADD, "extensionAttribute2", "theirs"));

        assertThat(write(directory, before, change(EA2, List.of(), values("ours"))))
                .isInstanceOf(WriteOutcome.Stale.class);
    }

    @Test
    void of_two_writers_exactly_one_wins_each_time() {
        try (LdapDirectory other = LdapDirectory.open(dc.settings().build())) {
            ExecutorService two = Executors.newFixedThreadPool(2);
            for (int round = 0; round < 50; round++) {
                DirectoryEntry before = entry(directory, guid);
                String value = "round " + round;
                CompletableFuture<WriteOutcome> mine = CompletableFuture.supplyAsync(
                        () -> write(directory, before, change(EA1, before.values(EA1), values(value + " mine"))), two);
                CompletableFuture<WriteOutcome> theirs = CompletableFuture.supplyAsync(
                        () -> write(other, before, change(EA1, before.values(EA1), values(value + " theirs"))), two);

                assertThat(List.of(mine.join(), theirs.join()))
                        .hasAtLeastOneElementOfType(WriteOutcome.Applied.class)
                        .hasAtLeastOneElementOfType(WriteOutcome.Stale.class);
            }
            two.shutdown();
        }
    }

    @Test
    void an_entry_that_was_renamed_is_still_written() throws LDAPException {
        DirectoryEntry before = entry(directory, guid);
        dc.admin().modifyDN(dn, "CN=countess", true);

        assertThat(write(directory, before, change(EA1, values("one"), values("two"))))
                .isInstanceOf(WriteOutcome.Applied.class);
        assertThat(entry(directory, guid).id().dn().value()).startsWith("CN=countess,");
    }

    @Test
    void an_entry_that_is_gone_is_missing() throws LDAPException {
        DirectoryEntry before = entry(directory, guid);
        dc.admin().delete(dn);

        WriteOutcome outcome = write(directory, before, change(EA1, values("one"), values("two")));

        assertThat(outcome).isInstanceOf(WriteOutcome.Missing.class);
        assertThat(((WriteOutcome.Missing) outcome).problem().reason())
                .contains(dn)
                .contains("no longer");
    }

    @Test
    void an_unknown_attribute_is_named_as_a_matter_of_the_schema() {
        try (LdapDirectory mayAll = LdapDirectory.open(dc.everything().build())) {
            WriteOutcome outcome = write(
                    mayAll, entry(mayAll, guid), change(AttributeName.of("noSuchAttribute"), List.of(), values("x")));

            assertThat(outcome).isInstanceOf(WriteOutcome.Rejected.class);
            Problem problem = ((WriteOutcome.Rejected) outcome).problem();
            assertThat(problem.code()).isEqualTo(ErrorCode.SCHEMA_ATTRIBUTE_NOT_FOUND);
            assertThat(problem.action()).contains("PrepareSchema");
            assertThat(problem.reason()).contains("noSuchAttribute", dn);
        }
    }

    @Test
    void a_value_that_is_too_long_or_of_the_wrong_type_is_rejected_without_being_told() {
        Problem tooLong = rejected(change(EA2, List.of(), values("secret".repeat(500))));
        Problem noNumber = rejected(change(TYPE, values("1"), values("secret")));

        assertThat(List.of(tooLong, noNumber)).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_VALUE);
            assertThat(problem.toString()).contains(dn).doesNotContain("secret");
        });
    }

    @Test
    void an_entry_outside_the_accounts_rights_may_not_be_written() {
        try (LdapDirectory reader = LdapDirectory.open(dc.readOnly().build())) {
            WriteOutcome outcome = write(reader, entry(reader, guid), change(EA1, values("one"), values("two")));

            assertThat(outcome).isInstanceOf(WriteOutcome.NotPermitted.class);
            Problem problem = ((WriteOutcome.NotPermitted) outcome).problem();
            assertThat(problem.code()).isEqualTo(ErrorCode.INSUFFICIENT_RIGHTS);
            assertThat(problem.action()).contains("adminCount").contains("inheritance");
            assertThat(problem.diagnostic()).startsWith("00002098").doesNotEndWith("\n");
        }
    }

    @Test
    void a_reference_to_an_entry_that_is_not_there_is_rejected() {
        Problem problem =
                rejected(change(AttributeName.of("publicDelegates"), List.of(), values("CN=nobody," + dc.unit())));

        assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_VALUE);
        assertThat(problem.reason()).contains("names an entry");
    }

    @Test
    void a_reference_whose_entry_was_renamed_meanwhile_makes_the_write_stale() throws LDAPException {
        String delegate = dc.addUser("delegate");
        dc.admin().modify(dn, new Modification(ModificationType.ADD, "publicDelegates", delegate));
        dc.admin().modifyDN(delegate, "CN=renamed", true);

        WriteOutcome outcome = write(
                directory,
                entry(directory, guid),
                change(AttributeName.of("publicDelegates"), values(delegate), List.of()));

        assertThat(outcome).isInstanceOf(WriteOutcome.Stale.class);
    }

    @Test
    void a_thousand_values_are_written_at_once() {
        List<AttributeValue> many = new ArrayList<>(IntStream.range(0, 1000)
                .mapToObj(i -> AttributeValue.text("smtp:alias%d@x.test".formatted(i)))
                .toList());

        assertThat(write(directory, entry(directory, guid), change(PROXIES, List.of(), many)))
                .isInstanceOf(WriteOutcome.Applied.class);
        assertThat(entry(directory, guid).values(PROXIES)).hasSize(1002);
        assertThat(write(directory, entry(directory, guid), change(PROXIES, many, List.of())))
                .isInstanceOf(WriteOutcome.Applied.class);
        assertThat(entry(directory, guid).values(PROXIES)).hasSize(2);
    }

    private Problem rejected(dev.writeback.plan.Modification modification) {
        WriteOutcome outcome = write(directory, entry(directory, guid), modification);
        assertThat(outcome).isInstanceOf(WriteOutcome.Rejected.class);
        return ((WriteOutcome.Rejected) outcome).problem();
    }
}
