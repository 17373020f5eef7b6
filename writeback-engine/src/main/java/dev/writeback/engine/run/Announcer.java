package dev.writeback.engine.run;

import dev.writeback.engine.guard.Destructions;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Destruction;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<Draft, JournalRecord.Written> records = new LinkedHashMap<>();
        Instant now = parts.time().instant();
        for (Draft draft : drafts) {
            if (draft.one().hasRecords()) {
                draft.one().handBack();
            } else {
                JournalRecord.Written record = record(draft.one(), draft.plan(), now);
                draft.one().announce(record);
                records.put(draft, record);
            }
        }
        if (!records.isEmpty()) {
            announceAll(records);
        }
    }

    private void announceAll(Map<Draft, JournalRecord.Written> records) {
        try {
            announce(records.values(), worth(records.keySet()));
        } catch (RuntimeException fault) {
            if (announcedOneByOne(records) == 0 && records.size() > 1) {
                LOG.error("the store failed to keep what is about to be written to {} entries", records.size(), fault);
                brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
            }
        }
    }

    /** One that cannot be announced fails alone; if it was the store, the settlement of that shows it. */
    private int announcedOneByOne(Map<Draft, JournalRecord.Written> records) {
        int announced = 0;
        List<Runnable> failures = new ArrayList<>();
        for (Map.Entry<Draft, JournalRecord.Written> one : records.entrySet()) {
            Case culprit = one.getKey().one();
            try {
                announce(List.of(one.getValue()), worth(List.of(one.getKey())));
                announced++;
            } catch (RuntimeException fault) {
                LOG.warn("the store cannot keep what is about to be written to object {}", culprit.id(), fault);
                failures.add(() -> culprit.fail(Problems.unannounced(culprit.id(), fault)));
            }
        }
        if (announced > 0 || records.size() == 1) {
            failures.forEach(Runnable::run);
        }
        return announced;
    }

    private void announce(Collection<JournalRecord.Written> records, Destruction worth) {
        parts.store().records().journal().announce(List.copyOf(records), worth);
    }

    private static Destruction worth(Collection<Draft> drafts) {
        return Destructions.of(drafts.stream().map(Draft::plan).toList());
    }

    private JournalRecord.Written record(Case one, Plan plan, Instant now) {
        List<JournalRecord.Change> changes = plan.decisions().stream()
                .filter(AttributeDecision::writes)
                .map(it -> new JournalRecord.Change(it.attribute(), it.directory(), it.result(), it.disclosure()))
                .toList();
        return new JournalRecord.Written(cycle.id(), now, one.id(), plan.entry().orElseThrow(), changes, undoes);
    }
}
