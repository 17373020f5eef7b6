package dev.writeback.engine.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The DNs of the entries that cloud objects have, kept beyond the batch that asked for them. Bounded in number and age,
 * since entries are renamed. Safe for many threads.
 */
public final class EntryNames {

    static final int MOST = 10_000;
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final Cache<CloudObjectId, Dn> names;
    private final ReentrantLock asking = new ReentrantLock();

    /** No names yet; up to 10,000 of them, each for up to 10 minutes of this clock. */
    public EntryNames(InstantSource time) {
        this(time, MOST, LONGEST);
    }

    EntryNames(InstantSource time, int most, Duration longest) {
        names = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(longest)
                .ticker(() -> nanos(time.instant()))
                .executor(Runnable::run)
                .build();
    }

    /** The names that are known of these objects; the others are left out. */
    Map<CloudObjectId, Dn> known(Collection<CloudObjectId> objects) {
        return names.getAllPresent(objects);
    }

    void put(CloudObjectId object, Dn name) {
        names.put(object, name);
    }

    /** That the names of these objects may have changed. */
    void forget(Collection<CloudObjectId> objects) {
        names.invalidateAll(objects);
    }

    /** One at a time asks the directory, so that those who wait find the names that they would ask for too. */
    void oneAtATime(Runnable ask) {
        asking.lock();
        try {
            ask.run();
        } finally {
            asking.unlock();
        }
    }

    private static long nanos(Instant now) {
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }
}
