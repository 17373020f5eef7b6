package dev.writeback.jdbc;

import dev.writeback.model.CloudObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What this process has in its hands. Where it has the database for itself, that stands nowhere else: what was in its
 * hands when it ends is handed out again anyway. Where nodes share one, each object also says who holds it.
 */
final class Hands {

    private final Map<CloudObjectId, Claimed> byId = new HashMap<>();
    private final Set<Long> numbers = new HashSet<>();
    private final Map<Long, Map<CloudObjectId, Announced>> batches = new HashMap<>();
    private Lost lost = Lost.NOTHING;
    private long allTakenUpTo = Long.MIN_VALUE;
    private Instant noneSinceBefore = Instant.MIN;

    /** What fell out of these hands, and what was announced of it. */
    record Lost(List<Long> numbers, List<Long> batches) {
        static final Lost NOTHING = new Lost(List.of(), List.of());

        boolean isNothing() {
            return numbers.isEmpty() && batches.isEmpty();
        }

        private Lost and(Collection<Long> moreNumbers, Collection<Long> moreBatches) {
            List<Long> allNumbers = new ArrayList<>(numbers);
            allNumbers.addAll(moreNumbers);
            List<Long> allBatches = new ArrayList<>(batches);
            allBatches.addAll(moreBatches);
            return new Lost(allNumbers, allBatches);
        }

        private Lost without(Lost some) {
            List<Long> otherNumbers = new ArrayList<>(numbers);
            otherNumbers.removeAll(some.numbers);
            List<Long> otherBatches = new ArrayList<>(batches);
            otherBatches.removeAll(some.batches);
            return new Lost(otherNumbers, otherBatches);
        }
    }

    synchronized void take(Collection<Claimed> claims) {
        for (Claimed claim : claims) {
            byId.put(claim.id, claim);
            numbers.add(claim.nr);
        }
    }

    synchronized @Nullable Claimed of(CloudObjectId id) {
        return byId.get(id);
    }

    synchronized boolean have(long nr) {
        return numbers.contains(nr);
    }

    synchronized int size() {
        return numbers.size();
    }

    /** These are no longer ready where they were. */
    synchronized void finish(Collection<Claimed> claims) {
        for (Claimed claim : claims) {
            forget(claim);
            numbers.remove(claim.nr);
        }
    }

    /** These may be ready where they were. */
    synchronized void letGo(Collection<Claimed> claims) {
        finish(claims);
        allTakenUpTo = Long.MIN_VALUE;
    }

    /**
     * Nobody knows what became of these: they are nobody's, and are handed out as soon as the database says what was
     * announced of them.
     */
    synchronized void lose(Collection<Claimed> claims) {
        Set<Long> touched = new HashSet<>();
        claims.forEach(claim -> touched.addAll(claim.batches));
        lost = lost.and(claims.stream().map(claim -> claim.nr).toList(), touched);
        claims.forEach(this::forget);
    }

    private void forget(Claimed claim) {
        byId.remove(claim.id, claim);
        for (Long batch : claim.batches) {
            Map<CloudObjectId, Announced> writes = batches.get(batch);
            if (writes != null) {
                writes.remove(claim.id);
                if (writes.isEmpty()) {
                    batches.remove(batch);
                }
            }
        }
    }

    /** What fell out of these hands. */
    synchronized Lost lost() {
        return lost;
    }

    /** The database knows of these that nobody has them. */
    synchronized void recovered(Lost some) {
        lost = lost.without(some);
        numbers.removeAll(some.numbers());
        allTakenUpTo = Long.MIN_VALUE;
    }

    /** These writes may have been announced in this batch. */
    synchronized void announced(long batch, List<Announced> writes) {
        Map<CloudObjectId, Announced> all = new HashMap<>();
        for (Announced write : writes) {
            Claimed claim = byId.get(write.id());
            if (claim != null) {
                claim.batches.add(batch);
                all.put(write.id(), write);
            }
        }
        batches.put(batch, all);
    }

    /** What is left of each batch but one when these objects are taken out. */
    synchronized Map<Long, List<Announced>> without(Collection<Claimed> claims, long butOne) {
        Set<CloudObjectId> out = new HashSet<>();
        Set<Long> touched = new HashSet<>();
        for (Claimed claim : claims) {
            out.add(claim.id);
            touched.addAll(claim.batches);
        }
        touched.remove(butOne);
        Map<Long, List<Announced>> left = new HashMap<>();
        for (Long batch : touched) {
            left.put(
                    batch,
                    batches.getOrDefault(batch, Map.of()).values().stream()
                            .filter(write -> !out.contains(write.id()))
                            .toList());
        }
        return left;
    }

    /** What was announced last of these stands in this batch alone. */
    synchronized void onlyIn(long batch, Collection<Claimed> claims) {
        for (Claimed claim : claims) {
            for (Long other : claim.batches) {
                Map<CloudObjectId, Announced> writes = batches.get(other);
                if (other != batch && writes != null) {
                    writes.remove(claim.id);
                }
            }
            claim.batches.retainAll(Set.of(batch));
        }
    }

    /** What was announced last of an object. */
    synchronized @Nullable Announced announcement(Claimed claim) {
        long last = claim.batches.stream().mapToLong(Long::longValue).max().orElse(0);
        return batches.getOrDefault(last, Map.of()).get(claim.id);
    }

    /** Whatever is ready at this place or before it is in these hands. */
    synchronized long allTakenUpTo() {
        return allTakenUpTo;
    }

    synchronized void allTakenUpTo(long place) {
        allTakenUpTo = place;
    }

    /** Nothing that may be overdue waits since before this time. */
    synchronized Instant noneSinceBefore() {
        return noneSinceBefore;
    }

    synchronized void noneSinceBefore(Instant time) {
        noneSinceBefore = time;
    }

    /** Something waits since this time. */
    synchronized void waitsSince(Instant time) {
        if (time.isBefore(noneSinceBefore)) {
            noneSinceBefore = time;
        }
    }
}
