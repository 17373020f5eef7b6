package dev.writeback.engine.run;

import dev.writeback.engine.run.Case.Attempt;
import dev.writeback.engine.run.Case.Trace;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.spi.EntryWrite;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to the directory: within the budget, within the rate, and with an answer to whatever the directory says. */
final class DirectoryExport implements Export {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryExport.class);

    private final Parts parts;
    private final Spending spending;
    private final RateLimit rate;
    private final Brake brake;
    private final Tally tally;

    DirectoryExport(Parts parts, Spending spending, RateLimit rate, Brake brake, Tally tally) {
        this.parts = parts;
        this.spending = spending;
        this.rate = rate;
        this.brake = brake;
        this.tally = tally;
    }

    @Override
    public void write(Case one, Plan plan, DirectoryEntry entry) {
        Attempt lost = one.lost();
        if (lost != null && lost.trace() == Trace.POSSIBLE) {
            spending.refund(lost.plan());
        }
        Optional<Problem> tooMuch = spending.spend(plan);
        if (tooMuch.isPresent()) {
            brake.pull(Brake.Cause.HELD, tooMuch.get());
            return;
        }
        if (!mayGo()) {
            spending.refund(plan);
            return;
        }
        tally.write();
        follow(one, plan, answer(one, plan, entry));
    }

    private Answer.Next answer(Case one, Plan plan, DirectoryEntry entry) {
        try {
            return parts.directory()
                    .write(new EntryWrite(entry.id(), entry.server(), plan.modifications()))
                    .match(new Answer(one, plan));
        } catch (Throwable fault) {
            LOG.warn(
                    "writing object {} ended in a {}",
                    one.id(),
                    fault.getClass().getName());
            LOG.debug("the write", fault);
            return new Answer.Concluded(
                    Conclusion.notWritten(plan, Problems.internal("Writing object " + one.id(), fault)),
                    Trace.POSSIBLE);
        }
    }

    /** A plan of which nothing was done does not count as destruction. */
    private void follow(Case one, Plan plan, Answer.Next next) {
        if (next instanceof Answer.Concluded end) {
            one.conclude(end.conclusion());
            refundIf(end.trace(), plan);
        } else if (next instanceof Answer.Again again) {
            one.lose(again.attempt());
            refundIf(again.attempt().trace(), plan);
        } else if (next instanceof Answer.Halted halted) {
            spending.refund(plan);
            brake.pull(Brake.Cause.DIRECTORY_UNREACHABLE, halted.problem());
        }
    }

    private void refundIf(Trace trace, Plan plan) {
        if (trace == Trace.NONE) {
            spending.refund(plan);
        }
    }

    private boolean mayGo() {
        try {
            rate.acquire();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            brake.stop();
        }
        return !brake.isPulled();
    }
}
