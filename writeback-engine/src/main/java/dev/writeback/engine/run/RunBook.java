package dev.writeback.engine.run;

import dev.writeback.plan.Problem;
import dev.writeback.spi.RunRecord;
import dev.writeback.spi.Runs;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a run came to. One in which there was nothing to do, and that found out nothing, is not kept. */
final class RunBook {

    private static final int NEWEST = 100;
    private static final Logger LOG = LoggerFactory.getLogger(RunBook.class);

    private final Parts parts;
    private final Cycle cycle;
    private final Brake brake;
    private final IntakeRun.Result in;

    RunBook(Parts parts, Cycle cycle, Brake brake, IntakeRun.Result in) {
        this.parts = parts;
        this.cycle = cycle;
        this.brake = brake;
        this.in = in;
    }

    /** Keeps a run that took its course. */
    void keep(Counts counts, Optional<Problem> held) {
        Optional<Problem> problem =
                held.or(() -> brake.reason().flatMap(Brake.Reason::problem)).or(in::problem);
        if (hasRead() || counts.taken() > 0 || problem.isPresent()) {
            keep(counts, problem, held.isPresent());
        }
    }

    /** Keeps a run in which nothing was done because another one is held, or the source is not complete. */
    void keepRefused(Counts nothing, Problem standing) {
        if (hasRead()) {
            keep(
                    nothing,
                    in.shrunk().or(() -> Optional.of(standing)),
                    in.shrunk().isPresent());
        }
    }

    private boolean hasRead() {
        return in.read() + in.rejected() > 0 || in.enumerated().isPresent();
    }

    private void keep(Counts counts, Optional<Problem> problem, boolean held) {
        try {
            Runs runs = parts.store().records().journal().runs();
            Instant now = parts.time().instant();
            runs.keep(new RunRecord(
                    cycle.id(),
                    cycle.started(),
                    Optional.of(now),
                    held ? state(runs) : RunRecord.State.FREE,
                    problem,
                    in.enumerated(),
                    numbers(counts)));
        } catch (RuntimeException fault) {
            LOG.error("the store failed to keep what run {} came to", cycle.id(), fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
        }
    }

    /** Somebody may have decided while the run went on. */
    private RunRecord.State state(Runs runs) {
        return runs.newest(NEWEST).stream()
                .filter(run -> run.id().equals(cycle.id()))
                .map(RunRecord::state)
                .findFirst()
                .orElse(RunRecord.State.HELD);
    }

    private Map<String, Long> numbers(Counts counts) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        numbers.put("read", in.read());
        numbers.put("malformed", in.rejected());
        numbers.putAll(numbersOf(counts));
        Map<String, Long> all = new LinkedHashMap<>();
        numbers.forEach((name, number) -> all.put(name, number.longValue()));
        return all;
    }

    private static Map<String, Integer> numbersOf(Counts counts) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        numbers.put("taken", counts.taken());
        numbers.put("written", counts.written());
        numbers.put("unchanged", counts.unchanged());
        numbers.put(
                "skipped",
                counts.skipped().values().stream().mapToInt(Integer::intValue).sum());
        numbers.put("failed", counts.failed());
        numbers.put("expired", counts.expired());
        numbers.put("warnings", counts.warnings());
        numbers.put("drifted", counts.drifted());
        numbers.put("parked", counts.parked());
        numbers.put("waiting", counts.waiting());
        numbers.put("held", counts.held());
        numbers.put("released", counts.released());
        numbers.put("destroyed", counts.destroyed());
        numbers.put("lookups", counts.lookups());
        numbers.put("writes", counts.writes());
        return numbers;
    }
}
