package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.engine.Ending;
import dev.writeback.engine.RunReport;
import dev.writeback.integration.AdLab.Account;
import dev.writeback.model.AttributeName;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.plan.Verdict;
import dev.writeback.spi.EntryWrite;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody makes another address the primary one, on the domain controller, between the job's reading and its writing. */
@Tag("ad")
class PrimaryRaceTest {

    private static final AttributeName ADDRESSES = AttributeName.of("proxyAddresses");
    private static final String X500 = "X500:/o=Lab Organization/cn=kept";

    private final AdLab lab = AdLab.running();

    @AutoClose
    private TestOu ou;

    private Optional<Runnable> before = Optional.empty();
    private Optional<Runnable> after = Optional.empty();

    @AutoClose
    private Embedded job;

    @BeforeEach
    void start() throws LDAPException {
        ou = TestOu.create(lab, lab.peopleDn(), "PrimaryRaceTest", 1);
        job = Embedded.of(lab, Account.LEAST, new Once());
    }

    @Test
    void one_primary_is_left_when_somebody_swaps_it_between_read_and_write() throws LDAPException {
        agree("SMTP:a@x.example", "smtp:b@x.example");
        state(2, "SMTP:b@x.example", "smtp:a@x.example");
        before = Optional.of(() -> hold("smtp:a@x.example", "SMTP:c@x.example", X500));

        RunReport report = job.writeback.runOnce();

        assertThat(before).as("it was written").isEmpty();
        assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(report.counts().writes()).as("the lost race and the other").isEqualTo(2);
        assertThat(held()).containsExactlyInAnyOrder("SMTP:b@x.example", "smtp:a@x.example", "smtp:c@x.example", X500);
        Status status = job.last(ou.user(0));
        assertThat(status.result()).isEqualTo(Step.Result.WARNING);
        assertThat(verdict(status)).isEqualTo(Verdict.CONFLICT);
        assertThat(Embedded.step(status, Step.Type.PROCESSING).details().get("Conflict proxyAddresses"))
                .contains("SMTP:b@x.example", "SMTP:c@x.example");
        assertThat(job.writeback.reconcile().counts().writes()).isZero();
    }

    /** Each value that the write removes is there in another spelling, so the server takes it. */
    @Test
    void one_primary_is_left_when_somebody_swaps_it_so_that_no_condition_fails() throws LDAPException {
        agree("SMTP:a@x.example", "smtp:b@x.example");
        state(2, "SMTP:b@x.example", "smtp:a@x.example");
        before = Optional.of(() -> hold("smtp:a@x.example", "smtp:b@x.example", "SMTP:c@x.example"));

        RunReport report = job.writeback.runOnce();

        assertThat(before).as("it was written").isEmpty();
        assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(held()).containsExactlyInAnyOrder("SMTP:b@x.example", "smtp:a@x.example", "smtp:c@x.example");
        assertThat(job.statuses.withResult(Step.Result.WARNING)).isNotEmpty();
        assertThat(verdict(job.last(ou.user(0)))).isEqualTo(Verdict.CONFLICT);
        assertThat(job.writeback.reconcile().counts().writes()).isZero();
    }

    @Test
    void one_primary_is_left_when_somebody_adds_one_where_there_was_none() throws LDAPException {
        hold();
        state(1, "SMTP:a@x.example");
        before = Optional.of(() -> hold("SMTP:c@x.example"));

        job.writeback.runOnce();

        assertThat(before).as("it was written").isEmpty();
        assertThat(held()).containsExactlyInAnyOrder("SMTP:a@x.example", "smtp:c@x.example");
        assertThat(job.writeback.reconcile().counts().writes()).isZero();
    }

    @Test
    void one_primary_is_left_when_somebody_makes_one_of_the_address_that_is_only_respelled() throws LDAPException {
        agree("SMTP:a@x.example", "smtp:b@x.example");
        state(2, "SMTP:a@x.example", "smtp:B@x.example");
        before = Optional.of(() -> hold("smtp:a@x.example", "SMTP:b@x.example"));

        job.writeback.runOnce();

        assertThat(before).as("it was written").isEmpty();
        assertThat(held()).containsExactlyInAnyOrder("SMTP:a@x.example", "smtp:B@x.example");
        assertThat(job.writeback.reconcile().counts().writes()).isZero();
    }

    @Test
    void another_primary_that_is_made_after_the_write_is_left_and_named() throws LDAPException {
        agree("SMTP:a@x.example", "smtp:b@x.example");
        state(2, "SMTP:b@x.example", "smtp:a@x.example");
        after = Optional.of(() -> hold("smtp:b@x.example", "SMTP:a@x.example"));

        job.writeback.runOnce();

        assertThat(after).as("it was written").isEmpty();
        assertThat(held()).containsExactlyInAnyOrder("smtp:b@x.example", "SMTP:a@x.example");
        Status status = job.last(ou.user(0));
        assertThat(status.steps().get(status.steps().size() - 1).description())
                .isEqualTo(
                        "Written, and somebody else has made another address the primary one: proxyAddresses, mail.");
    }

    private void agree(String... addresses) {
        hold(addresses);
        state(1, addresses);
        assertThat(job.writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED);
        assertThat(held()).containsExactlyInAnyOrder(addresses);
    }

    private void state(long version, String first, String... others) {
        job.cloud.page(Embedded.mailbox(ou.user(0))
                .version(version)
                .stating("EmailAddresses", first, others)
                .change());
    }

    private void state(long version, String[] addresses) {
        state(version, addresses[0], addresses[1]);
    }

    /** What an administrator makes of the addresses, whatever they were. */
    private void hold(String... addresses) {
        try {
            ou.admin().modify(ou.user(0).dn(), new Modification(ModificationType.REPLACE, "proxyAddresses", addresses));
        } catch (LDAPException fault) {
            throw new AssertionError("the administrator's edit failed", fault);
        }
    }

    private String[] held() {
        try {
            return ou.read(ou.user(0), "proxyAddresses").getAttributeValues("proxyAddresses");
        } catch (LDAPException fault) {
            throw new AssertionError(fault);
        }
    }

    private static Verdict verdict(Status status) {
        Plan plan = status.plan().orElseThrow();
        return plan.decision(ADDRESSES).orElseThrow().verdict();
    }

    /** Each once. */
    private final class Once implements Meddling {

        @Override
        public void before(EntryWrite write) {
            Optional<Runnable> edit = before;
            before = Optional.empty();
            edit.ifPresent(Runnable::run);
        }

        @Override
        public void after(EntryWrite write) {
            Optional<Runnable> edit = after;
            after = Optional.empty();
            edit.ifPresent(Runnable::run);
        }
    }
}
