package dev.writeback.testkit.contract;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WorkQueue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a {@link PlainStore} hands out; flawed as the store is. */
final class PlainQueue implements WorkQueue {

    private final Object lock;
    private final Map<CloudObjectId, PlainRow> rows;
    private final PlainRecords records;
    private final StoreFlaw flaw;
    private final PlainClaims claims;
    private final PlainEnds ends;
    private long places;
    private long changes;

    PlainQueue(Object lock, Map<CloudObjectId, PlainRow> rows, PlainRecords records, StoreFlaw flaw) {
        this.lock = lock;
        this.rows = rows;
        this.records = records;
        this.flaw = flaw;
        claims = new PlainClaims(rows, flaw);
        ends = new PlainEnds(rows, flaw, () -> places++);
    }

    /** Something new was said about an object. */
    void change(PlainRow row, Instant at) {
        row.changed = ++changes;
        open(row, at);
    }

    private void open(PlainRow row, Instant at) {
        boolean first = row.revision == 0;
        boolean misses = row.inHand && has(StoreFlaw.WAITS_SINCE_BEFORE_THE_NEWS_IN_HAND);
        row.since = misses || (!first && has(StoreFlaw.WAITS_SINCE_THE_FIRST_STATEMENT)) ? row.since : at;
        row.revision++;
        boolean stays = (row.expired && has(StoreFlaw.EXPIRES_FOR_EVER))
                || (row.held.isPresent() && has(StoreFlaw.HOLDS_WHATEVER_COMES))
                || (!row.parked.isEmpty() && has(StoreFlaw.PARKS_WHATEVER_COMES));
        row.waiting = false;
        if (stays) {
            return;
        }
        row.expired = false;
        row.outOfScope = row.outOfScope && has(StoreFlaw.REMEMBERS_SCOPE);
        row.held = has(StoreFlaw.REMEMBERS_HELD_PLANS) ? row.held : Optional.empty();
        row.problem = has(StoreFlaw.REMEMBERS_WHY_IT_FAILED_BEFORE_THE_NEWS) ? row.problem : Optional.empty();
        row.parked = List.of();
        row.awaited = has(StoreFlaw.REMEMBERS_WHAT_WAS_AWAITED) ? row.awaited : List.of();
        if (!row.pending) {
            row.pending = true;
            row.place = places++;
        }
    }

    @Override
    public List<WorkItem> claim(Claim claim) {
        synchronized (lock) {
            List<PlainRow> taken = claims.chosen(claim);
            taken.forEach(row -> {
                row.inHand = true;
                row.takenAfter = changes;
            });
            return taken.stream().map(PlainRow::item).toList();
        }
    }

    @Override
    public void settle(Collection<Settlement> settlements) {
        synchronized (lock) {
            if (!has(StoreFlaw.SETTLES_UNTIL_IT_REFUSES)) {
                settlements.forEach(this::requireClaimed);
                requireOnce(settlements);
            }
            settlements.forEach(this::settle);
        }
    }

    private void requireOnce(Collection<Settlement> settlements) {
        long distinct = settlements.stream()
                .map(one -> one.item().object().id())
                .distinct()
                .count();
        if (distinct < settlements.size() && !has(StoreFlaw.SETTLES_TWICE)) {
            throw new IllegalStateException("an object is settled twice at once");
        }
    }

    private void requireClaimed(Settlement settlement) {
        if (!row(settlement).inHand && !has(StoreFlaw.SETTLES_WHAT_NOBODY_CLAIMED) && !has(StoreFlaw.SETTLES_TWICE)) {
            throw new IllegalStateException(
                    "nobody claimed object " + settlement.item().object().id());
        }
    }

    private PlainRow row(Settlement settlement) {
        return Objects.requireNonNull(rows.get(settlement.item().object().id()));
    }

    private void settle(Settlement settlement) {
        requireClaimed(settlement);
        PlainRow row = row(settlement);
        row.inHand = false;
        boolean current = row.revision == settlement.item().revision() || has(StoreFlaw.FORGETS_WHAT_CAME_MEANWHILE);
        ends.end(row, settlement.end(), current);
        boolean released = settlement.end() instanceof Settlement.Released;
        if (released && has(StoreFlaw.KEEPS_NOTHING_OF_WHAT_IS_RELEASED)) {
            return;
        }
        if (!has(StoreFlaw.FORGETS_BASELINES)) {
            settlement.baseline().ifPresent(baseline -> agree(row, baseline));
        }
        if (!has(StoreFlaw.KEEPS_ANNOUNCEMENTS)
                || settlement.journaling().announced().isPresent()) {
            row.announced = has(StoreFlaw.FORGETS_ANNOUNCEMENTS)
                    ? Optional.empty()
                    : settlement.journaling().announced();
        }
        if (!released || !has(StoreFlaw.FORGETS_WHAT_RELEASED_OBJECTS_DID)) {
            settlement.journaling().records().forEach(records::write);
        }
        settlement.status().ifPresent(records.statuses::add);
    }

    private void agree(PlainRow row, Baseline baseline) {
        row.baseline = baseline;
        baseline.entry().ifPresent(row.entries::add);
        boolean ends = baseline.isAgreed()
                || (baseline.entry().isPresent() && has(StoreFlaw.FORGETS_WHAT_WAS_TAKEN_AWAY_OUT_OF_SCOPE))
                || has(StoreFlaw.FORGETS_WHAT_WAS_TAKEN_AWAY_WITHOUT_AN_ENTRY);
        if (ends && !has(StoreFlaw.REMEMBERS_WHAT_WAS_TAKEN_AWAY)) {
            row.object = row.object.agreed();
        }
    }

    @Override
    public int reopen(Selection selection, Instant now) {
        synchronized (lock) {
            List<PlainRow> chosen = chosen(selection).toList();
            chosen.stream().filter(this::isReopened).forEach(row -> {
                open(row, has(StoreFlaw.REOPENS_SINCE_BEFORE) ? row.since : now);
                row.due = Instant.MIN;
            });
            return chosen.size();
        }
    }

    private boolean isReopened(PlainRow row) {
        return (row.parked.isEmpty() || !has(StoreFlaw.REOPENS_ALL_BUT_WHAT_IS_PARKED))
                && !(row.expired && has(StoreFlaw.REOPENS_ALL_BUT_WHAT_EXPIRED))
                && !(row.held.isPresent() && has(StoreFlaw.REOPENS_ALL_BUT_WHAT_IS_HELD))
                && !has(StoreFlaw.REOPENS_NOTHING)
                && !(row.inHand && has(StoreFlaw.REOPENS_NOTHING_IN_HAND));
    }

    private Stream<PlainRow> chosen(Selection selection) {
        if (selection instanceof Selection.Objects objects) {
            return objects.ids().stream().map(rows::get).filter(Objects::nonNull);
        }
        return rows.values().stream().filter(row -> selection instanceof Selection.All || isEscrowed(row));
    }

    private boolean isEscrowed(PlainRow row) {
        return (!row.parked.isEmpty() && has(StoreFlaw.ESCROWS_WHAT_IS_PARKED))
                || (row.expired && has(StoreFlaw.ESCROWS_WHAT_EXPIRED))
                || (row.held.isPresent() && has(StoreFlaw.ESCROWS_WHAT_IS_HELD))
                || (row.due.isAfter(Instant.MIN) && (!row.waiting || has(StoreFlaw.ESCROWS_WHAT_WAITS)));
    }

    @Override
    public boolean holds() {
        return !has(StoreFlaw.HOLDS_NOTHING);
    }

    private boolean has(StoreFlaw one) {
        return flaw == one;
    }
}
