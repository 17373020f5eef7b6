package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.engine.Ending;
import dev.writeback.engine.RunReport;
import dev.writeback.integration.AdLab.Account;
import dev.writeback.ldap.LdapSettings.Changes;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What another account changes on the domain controller, found by what the server itself tells of changes. */
@Tag("ad")
class DirectoryDriftTest {

    private static final int USERS = 5;

    private final AdLab lab = AdLab.running();

    @ParameterizedTest
    @EnumSource
    void an_edit_of_another_account_is_reported_once_and_what_the_job_wrote_is_not(Changes changes)
            throws LDAPException {
        try (TestOu ou = TestOu.create(lab, lab.peopleDn(), "DirectoryDriftTest", USERS);
                Embedded job = Embedded.of(
                        Embedded.settings(lab, Account.LEAST).changes(changes).build())) {
            state(job, ou, 1);
            assertThat(job.writeback.runOnce().counts().written()).isEqualTo(USERS);

            RunReport own = job.writeback.runOnce();

            assertThat(own.unwatched()).isEmpty();
            assertThat(own.counts().taken()).isZero();
            assertThat(own.counts().lookups()).as("own writes cost no look").isZero();

            edit(ou.user(3), "extensionAttribute1", "local");
            edit(ou.user(4), "description", "of no interest");
            RunReport found = job.writeback.runOnce();

            assertThat(found.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(found.counts().drifted()).isEqualTo(1);
            assertThat(found.counts().taken()).isEqualTo(1);
            assertThat(found.counts().writes()).isZero();
            names(job.last(ou.user(3)));
            assertThat(ou.read(ou.user(3)).getAttributeValue("extensionAttribute1"))
                    .isEqualTo("local");

            int told = job.statuses.all().size();
            assertThat(job.writeback.runOnce().counts().taken()).isZero();
            assertThat(job.statuses.all()).hasSize(told).hasSize(USERS + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_value_that_another_account_takes_away_is_drift_and_comes_back_with_a_reconciliation(Changes changes)
            throws LDAPException {
        try (TestOu ou = TestOu.create(lab, lab.peopleDn(), "DirectoryDriftTest", USERS);
                Embedded job = Embedded.of(
                        Embedded.settings(lab, Account.LEAST).changes(changes).build())) {
            state(job, ou, 1);
            job.writeback.runOnce();
            edit(ou.user(1), "extensionAttribute1");

            assertThat(job.writeback.runOnce().counts().drifted()).isEqualTo(1);
            assertThat(job.last(ou.user(1)).result()).isEqualTo(Step.Result.WARNING);

            assertThat(job.writeback.reconcile().counts().written()).isEqualTo(1);
            assertThat(ou.read(ou.user(1)).getAttributeValue("extensionAttribute1"))
                    .isEqualTo("cloud 1");
            assertThat(job.writeback.runOnce().counts().taken()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_reconciliation_takes_out_again_is_named(Changes changes) throws LDAPException {
        try (TestOu ou = TestOu.create(lab, lab.peopleDn(), "DirectoryDriftTest", USERS);
                Embedded job = Embedded.of(
                        Embedded.settings(lab, Account.LEAST).changes(changes).build())) {
            state(job, ou, 1);
            job.writeback.runOnce();
            edit(ou.user(2), "msExchExtensionCustomAttribute1", "one", "two", "theirs");
            assertThat(job.writeback.runOnce().counts().drifted()).isEqualTo(1);
            assertThat(ou.read(ou.user(2)).getAttributeValues("msExchExtensionCustomAttribute1"))
                    .contains("theirs");

            job.writeback.reconcile();

            assertThat(ou.read(ou.user(2)).getAttributeValues("msExchExtensionCustomAttribute1"))
                    .containsExactlyInAnyOrder("one", "two");
            assertThat(job.last(ou.user(2)).written())
                    .singleElement()
                    .satisfies(decision -> assertThat(decision.directory()).contains(AttributeValue.text("theirs")))
                    .satisfies(
                            decision -> assertThat(decision.provenance().rule()).isEqualTo("drift-reconciled"));
        }
    }

    private static void names(Status status) {
        assertThat(status.result()).isEqualTo(Step.Result.WARNING);
        assertThat(Embedded.step(status, Step.Type.PROCESSING).details().get("Drift extensionAttribute1"))
                .startsWith("agreed [cloud 1], directory [local]: ");
    }

    private static void state(Embedded job, TestOu ou, int version) {
        job.cloud.page(IntStream.range(0, USERS)
                .mapToObj(number -> Embedded.mailbox(ou.user(number))
                        .version(version)
                        .stating("CustomAttribute1", "cloud " + version)
                        .stating("ExtensionCustomAttribute1", "one", "two")
                        .change())
                .toList());
    }

    /** By an account that is neither the job's nor the one that made the users. */
    private void edit(TestUser user, String attribute, String... values) throws LDAPException {
        try (LDAPConnection other = lab.connect(attribute.equals("description") ? Account.ADMIN : Account.SERVICE)) {
            other.modify(user.dn(), new Modification(ModificationType.REPLACE, attribute, values));
        }
    }
}
