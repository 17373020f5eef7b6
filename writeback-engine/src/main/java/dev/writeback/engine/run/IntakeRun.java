package dev.writeback.engine.run;

import dev.writeback.model.CloudChange;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Status;
import dev.writeback.spi.Arrival;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.SourceRead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a source to its present end, page by page, each kept together with the place after it. */
public final class IntakeRun {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeRun.class);

    private final Parts parts;
    private final StatusWriter statuses;
    private final Enumerations enumerations;

    /** An intake for these parts. */
    public IntakeRun(Parts parts) {
        this.parts = parts;
        this.statuses = new StatusWriter(parts);
        this.enumerations = new Enumerations(parts);
    }

    /**
     * What came in.
     *
     * @param read how many changes were read
     * @param rejected how many could not be
     * @param problem why reading ended before the source's end; nothing if it did not
     * @param enumerated how many objects the source stated, if it was read from its start to its end
     * @param shrunk why nothing is to be written, if those are far too few; the store knows it
     */
    public record Result(
            int read, int rejected, Optional<Problem> problem, OptionalLong enumerated, Optional<Problem> shrunk) {

        /** Before anything is read. */
        public static final Result NOTHING = new Result(0, 0, Optional.empty(), OptionalLong.empty(), Optional.empty());

        private Result and(SourceRead.Page page) {
            return new Result(
                    read + page.changes().size(), rejected + page.rejected().size(), problem, enumerated, shrunk);
        }

        private Result ended(Problem why) {
            return new Result(read, rejected, Optional.of(why), enumerated, shrunk);
        }

        private Result counted(long stated, Optional<Problem> tooFew) {
            return new Result(read, rejected, problem, OptionalLong.of(stated), tooFew);
        }
    }

    /** Reads until there is no more for now, or the source fails, or the brake is pulled. One thread at a time. */
    public Result run(Cycle cycle, Brake brake) {
        Reading reading = new Reading(cycle);
        try {
            reading.start();
            while (reading.goesOn && !brake.isPulled()) {
                reading.next();
                brake.stopIfInterrupted();
            }
            reading.enumerated().ifPresent(reading::compare);
        } catch (RuntimeException fault) {
            LOG.error("the store failed to take in what was read", fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
        }
        return reading.result;
    }

    private SourceRead read(@Nullable Cursor after) {
        try {
            return parts.source().read(after);
        } catch (Throwable fault) {
            String name = parts.source().name();
            LOG.warn(
                    "reading the source {} ended in a {}",
                    name,
                    fault.getClass().getName());
            LOG.debug("the source", fault);
            return new SourceRead.Unavailable(Problems.source(name, fault));
        }
    }

    /** Where one intake stands. */
    private final class Reading {

        private final Cycle cycle;
        private final String source = parts.source().name();
        private @Nullable Cursor after;

        /** What the store says; not the same as where reading goes on while a source is read from its start again. */
        private Optional<Cursor> kept = Optional.empty();

        /** What was stated since the source's start; nothing if reading began elsewhere. */
        private @Nullable DistinctCount stated;

        private boolean atEnd;
        private boolean restarted;
        private boolean goesOn = true;
        private Result result = Result.NOTHING;

        Reading(Cycle cycle) {
            this.cycle = cycle;
        }

        void start() {
            kept = parts.store().intake().cursor(source);
            after = kept.orElse(null);
            stated = after == null ? new DistinctCount() : null;
        }

        /** How many objects the source stated, if it was read from its start to its end. */
        OptionalLong enumerated() {
            return stated == null || !atEnd ? OptionalLong.empty() : OptionalLong.of(stated.estimate());
        }

        void compare(long objects) {
            result = result.counted(objects, enumerations.keep(cycle, objects));
        }

        /** What another process has taken in need not be read again. */
        private boolean readElsewhere() {
            LOG.debug("another process has read the source {} on", source);
            start();
            return true;
        }

        void next() {
            goesOn = read(after).match(this::keep, unavailable -> end(unavailable.problem()), expired -> restart());
        }

        private boolean keep(SourceRead.Page page) {
            List<Status> unreadable = page.rejected().stream()
                    .map(rejected -> statuses.status(cycle, rejected))
                    .toList();
            Instant now = parts.time().instant();
            Arrival arrival = new Arrival(source, kept, heard(page.changes(), now), unreadable, page.next(), now);
            if (!parts.store().intake().accept(arrival)) {
                return readElsewhere();
            }
            parts.names().forget(page.changes().stream().map(CloudChange::id).toList());
            boolean stuck = page.next().equals(after) && page.changes().isEmpty();
            after = page.next();
            kept = Optional.of(after);
            result = result.and(page);
            count(page);
            atEnd = page.rest() != SourceRead.Rest.MORE;
            return page.rest() == SourceRead.Rest.MORE && !stuck;
        }

        /** What is gone is not stated; what is stated and cannot be read is. */
        private void count(SourceRead.Page page) {
            DistinctCount count = stated;
            if (count != null) {
                page.changes().stream()
                        .filter(CloudChange.Update.class::isInstance)
                        .forEach(change -> count.add(change.id().value()));
                page.rejected().stream()
                        .flatMap(rejected -> rejected.object().stream())
                        .forEach(object -> count.add(object.value()));
            }
        }

        /** Where the cloud does not say when it said something, the time of its arrival counts. */
        private static List<CloudChange> heard(List<CloudChange> changes, Instant now) {
            return changes.stream()
                    .map(change -> change instanceof CloudChange.Update update ? update.heardAt(now) : change)
                    .toList();
        }

        private boolean restart() {
            if (after == null || restarted) {
                return end(Problems.expiredAgain(source));
            }
            LOG.warn("the source {} no longer knows its cursor; it is read from the start", source);
            after = null;
            stated = new DistinctCount();
            restarted = true;
            return true;
        }

        private boolean end(Problem why) {
            result = result.ended(why);
            return false;
        }
    }
}
