package dev.writeback.agent;

import dev.writeback.model.CloudObjectId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** How far a run is; on a terminal, a bar with rate and time left once it has taken over a second. */
final class Progress implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int REFRESH_MILLIS = 200;
    private static final int WIDTH = 24;

    private final Output output;
    private final InstantSource time;
    private final Instant started;
    private final Distinct objects = new Distinct();
    private Optional<ScheduledExecutorService> clock = Optional.empty();
    private int read;
    private int done;
    private Optional<Instant> firstDone = Optional.empty();

    private Progress(Output output, InstantSource time) {
        this.output = output;
        this.time = time;
        this.started = time.instant();
    }

    /** Begins to count, and to show it if there is a terminal. */
    static Progress start(Output output, InstantSource time) {
        Progress progress = new Progress(output, time);
        if (output.showsProgress()) {
            progress.show();
        }
        return progress;
    }

    /** Counts and never shows it. */
    static Progress hidden(Output output, InstantSource time) {
        return new Progress(output, time);
    }

    /** That a change was read. */
    synchronized void read(CloudObjectId id) {
        read++;
        if (clock.isPresent()) {
            objects.add(id);
        }
    }

    /** That an object was done. */
    synchronized void done() {
        done++;
        if (firstDone.isEmpty()) {
            firstDone = Optional.of(time.instant());
        }
    }

    /** The bar as of now; nothing in the first second. */
    synchronized Optional<String> line() {
        Instant now = time.instant();
        if (Duration.between(started, now).compareTo(PATIENCE) < 0) {
            return Optional.empty();
        }
        if (firstDone.isEmpty()) {
            return Optional.of(String.format(Locale.ROOT, "%,d changes read", read));
        }
        int total = Math.max(objects.count(), done);
        double seconds = Math.max(0.001, Duration.between(firstDone.get(), now).toMillis() / 1000.0);
        double rate = done / seconds;
        int filled = (int) ((long) WIDTH * done / total);
        return Optional.of(String.format(
                Locale.ROOT,
                "[%s%s] %,d/%,d objects, %,.0f/s, %s left",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                done,
                total,
                rate,
                left((total - done) / Math.max(rate, 0.001))));
    }

    @Override
    public void close() {
        clock.ifPresent(ScheduledExecutorService::shutdownNow);
        output.flush();
    }

    private void show() {
        ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        clock = Optional.of(ticks);
        var unused = ticks.scheduleAtFixedRate(
                () -> line().ifPresent(output::progress), REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static String left(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60);
    }
}
