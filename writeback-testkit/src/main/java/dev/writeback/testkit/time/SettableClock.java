package dev.writeback.testkit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until a test moves it, and that never goes back unless it is asked to by name.
 *
 * <pre>{@code
 * SettableClock clock = SettableClock.at("2026-01-02T03:04:05Z");
 * Writeback writeback = Writeback.builder().time(clock). ... .build();
 * clock.advance(Duration.ofHours(6));
 * }</pre>
 *
 * <p>It is a {@link Clock} and so an {@link java.time.InstantSource}. Thread-safe; reading it never waits. What is
 * scheduled by it ({@link SettableScheduler}) runs on the thread that moves it. While it does, another thread that moves the
 * clock only moves the time, and waits for nothing; what is due by then runs on the first thread.
 */
public final class SettableClock extends Clock {

    private final Hand hand;
    private final ZoneId zone;

    private SettableClock(Hand hand, ZoneId zone) {
        this.hand = hand;
        this.zone = zone;
    }

    /** What all views of one clock share. */
    private static final class Hand {
        private final AtomicReference<Instant> now;
        private final ReentrantLock moving = new ReentrantLock();
        /** Who runs what is scheduled just now; read and set under the lock. */
        private @Nullable Thread runs;

        private final List<SettableScheduler> schedulers = new CopyOnWriteArrayList<>();

        Hand(Instant start) {
            now = new AtomicReference<>(start);
        }
    }

    /** A clock that stands at this time, in UTC. */
    public static SettableClock at(Instant time) {
        return new SettableClock(new Hand(time), ZoneOffset.UTC);
    }

    /**
     * A clock that stands at this time, in UTC.
     *
     * @param time in the form {@code 2026-01-02T03:04:05Z}
     * @throws java.time.format.DateTimeParseException if it has another form
     */
    public static SettableClock at(String time) {
        return at(Instant.parse(time));
    }

    @Override
    public Instant instant() {
        return hand.now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock seen from another zone: moving one moves both. */
    @Override
    public SettableClock withZone(ZoneId other) {
        return new SettableClock(hand, other);
    }

    /**
     * Moves it on. What is scheduled for a time on the way runs at that time, on this thread, before this returns.
     *
     * @param by zero, which only runs what is due by now, or more
     * @throws IllegalArgumentException if it is negative
     */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException(
                    "the clock is to advance by %s; that is back, which setBack() does".formatted(by));
        }
        move(now -> now.plus(by));
    }

    /**
     * Sets it to this time or a later one. What is scheduled for a time on the way runs at that time.
     *
     * @throws IllegalArgumentException if the clock is past it
     */
    public void set(Instant time) {
        move(now -> {
            if (time.isBefore(now)) {
                throw new IllegalArgumentException(
                        "the clock is at %s and is to be set to %s; that is back, which setBack() does"
                                .formatted(now, time));
            }
            return time;
        });
    }

    /** Sets it back, as somebody who corrects a clock does; nothing that is scheduled runs, and nothing runs twice. */
    public void setBack(Instant time) {
        hand.moving.lock();
        try {
            hand.now.set(time);
        } finally {
            hand.moving.unlock();
        }
    }

    void follow(SettableScheduler scheduler) {
        hand.schedulers.add(scheduler);
    }

    private void move(UnaryOperator<Instant> to) {
        hand.moving.lock();
        try {
            Instant end = to.apply(instant());
            if (hand.runs == null || hand.runs == Thread.currentThread()) {
                Optional<Scheduled<?>> next = next(end);
                while (next.isPresent()) {
                    run(next.get());
                    // It may have scheduled another one on the way, and others may have moved the clock further.
                    next = next(later(end, instant()));
                }
            }
            hand.now.set(later(end, instant()));
        } finally {
            hand.moving.unlock();
        }
    }

    private Optional<Scheduled<?>> next(Instant end) {
        return hand.schedulers.stream()
                .flatMap(scheduler -> scheduler.next(end).stream())
                .min(Scheduled.ORDER);
    }

    /** Runs it while nobody holds the lock: it may wait for a thread that moves the clock itself. */
    private void run(Scheduled<?> task) {
        hand.now.set(later(instant(), task.due()));
        Thread outer = hand.runs;
        hand.runs = Thread.currentThread();
        hand.moving.unlock();
        try {
            task.runOnce();
        } finally {
            hand.moving.lock();
            hand.runs = outer;
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
