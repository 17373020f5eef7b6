package dev.writeback.engine.run;

import dev.writeback.engine.guard.Destructions;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Destruction;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the journal what is about to be written, so that no write is missing from it when the process dies. */
final class Announcer {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final Parts parts;
    private final Cycle cycle;
    private final Optional<String> undoes;
    private final Brake brake;

    Announcer(Parts parts, Cycle cycle, Optional<String> undoes, Brake brake) {
        this.parts = parts;
        this.cycle = cycle;
        this.undoes = undoes;
        this.brake = brake;
    }

    /**
     * Announces the drafts. A case of which the journal must first keep an earlier write is handed back instead, because
     * it has room for one announcement only. If the store fails nothing is to be written.
     */
    void announce(List<Draft> drafts) {
        List<JournalRecord.Written> records = new ArrayList<>(drafts.size());
        Instant now = parts.time().instant();
        for (Draft draft : drafts) {
            if (draft.one().hasRecords()) {
                draft.one().handBack();
            } else {
                JournalRecord.Written record = record(draft.one(), draft.plan(), now);
                draft.one().announce(record);
                records.add(record);
            }
        }
        if (!records.isEmpty()) {
            announceAll(records, worth(drafts));
        }
    }

    private static Destruction worth(List<Draft> drafts) {
        return Destructions.of(drafts.stream()
                .filter(draft -> !draft.one().isHandedBack())
                .map(Draft::plan)
                .toList());
    }

    private void announceAll(List<JournalRecord.Written> records, Destruction worth) {
        try {
            parts.store().records().journal().announce(records, worth);
        } catch (RuntimeException fault) {
            LOG.error("the store failed to keep what is about to be written to {} entries", records.size(), fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
        }
    }

    private JournalRecord.Written record(Case one, Plan plan, Instant now) {
        List<JournalRecord.Change> changes = plan.decisions().stream()
                .filter(AttributeDecision::writes)
                .map(it -> new JournalRecord.Change(it.attribute(), it.directory(), it.result(), it.disclosure()))
                .toList();
        return new JournalRecord.Written(cycle.id(), now, one.id(), plan.entry().orElseThrow(), changes, undoes);
    }
}
