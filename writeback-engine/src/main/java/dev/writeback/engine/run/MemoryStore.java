package dev.writeback.engine.run;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Arrival;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Intake;
import dev.writeback.spi.Records;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WorkQueue;
import dev.writeback.spi.WritebackStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A store that forgets everything when the process ends. What it keeps grows with the number of objects, not of changes;
 * its journal holds the newest 20,000 records.
 *
 * <p>Safe for many threads: everything happens under one lock, and nothing under it waits or reads a clock.
 */
public final class MemoryStore implements WritebackStore {

    private final Object lock = new Object();
    private final Map<String, Cursor> cursors = new HashMap<>();
    private final Map<CloudObjectId, StoredObject> holdings = new LinkedHashMap<>();
    private final Backlog backlog = new Backlog();

    /** How many changes were taken in, ever: what one worker reads, another may have changed since. */
    private long changes;

    private final Intake intake = new MemoryIntake();
    private final WorkQueue work = new MemoryWork();
    private final MemoryRecords records = new MemoryRecords(lock, holdings);

    @Override
    public Intake intake() {
        return intake;
    }

    @Override
    public WorkQueue work() {
        return work;
    }

    @Override
    public Records records() {
        return records;
    }

    /** Makes an object pending; one that is in a worker's hands stays pending when that one is done. */
    private void reopen(StoredObject holding, Instant now) {
        if (holding.claimed) {
            holding.revision++;
        }
        backlog.renew(holding, now);
    }

    /** Takes back what a worker that is gone had claimed: each is as pending as it was, and so is what was announced. */
    void free(Collection<CloudObjectId> claimed) {
        synchronized (lock) {
            for (CloudObjectId id : claimed) {
                StoredObject holding = holdings.get(id);
                if (holding != null && holding.claimed) {
                    backlog.release(holding);
                }
            }
        }
    }

    /** Whether no object waits for another one, so that nothing is kept for that. */
    boolean awaitsNothing() {
        synchronized (lock) {
            return backlog.awaitsNothing();
        }
    }

    private final class MemoryIntake implements Intake {

        @Override
        public Optional<Cursor> cursor(String source) {
            synchronized (lock) {
                return Optional.ofNullable(cursors.get(source));
            }
        }

        @Override
        public boolean accept(Arrival arrival) {
            synchronized (lock) {
                if (!cursor(arrival.source()).equals(arrival.after())) {
                    return false;
                }
                arrival.changes().forEach(change -> accept(change, arrival.at()));
                arrival.statuses().forEach(records::post);
                cursors.put(arrival.source(), arrival.next());
                return true;
            }
        }

        private void accept(CloudChange change, Instant at) {
            StoredObject holding = holdings.get(change.id());
            if (holding == null) {
                holding = new StoredObject(CloudObject.of(change));
                holdings.put(change.id(), holding);
            } else {
                CloudObject joined = holding.object.join(change);
                boolean isOldNews = joined.saysTheSame(holding.object);
                holding.object = joined;
                if (isOldNews) {
                    return;
                }
            }
            holding.revision++;
            holding.changed = ++changes;
            holding.attempts = holding.awaited.isEmpty() ? holding.attempts : 0;
            backlog.renew(holding, at);
            backlog.wake(change.id(), at);
        }

        @Override
        public List<CloudObject> known(Collection<CloudObjectId> ids) {
            synchronized (lock) {
                return ids.stream()
                        .distinct()
                        .map(holdings::get)
                        .filter(Objects::nonNull)
                        .map(holding -> holding.object)
                        .toList();
            }
        }
    }

    private final class MemoryWork implements WorkQueue {

        @Override
        public List<WorkItem> claim(Claim claim) {
            synchronized (lock) {
                if (claim instanceof Claim.Next next) {
                    return next(next);
                } else if (claim instanceof Claim.Overdue overdue) {
                    return backlog.overdue(overdue.atMost(), overdue.before()).stream()
                            .map(this::handOut)
                            .toList();
                } else if (claim instanceof Claim.Held held) {
                    return backlog.held(held.atMost()).stream()
                            .map(this::handOut)
                            .toList();
                }
                return named((Claim.Objects) claim);
            }
        }

        private List<WorkItem> next(Claim.Next claim) {
            List<WorkItem> items = new ArrayList<>();
            while (items.size() < claim.atMost()) {
                StoredObject holding = backlog.first(claim.now());
                if (holding == null) {
                    break;
                }
                items.add(handOut(holding));
            }
            return items;
        }

        private List<WorkItem> named(Claim.Objects claim) {
            List<WorkItem> items = new ArrayList<>();
            for (CloudObjectId id : claim.ids()) {
                StoredObject holding = holdings.get(id);
                if (holding != null && !holding.claimed) {
                    items.add(handOut(holding));
                }
            }
            return items;
        }

        private WorkItem handOut(StoredObject holding) {
            backlog.claim(holding);
            holding.claimedAfter = changes;
            return holding.item();
        }

        @Override
        public void settle(Collection<Settlement> settlements) {
            synchronized (lock) {
                requireClaimedOnce(settlements);
                settlements.forEach(this::settle);
            }
        }

        private void settle(Settlement settlement) {
            StoredObject holding = claimed(settlement.item());
            settlement.baseline().ifPresent(baseline -> agree(holding, baseline));
            records.keep(holding, settlement.journaling());
            settlement.status().ifPresent(records::post);
            boolean newer = holding.revision != settlement.item().revision();
            boolean released = settlement.end() instanceof Settlement.Released;
            if (!released) {
                holding.attempts = attempts(settlement, newer);
            }
            if (released || newer) {
                backlog.release(holding);
            } else {
                end(holding, settlement.end());
            }
        }

        private void agree(StoredObject holding, Baseline baseline) {
            records.agree(holding, baseline);
            if (baseline.isAgreed()) {
                holding.object = holding.object.agreed();
            }
        }

        private static int attempts(Settlement settlement, boolean newer) {
            boolean failed = settlement.end() instanceof Settlement.Escrowed
                    || (settlement.end() instanceof Settlement.Waiting && !newer);
            return failed ? settlement.item().attempts() + 1 : 0;
        }

        private void end(StoredObject holding, Settlement.End end) {
            if (end instanceof Settlement.Escrowed escrowed) {
                backlog.escrow(holding, escrowed);
            } else if (end instanceof Settlement.Expired expired) {
                backlog.expire(holding, expired.why());
            } else if (end instanceof Settlement.Held held) {
                backlog.hold(holding, held.plan());
            } else if (end instanceof Settlement.Waiting waiting) {
                backlog.await(holding, waiting.until(), waiting.objects());
                if (waiting.objects().stream().anyMatch(id -> hasChangedSince(holding.claimedAfter, id))) {
                    backlog.ready(holding);
                }
            } else if (end instanceof Settlement.Parked parked) {
                backlog.park(holding, parked.conflicts());
            } else if (end instanceof Settlement.OutOfScope) {
                backlog.leaveOut(holding);
            } else {
                backlog.rest(holding);
            }
        }

        private boolean hasChangedSince(long change, CloudObjectId id) {
            StoredObject holding = holdings.get(id);
            return holding != null && holding.changed > change;
        }

        private void requireClaimedOnce(Collection<Settlement> settlements) {
            Set<CloudObjectId> seen = new HashSet<>();
            for (Settlement settlement : settlements) {
                if (!seen.add(claimed(settlement.item()).object.id())) {
                    throw new IllegalStateException("object %s is settled twice at once"
                            .formatted(settlement.item().object().id()));
                }
            }
        }

        private StoredObject claimed(WorkItem item) {
            StoredObject holding = holdings.get(item.object().id());
            if (holding == null || !holding.claimed) {
                throw new IllegalStateException(
                        "object %s is settled, but nobody claimed it; settle each claimed item once"
                                .formatted(item.object().id()));
            }
            return holding;
        }

        @Override
        public int reopen(Selection selection, Instant now) {
            synchronized (lock) {
                List<StoredObject> selected = selected(selection);
                selected.forEach(one -> MemoryStore.this.reopen(one, now));
                return selected.size();
            }
        }
    }

    private List<StoredObject> selected(Selection selection) {
        if (selection instanceof Selection.Objects objects) {
            Stream<StoredObject> named = objects.ids().stream().distinct().map(holdings::get);
            return named.filter(Objects::nonNull).toList();
        }
        return holdings.values().stream()
                .filter(holding -> selection instanceof Selection.All || holding.state == StoredObject.State.ESCROWED)
                .toList();
    }
}
