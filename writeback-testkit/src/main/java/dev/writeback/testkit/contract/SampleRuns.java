package dev.writeback.testkit.contract;

import dev.writeback.spi.RunRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Runs of every form. */
final class SampleRuns {

    private static final Instant STARTED = SampleStatuses.NOW.plusNanos(123_456_789);

    private SampleRuns() {}

    /** A run that goes on. */
    static RunRecord begun(String id) {
        return new RunRecord(
                id, STARTED, Optional.empty(), RunRecord.State.FREE, Optional.empty(), OptionalLong.empty(), Map.of());
    }

    /** A run that read its source from its start to its end. */
    static RunRecord enumerating(String id, RunRecord.State state, long objects) {
        return new RunRecord(
                id,
                STARTED,
                Optional.of(STARTED.plusSeconds(1)),
                state,
                Optional.of(SamplePlans.PROBLEM),
                OptionalLong.of(objects),
                Map.of("written", objects, SamplePlans.HOSTILE, Long.MAX_VALUE));
    }

    /** One of each, the oldest first. */
    static List<RunRecord> ofEveryState() {
        return List.of(
                begun("run 1"),
                enumerating("run 2", RunRecord.State.HELD, 0),
                enumerating("run 3", RunRecord.State.APPROVED, Long.MAX_VALUE),
                enumerating("run 4", RunRecord.State.REJECTED, 3));
    }
}
