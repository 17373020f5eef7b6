package dev.writeback.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.planning.Planner;
import dev.writeback.engine.planning.Samples;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

    private static final byte[] ORDINARY = {1, 2, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 80, 4, 0, 0};
    private final Planner planner = new Planner(Profile.exchangeOnline());
    private final Guard guard = new Guard(Protection.full());

    @Test
    void an_ordinary_entry_may_be_written() {
        DirectoryEntry entry =
                Samples.entry("objectSid", ORDINARY, "adminCount", "0", "isCriticalSystemObject", "FALSE");

        assertThat(guard.check(plan(entry), entry)).isEqualTo(plan(entry)).matches(Plan::writes);
    }

    @ParameterizedTest
    @CsvSource({"adminCount,1,adminCount", "adminCount,2,adminCount", "isCriticalSystemObject,TRUE,critical"})
    void a_privileged_entry_is_left_alone(String attribute, String value, String sentence) {
        DirectoryEntry entry = Samples.entry("objectSid", ORDINARY, attribute, value);

        assertProtected(guard.check(plan(entry), entry), sentence);
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "512", "999"})
    void one_of_the_domains_own_accounts_is_left_alone(int rid) {
        byte[] sid = ORDINARY.clone();
        sid[12] = (byte) rid;
        sid[13] = (byte) (rid >> 8);

        DirectoryEntry entry = Samples.entry("objectSid", sid);

        assertProtected(guard.check(plan(entry), entry), "well-known");
    }

    @Test
    void the_first_account_that_somebody_made_may_be_written() {
        byte[] sid = ORDINARY.clone();
        sid[12] = (byte) 1000;
        sid[13] = (byte) (1000 >> 8);
        DirectoryEntry entry = Samples.entry("objectSid", sid);

        assertThat(guard.check(plan(entry), entry)).matches(Plan::writes);
    }

    @Test
    void an_account_with_the_highest_relative_identifier_may_be_written() {
        byte[] sid = ORDINARY.clone();
        Arrays.fill(sid, 12, 16, (byte) 0xff);
        DirectoryEntry entry = Samples.entry("objectSid", sid);

        assertThat(guard.check(plan(entry), entry)).matches(Plan::writes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 15, 17})
    void an_entry_whose_security_identifier_cannot_be_read_is_left_alone(int length) {
        byte[] sid = new byte[length];
        Arrays.fill(sid, (byte) 5);
        DirectoryEntry entry = Samples.entry("objectSid", sid);

        assertProtected(guard.check(plan(entry), entry), "well-known");
    }

    @Test
    void an_entry_whose_security_identifier_is_not_octets_is_left_alone() {
        DirectoryEntry entry = Samples.entry("objectSid", "S-1-5-21-1-2-3-1104");

        assertProtected(guard.check(plan(entry), entry), "well-known");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12})
    void an_entry_whose_security_identifier_names_no_account_of_a_domain_is_left_alone(int length) {
        byte[] sid = Arrays.copyOf(ORDINARY, length);
        Arrays.fill(sid, length - 4, length, (byte) 5);
        DirectoryEntry entry = Samples.entry("objectSid", sid);

        assertProtected(guard.check(plan(entry), entry), "well-known");
    }

    @Test
    void an_attribute_that_no_profile_may_write_is_refused_even_where_a_plan_has_it() {
        DirectoryEntry entry = Samples.entry("objectSid", ORDINARY);
        AttributeName rights = AttributeName.of("nTSecurityDescriptor");
        List<AttributeValue> wanted = Samples.texts("everybody may do everything");
        AttributeDecision decision = new AttributeDecision(
                rights,
                "CustomAttribute1",
                Optional.of(wanted),
                List.of(),
                Optional.empty(),
                wanted,
                Verdict.CHANGE,
                "The cloud owns it.",
                Optional.of(new Modification(rights, List.of(), wanted)));
        Plan plan = new Plan(Samples.ID, Optional.of(Samples.ENTRY), List.of(decision), new Disposition.Write());

        assertThat(guard.check(plan, entry).disposition()).isInstanceOfSatisfying(Disposition.Refuse.class, refuse -> {
            assertThat(refuse.problem().code()).isEqualTo(ErrorCode.REJECTED);
            assertThat(refuse.problem().reason()).contains("nTSecurityDescriptor");
        });
    }

    @Test
    void a_plan_that_writes_nothing_stays_what_it_is_on_a_privileged_entry_too() {
        DirectoryEntry entry = Samples.entry("adminCount", "1", "extensionAttribute1", "new");

        assertThat(guard.check(plan(entry), entry)).isEqualTo(plan(entry));
        assertThat(plan(entry).writes()).isFalse();
    }

    @Test
    void what_it_judges_by_is_read_in_the_syntax_that_it_understands() {
        assertThat(Guard.reads())
                .containsOnly(
                        entry(AttributeName.of("adminCount"), AttributeSyntax.INTEGER),
                        entry(AttributeName.of("isCriticalSystemObject"), AttributeSyntax.BOOLEAN),
                        entry(AttributeName.of("objectSid"), AttributeSyntax.OCTETS),
                        entry(AttributeName.of("objectClass"), AttributeSyntax.CASE_IGNORE),
                        entry(AttributeName.of("sAMAccountType"), AttributeSyntax.INTEGER));
    }

    @Test
    void a_privileged_entry_that_the_host_names_may_be_written() {
        DirectoryEntry entry = Samples.entry("adminCount", "1");

        assertThat(named(Samples.ENTRY.dn()).check(plan(entry), entry)).matches(Plan::writes);
        assertThat(identified(Samples.GUID).check(plan(entry), entry)).matches(Plan::writes);
    }

    @Test
    void an_exception_is_of_that_entry_alone() {
        DirectoryEntry entry = Samples.entry("adminCount", "1");

        assertProtected(named(Dn.of("CN=Ada,OU=Other,DC=corp,DC=example")).check(plan(entry), entry), "adminCount");
        assertProtected(identified(new ObjectGuid(new UUID(1, 2))).check(plan(entry), entry), "adminCount");
    }

    @Test
    void an_exception_by_id_stays_with_a_renamed_entry_and_one_by_name_does_not() {
        DirectoryEntry before = Samples.entry("adminCount", "1");
        DirectoryEntry renamed = new DirectoryEntry(
                new EntryId(Samples.GUID, Dn.of("CN=Renamed,OU=People,DC=corp,DC=example")),
                before.attributes(),
                before.server());

        assertThat(identified(Samples.GUID).check(plan(renamed), renamed)).matches(Plan::writes);
        assertProtected(named(Samples.ENTRY.dn()).check(plan(renamed), renamed), "adminCount");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "computer",
                "msDS-GroupManagedServiceAccount,computer",
                "organizationalUnit",
                "foreignSecurityPrincipal",
                "trustedDomain",
                "groupPolicyContainer",
                "domainDNS"
            })
    void what_is_no_recipient_is_left_alone_even_where_the_host_names_it(String classes) {
        DirectoryEntry entry = Samples.entry("objectSid", ORDINARY, "objectClass", List.of((Object[])
                ("top," + (classes.contains("computer") ? "user," : "") + classes).split(",")));

        assertProtected(guard.check(plan(entry), entry), "it is");
        assertProtected(identified(Samples.GUID).check(plan(entry), entry), "it is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "USER", "inetOrgPerson", "contact", "group", "msExchDynamicDistributionList"})
    void a_recipient_may_be_written(String last) {
        DirectoryEntry entry = Samples.entry("objectSid", ORDINARY, "objectClass", List.of("top", last));

        assertThat(guard.check(plan(entry), entry)).matches(Plan::writes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"805306369", "805306370"})
    void the_account_of_a_machine_or_of_a_trusted_domain_is_left_alone(String type) {
        DirectoryEntry entry = Samples.entry("objectSid", ORDINARY, "objectClass", "user", "sAMAccountType", type);

        assertProtected(guard.check(plan(entry), entry), "sAMAccountType");
    }

    @Test
    void a_user_that_does_not_show_who_it_is_is_left_alone_and_a_contact_need_not() {
        DirectoryEntry user = Samples.entry("objectClass", List.of("top", "person", "user"));
        DirectoryEntry contact = Samples.entry("objectClass", List.of("top", "person", "contact"));

        assertProtected(guard.check(plan(user), user), "may not read its security identifier");
        assertThat(guard.check(plan(contact), contact)).matches(Plan::writes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE ", "1", "yes"})
    void a_mark_that_is_not_understood_counts_as_set(String value) {
        DirectoryEntry entry = Samples.entry("objectSid", ORDINARY, "isCriticalSystemObject", value);

        assertProtected(guard.check(plan(entry), entry), "critical");
    }

    private static Guard named(Dn name) {
        return new Guard(new Protection(Set.of(name), Set.of()));
    }

    private static Guard identified(ObjectGuid id) {
        return new Guard(new Protection(Set.of(), Set.of(id)));
    }

    private Plan plan(DirectoryEntry entry) {
        return planner.plan(Samples.cloud("CustomAttribute1", "new"), entry, Baseline.none(), Circumstances.plain());
    }

    private static void assertProtected(Plan plan, String sentence) {
        assertThat(plan.disposition()).isInstanceOfSatisfying(Disposition.Skip.class, skip -> {
            assertThat(skip.reason()).isEqualTo(SkipReason.PROTECTED_ENTRY);
            assertThat(skip.sentence()).contains(sentence);
        });
        assertThat(plan.modifications()).isEmpty();
    }
}
