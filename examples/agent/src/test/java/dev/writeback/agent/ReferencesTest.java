package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.Ending;
import dev.writeback.engine.RunReport;
import dev.writeback.engine.Writeback;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.ldap.LdapDirectory;
import dev.writeback.ldap.LdapSettings;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.plan.Step;
import dev.writeback.testkit.cloud.CloudMailbox;
import dev.writeback.testkit.cloud.RecordingReporter;
import dev.writeback.testkit.cloud.ScriptedCloud;
import dev.writeback.testkit.directory.EntrySnapshot;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.MailboxUser;
import dev.writeback.testkit.directory.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** References between mailboxes, all the way over LDAP to a directory whose links are those of Active Directory. */
class ReferencesTest {

    private static final int USERS = 5;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    private final ScriptedCloud cloud = ScriptedCloud.empty();
    private final RecordingReporter reporter = new RecordingReporter();
    private People people;
    private InMemoryActiveDirectory server;
    private LdapDirectory directory;
    private Writeback writeback;

    @BeforeEach
    void start() {
        people = People.start(USERS);
        server = people.directory();
        directory = LdapDirectory.open(LdapSettings.builder()
                .servers(List.of(server.ldapUrl()))
                .tls(LdapSettings.Tls.NONE)
                .baseDn(Dn.of(server.baseDn()))
                .bind(server.adminDn(), () -> server.adminPassword().toCharArray())
                .build());
        writeback = Writeback.builder()
                .source(cloud)
                .directory(directory)
                .reporter(reporter)
                .time(now::get)
                .profile(Profile.builder("links")
                        .rule(Rule.of("publicDelegates", "GrantSendOnBehalfTo"))
                        .rule(Rule.of("altRecipient", "ForwardingAddress"))
                        .build())
                .build();
    }

    @AfterEach
    void stop() {
        writeback.close();
        directory.close();
        people.close();
    }

    @Test
    void links_are_written_changed_and_cleared() {
        cloud.page(
                mailbox(0)
                        .stating("GrantSendOnBehalfTo", to(1), to(2))
                        .stating("ForwardingAddress", to(3))
                        .change(),
                mailbox(1).change(),
                mailbox(2).change(),
                mailbox(3).change());
        assertThat(writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED);
        assertLinks(0, dn(1), dn(2));
        assertThat(people.user(0).value("altRecipient")).contains(dn(3));

        cloud.page(mailbox(0)
                .version(2)
                .stating("GrantSendOnBehalfTo", to(2), to(3))
                .clearing("ForwardingAddress")
                .change());
        writeback.runOnce();
        assertLinks(0, dn(2), dn(3));
        assertThat(people.user(0).value("altRecipient")).isEmpty();

        cloud.page(mailbox(0).version(3).clearing("GrantSendOnBehalfTo").change());
        writeback.runOnce();
        assertLinks(0);
        assertThat(writeback.reconcile().counts().writes()).isZero();
    }

    @Test
    void a_link_is_written_when_the_entry_comes_into_the_directory() {
        UUID guid = UUID.fromString("11111111-2222-3333-4444-555555555555");
        cloud.page(
                mailbox(0)
                        .stating("GrantSendOnBehalfTo", to(1), reference("late"))
                        .change(),
                mailbox(1).change(),
                CloudMailbox.of("late")
                        .anchoredBy(new Anchor.ExternalDirectoryObjectId("User_" + guid))
                        .managedInDirectory()
                        .change());
        assertThat(writeback.runOnce().counts().waiting()).isEqualTo(1);
        assertLinks(0, dn(1));

        EntrySnapshot late = server.add(
                MailboxUser.of("late", "corp.example").with("msDS-ExternalDirectoryObjectId", "User_" + guid));
        pass(Duration.ofSeconds(30));
        assertThat(writeback.runOnce().counts().written()).isEqualTo(1);
        assertLinks(0, dn(1), late.dn());
    }

    @Test
    void a_renamed_entry_neither_fails_nor_flaps_and_is_written_by_its_new_name() {
        cloud.page(
                mailbox(0).stating("GrantSendOnBehalfTo", to(1)).change(),
                mailbox(1).change());
        writeback.runOnce();
        String renamed = "CN=Married,OU=People," + server.baseDn();
        server.move(dn(1), renamed);
        assertLinks(0, renamed);
        long usn = people.user(0).usnChanged();

        RunReport looked = writeback.reconcile();

        assertThat(looked.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(looked.counts().written()).isZero();
        assertThat(people.user(0).usnChanged()).isEqualTo(usn);

        server.move(renamed, "CN=Again,OU=People," + server.baseDn());
        cloud.page(mailbox(2)
                .stating("GrantSendOnBehalfTo", to(1))
                .stating("ForwardingAddress", to(1))
                .change());
        RunReport stale = writeback.runOnce();
        assertThat(stale.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(stale.counts().writes())
                .as("the watch told of the new name before it was needed")
                .isEqualTo(1);
        assertLinks(2, "CN=Again,OU=People," + server.baseDn());
    }

    @Test
    void a_deleted_entry_is_left_out_although_its_name_was_known() {
        cloud.page(
                mailbox(0).stating("GrantSendOnBehalfTo", to(1)).change(),
                mailbox(1).change());
        writeback.runOnce();
        server.delete(dn(1));
        cloud.page(
                mailbox(2).stating("GrantSendOnBehalfTo", to(1), to(3)).change(),
                mailbox(3).change());

        RunReport report = writeback.runOnce();

        assertThat(report.counts().failed()).isZero();
        assertThat(report.counts().waiting()).isEqualTo(1);
        assertLinks(2, dn(3));
        assertThat(reporter.all()).noneMatch(status -> status.result() == Step.Result.FAILURE);
    }

    @Test
    void a_batch_takes_one_search_for_what_it_refers_to_and_none_when_it_is_known() {
        cloud.page(Stream.iterate(0, number -> number < USERS, number -> number + 1)
                .map(number -> mailbox(number).change())
                .toList());
        writeback.runOnce();
        cloud.page(mailbox(0)
                .version(2)
                .stating("GrantSendOnBehalfTo", to(1), to(2))
                .change());
        writeback.runOnce();
        server.resetCounts();
        cloud.page(mailbox(3).version(2).stating("GrantSendOnBehalfTo", to(4)).change());
        RunReport unknown = writeback.runOnce();
        long searches = server.counts().of(Operation.SEARCH);
        server.resetCounts();
        cloud.page(mailbox(4)
                .version(2)
                .stating("GrantSendOnBehalfTo", to(1), to(2))
                .change());
        RunReport known = writeback.runOnce();

        assertThat(unknown.counts().lookups()).isEqualTo(2);
        assertThat(known.counts().lookups()).isEqualTo(1);
        assertThat(server.counts().of(Operation.SEARCH)).isLessThan(searches);
        assertLinks(4, dn(1), dn(2));
    }

    private CloudMailbox mailbox(int number) {
        return CloudMailbox.of("user" + number).anchoredAt(people.user(number).objectGuid());
    }

    private static AttributeValue to(int number) {
        return reference("user" + number);
    }

    private static AttributeValue reference(String id) {
        return new AttributeValue.Reference(CloudObjectId.of(id));
    }

    private String dn(int number) {
        return "CN=user" + number + ",OU=People," + server.baseDn();
    }

    private void assertLinks(int number, String... names) {
        assertThat(people.user(number).values("publicDelegates")).containsExactlyInAnyOrder(names);
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
