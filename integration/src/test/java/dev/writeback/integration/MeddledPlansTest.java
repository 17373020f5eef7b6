package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.engine.ApplyReport;
import dev.writeback.engine.Ending;
import dev.writeback.engine.UndoReport;
import dev.writeback.engine.json.PlanJson;
import dev.writeback.engine.json.PlanReader;
import dev.writeback.integration.AdLab.Account;
import dev.writeback.plan.AppliedPlan;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Verdict;
import dev.writeback.spi.EntryWrite;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody edits an entry on the domain controller at the moment at which a saved plan or an undo writes to it. */
@Tag("ad")
class MeddledPlansTest {

    private static final String TEXT = "extensionAttribute1";
    private static final String ADDRESSES = "proxyAddresses";

    private final AdLab lab = AdLab.running();
    private final List<AppliedPlan> applied = new ArrayList<>();
    private Optional<Runnable> before = Optional.empty();

    @AutoClose
    private TestOu ou;

    @AutoClose
    private Embedded job;

    @BeforeEach
    void start() throws LDAPException {
        ou = TestOu.create(lab, lab.peopleDn(), "MeddledPlansTest", 1);
        hold(ADDRESSES, "SMTP:a@x.example", "smtp:b@x.example");
        job = Embedded.of(lab, Account.LEAST, new Once());
        job.cloud.page(Embedded.mailbox(ou.user(0))
                .stating("CustomAttribute1", "ours")
                .stating("CustomAttribute2", "ours too")
                .stating("EmailAddresses", "SMTP:b@x.example", "smtp:a@x.example")
                .change());
    }

    @Test
    void a_saved_plan_is_refused_as_a_whole() throws IOException {
        String document = saved();
        before = Optional.of(() -> hold(TEXT, "theirs"));

        ApplyReport report = apply(document);

        assertThat(before).as("it was tried").isEmpty();
        assertThat(report.refused()).isEqualTo(1);
        assertThat(applied)
                .singleElement()
                .satisfies(
                        plan -> assertThat(plan.problem().orElseThrow().code()).isEqualTo(ErrorCode.PLAN_OUTDATED));
        assertThat(held(TEXT)).containsExactly("theirs");
        assertThat(held("extensionAttribute2")).isEmpty();
        assertThat(held(ADDRESSES)).containsExactlyInAnyOrder("SMTP:a@x.example", "smtp:b@x.example");
    }

    @Test
    void a_saved_plan_that_meets_another_primary_address_says_so_and_a_run_leaves_one() throws IOException {
        String document = saved();
        before = Optional.of(() -> hold(ADDRESSES, "smtp:a@x.example", "smtp:b@x.example", "SMTP:c@x.example"));

        ApplyReport report = apply(document);

        assertThat(before).as("it was tried").isEmpty();
        assertThat(report.ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
        assertThat(report.applied()).isZero();
        assertThat(applied)
                .singleElement()
                .satisfies(plan -> assertThat(plan.problem()).isPresent());

        job.writeback.runOnce();

        assertThat(held(ADDRESSES))
                .containsExactlyInAnyOrder("smtp:a@x.example", "SMTP:b@x.example", "smtp:c@x.example");
        assertThat(job.writeback.reconcile().counts().writes()).isZero();
    }

    @Test
    void an_undo_leaves_what_was_edited_and_takes_back_the_rest() {
        String run = job.writeback.runOnce().cycleId();
        before = Optional.of(() -> hold(TEXT, "theirs"));

        UndoReport report = job.writeback.undo(run);

        assertThat(before).as("it was tried").isEmpty();
        assertThat(report.counts().left()).isEqualTo(1);
        assertThat(report.counts().restored()).isEqualTo(1);
        assertThat(held(TEXT)).containsExactly("theirs");
        assertThat(held("extensionAttribute2")).isEmpty();
        assertThat(held(ADDRESSES)).containsExactlyInAnyOrder("SMTP:a@x.example", "smtp:b@x.example");
        assertThat(job.last(ou.user(0)).plan().orElseThrow().decisions(Verdict.KEPT))
                .extracting(decision -> decision.attribute().value())
                .containsExactly(TEXT);
    }

    @Test
    void an_undo_that_meets_another_primary_address_says_so_and_a_reconciliation_leaves_one() {
        String run = job.writeback.runOnce().cycleId();
        before = Optional.of(() -> hold(ADDRESSES, "smtp:a@x.example", "smtp:b@x.example", "SMTP:c@x.example"));

        UndoReport report = job.writeback.undo(run);

        assertThat(before).as("it was tried").isEmpty();
        assertThat(report.counts().failed()).isEqualTo(1);
        assertThat(job.last(ou.user(0)).problem().orElseThrow().code()).isEqualTo(ErrorCode.ENTRY_CONFLICT);

        job.writeback.reconcile();

        assertThat(Stream.of(held(ADDRESSES)).filter(address -> address.startsWith("SMTP:")))
                .containsExactly("SMTP:b@x.example");
        assertThat(job.writeback.reconcile().counts().writes()).isZero();
    }

    private String saved() throws IOException {
        List<Plan> plans = new ArrayList<>();
        job.writeback.plan(plans::add);
        StringWriter text = new StringWriter();
        try (PlanJson json = PlanJson.to(text, "exchange-online")) {
            for (Plan plan : plans) {
                json.add(plan);
            }
        }
        return text.toString();
    }

    private ApplyReport apply(String document) {
        return job.writeback.apply(() -> PlanReader.of(new StringReader(document)), applied::add);
    }

    /** What an administrator makes of an attribute, whatever it was. */
    private void hold(String attribute, String... values) {
        try {
            ou.admin().modify(ou.user(0).dn(), new Modification(ModificationType.REPLACE, attribute, values));
        } catch (LDAPException fault) {
            throw new AssertionError("the administrator's edit failed", fault);
        }
    }

    private String[] held(String attribute) {
        try {
            String[] values = ou.read(ou.user(0), attribute).getAttributeValues(attribute);
            return values == null ? new String[0] : values;
        } catch (LDAPException fault) {
            throw new AssertionError(fault);
        }
    }

    private final class Once implements Meddling {

        @Override
        public void before(EntryWrite write) {
            Optional<Runnable> edit = before;
            before = Optional.empty();
            edit.ifPresent(Runnable::run);
        }
    }
}
