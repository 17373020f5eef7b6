package dev.writeback.engine.run;

import dev.writeback.engine.guard.Excess;
import dev.writeback.engine.planning.PrimaryWrite;
import dev.writeback.engine.run.Case.Attempt;
import dev.writeback.engine.run.Case.Trace;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Plan;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.EntryWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the directory: within the budget, within the rate, and with an answer to whatever the directory says. Once the
 * run is held, it puts aside what it would have written.
 */
final class DirectoryExport implements Export {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryExport.class);

    private final Parts parts;
    private final Spending spending;
    private final RateLimit rate;
    private final Announcer announcer;
    private final Hold hold;
    private final Brake brake;
    private final Tally tally;

    DirectoryExport(
            Parts parts, Spending spending, RateLimit rate, Announcer announcer, Hold hold, Brake brake, Tally tally) {
        this.parts = parts;
        this.spending = spending;
        this.rate = rate;
        this.announcer = announcer;
        this.hold = hold;
        this.brake = brake;
        this.tally = tally;
    }

    @Override
    public void announce(List<Draft> drafts) {
        if (!hold.isOn()) {
            announcer.announce(drafts);
        }
    }

    @Override
    public void write(Draft draft) {
        writeAll(List.of(draft));
    }

    /** A rate is kept to by single writes. */
    @Override
    public int atOnce() {
        return parts.writesPerSecond().isPresent()
                ? 1
                : Math.max(1, parts.directory().writesAtOnce());
    }

    @Override
    public void writeAll(List<Draft> drafts) {
        List<Draft> going = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            if (!brake.isPulled()) {
                Rounds.guarded(draft.one(), () -> admit(draft, going));
            }
        }
        send(going);
    }

    /** What comes before a plan that would go too far is written first, as if nobody had looked ahead. */
    private void admit(Draft draft, List<Draft> going) {
        Case one = draft.one();
        Plan plan = draft.plan();
        if (putsAside(one, plan) || !hold.admits(one)) {
            return;
        }
        Attempt lost = one.lost();
        if (lost != null && lost.trace() == Trace.POSSIBLE) {
            spending.refund(lost.plan());
        }
        Optional<Excess> excess = spending.spend(plan);
        if (excess.isPresent()) {
            send(going);
            going.clear();
            hold.exceed(excess.get());
            putsAside(one, plan);
        } else {
            going.add(draft);
        }
    }

    private void send(List<Draft> admitted) {
        List<Draft> going = admitted.isEmpty() ? List.of() : stillAdmitted(admitted);
        if (going.isEmpty()) {
            return;
        }
        List<Answer.Next> answers = answers(going);
        for (int i = 0; i < going.size(); i++) {
            Draft draft = going.get(i);
            Answer.Next next = answers.get(i);
            Rounds.guarded(draft.one(), () -> follow(draft.one(), draft.plan(), next));
        }
    }

    /** What is left of them after all waiting. */
    private List<Draft> stillAdmitted(List<Draft> admitted) {
        List<Draft> going = new ArrayList<>(admitted.size());
        try {
            boolean mayGo = mayGo();
            for (Draft draft : admitted) {
                if (mayGo && !putsAside(draft.one(), draft.plan())) {
                    tally.write();
                    going.add(draft);
                } else {
                    spending.refund(draft.plan());
                }
            }
        } catch (RuntimeException fault) {
            admitted.forEach(draft -> Rounds.guarded(draft.one(), () -> {
                throw fault;
            }));
            return List.of();
        }
        return going;
    }

    private boolean putsAside(Case one, Plan plan) {
        if (!hold.isOn()) {
            return false;
        }
        if (!brake.isPulled()) {
            one.conclude(Conclusion.held(plan));
        }
        return true;
    }

    private List<Answer.Next> answers(List<Draft> drafts) {
        try {
            List<EntryWrite> writes =
                    drafts.stream().map(DirectoryExport::entryWrite).toList();
            List<WriteOutcome> outcomes = writes.size() == 1
                    ? List.of(parts.directory().write(writes.get(0)))
                    : parts.directory().writeAll(writes);
            if (outcomes.size() != writes.size()) {
                throw new IllegalStateException("the sink %s was given %d writes and answered about %d"
                        .formatted(parts.directory().getClass().getName(), writes.size(), outcomes.size()));
            }
            List<Answer.Next> answers = new ArrayList<>(drafts.size());
            for (int i = 0; i < drafts.size(); i++) {
                Draft draft = drafts.get(i);
                answers.add(outcomes.get(i).match(new Answer(draft.one(), draft.plan())));
            }
            return answers;
        } catch (Throwable fault) {
            return drafts.stream().map(draft -> failed(draft, fault)).toList();
        }
    }

    private static EntryWrite entryWrite(Draft draft) {
        DirectoryEntry entry = draft.entry();
        return new EntryWrite(entry.id(), entry.server(), draft.plan().modifications());
    }

    private static Answer.Next failed(Draft draft, Throwable fault) {
        Case one = draft.one();
        LOG.warn("writing object {} ended in a {}", one.id(), fault.getClass().getName());
        LOG.debug("the write", fault);
        return new Answer.Concluded(
                Conclusion.notWritten(draft.plan(), Problems.internal("Writing object " + one.id(), fault)),
                Trace.POSSIBLE);
    }

    /** A plan of which nothing was done does not count as destruction. */
    private void follow(Case one, Plan plan, Answer.Next next) {
        if (next instanceof Answer.Concluded end) {
            conclude(one, plan, end.conclusion());
            journal(one, end.conclusion().wasWritten(), end.trace());
            refundIf(end.trace(), plan);
        } else if (next instanceof Answer.Again again) {
            one.lose(again.attempt());
            journal(one, false, again.attempt().trace());
            refundIf(again.attempt().trace(), plan);
        } else if (next instanceof Answer.Halted halted) {
            spending.refund(plan);
            brake.pull(Brake.Cause.DIRECTORY_UNREACHABLE, halted.problem());
        }
    }

    private void conclude(Case one, Plan plan, Conclusion end) {
        Optional<PrimaryWrite> blind =
                end.wasWritten() ? PrimaryWrite.of(plan, parts.planner().writes()) : Optional.empty();
        blind.ifPresentOrElse(one::toConfirm, () -> one.conclude(end));
    }

    private static void journal(Case one, boolean written, Trace trace) {
        if (written) {
            one.record();
        } else if (trace == Trace.POSSIBLE) {
            one.doubtWrite();
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
        return !brake.isPulled() && holds();
    }

    /** Asked after all waiting, for whoever waits may lose its work to another node meanwhile. */
    private boolean holds() {
        if (!parts.store().work().holds()) {
            brake.pull(Brake.Cause.STORE_FAILED, Problems.silent());
        }
        return !brake.isPulled();
    }
}
