package dev.writeback.testkit.cloud;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.spi.StatusReporter;
import java.util.ArrayList;
import java.util.List;

/** A status screen that keeps all that it is told, in order, and fails when a test wants it to. Thread-safe. */
public final class RecordingReporter implements StatusReporter {

    private final List<Status> taken = new ArrayList<>();
    private final List<Status> refused = new ArrayList<>();
    private int failures;

    /** A screen that was told nothing. */
    public RecordingReporter() {}

    /** Makes the next so many reports throw; those statuses do not count as taken. */
    public synchronized RecordingReporter failing(int times) {
        failures += times;
        return this;
    }

    /**
     * Takes a status, or throws as often as {@link #failing} said.
     *
     * @throws IllegalStateException if it is to fail
     */
    @Override
    public synchronized void report(Status status) {
        if (failures > 0) {
            failures--;
            refused.add(status);
            throw new IllegalStateException("the test says that the status %s is not taken".formatted(status.id()));
        }
        taken.add(status);
    }

    /** All statuses that were taken, oldest first, those that came twice twice. A copy. */
    public synchronized List<Status> all() {
        return List.copyOf(taken);
    }

    /** All statuses that it failed to take, oldest first. A copy. */
    public synchronized List<Status> refused() {
        return List.copyOf(refused);
    }

    /** The statuses of one object, oldest first. */
    public List<Status> of(CloudObjectId id) {
        return all().stream()
                .filter(status -> status.object().filter(id::equals).isPresent())
                .toList();
    }

    /** How each change of an object ended, oldest first. */
    public List<Step.Result> results(CloudObjectId id) {
        return of(id).stream().map(Status::result).toList();
    }

    /** The statuses that ended like this, oldest first. */
    public List<Status> withResult(Step.Result result) {
        return all().stream().filter(status -> status.result() == result).toList();
    }

    /**
     * The newest status of an object.
     *
     * @throws AssertionError if there is none; the message tells how many there are of others
     */
    public Status last(CloudObjectId id) {
        List<Status> statuses = of(id);
        if (statuses.isEmpty()) {
            throw new AssertionError("there is no status of object %s among %d".formatted(id.value(), all().size()));
        }
        return statuses.get(statuses.size() - 1);
    }
}
