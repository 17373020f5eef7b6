package dev.writeback.testkit.contract;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Plan;
import dev.writeback.spi.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How objects of a {@link PlainStore} go on; flawed as the store is. */
final class PlainEnds {

    private final Map<CloudObjectId, PlainRow> rows;
    private final StoreFlaw flaw;
    private final LongSupplier places;

    PlainEnds(Map<CloudObjectId, PlainRow> rows, StoreFlaw flaw, LongSupplier places) {
        this.rows = rows;
        this.flaw = flaw;
        this.places = places;
    }

    /** Settles an object; it is not current if something newer came in meanwhile. */
    void end(PlainRow row, Settlement.End end, boolean current) {
        if (end instanceof Settlement.Released) {
            release(row);
            return;
        }
        forget(row, end);
        if (end instanceof Settlement.Expired expired) {
            expire(row, expired, current);
        } else if (end instanceof Settlement.Held held) {
            hold(row, held.plan(), current);
        } else if (end instanceof Settlement.Waiting waiting) {
            await(row, waiting, current || has(StoreFlaw.FORGETS_ITSELF_OVER_THE_WAIT));
        } else if (end instanceof Settlement.Parked parked) {
            park(row, parked, current);
        } else if (end instanceof Settlement.Escrowed escrow) {
            escrow(row, escrow, current);
        } else if (end instanceof Settlement.OutOfScope) {
            leaveOut(row, current);
        } else {
            stop(row, current);
            row.attempts = 0;
            row.since = has(StoreFlaw.FORGETS_SINCE_WHEN_DONE) ? Instant.EPOCH : row.since;
        }
    }

    private void forget(PlainRow row, Settlement.End end) {
        row.parked = has(StoreFlaw.REMEMBERS_CONFLICTS) ? row.parked : List.of();
        row.expired = false;
        row.outOfScope = row.outOfScope && has(StoreFlaw.REMEMBERS_SCOPE);
        row.problem = has(StoreFlaw.REMEMBERS_WHY_IT_FAILED) ? row.problem : Optional.empty();
        row.held = has(StoreFlaw.REMEMBERS_PLANS_THAT_WERE_SETTLED) ? row.held : Optional.empty();
        if (!(end instanceof Settlement.Waiting) && !has(StoreFlaw.WAKES_WHAT_NO_LONGER_WAITS)) {
            row.waiting = false;
            row.awaited = has(StoreFlaw.REMEMBERS_WHAT_WAS_AWAITED) ? row.awaited : List.of();
        }
    }

    private void release(PlainRow row) {
        row.place = has(StoreFlaw.PUTS_RELEASED_LAST) ? places.getAsLong() : row.place;
        row.parked = has(StoreFlaw.FORGETS_CONFLICTS_WHEN_RELEASED) ? List.of() : row.parked;
        if (row.expired && has(StoreFlaw.FORGETS_EXPIRY_WHEN_RELEASED)) {
            row.expired = false;
            row.pending = true;
        }
        row.outOfScope = row.outOfScope && !has(StoreFlaw.FORGETS_SCOPE_WHEN_RELEASED);
        if (row.held.isPresent() && has(StoreFlaw.FORGETS_PLANS_WHEN_RELEASED)) {
            row.held = Optional.empty();
            row.pending = true;
        }
        if (has(StoreFlaw.RELEASES_FROM_ESCROW) || (row.waiting && has(StoreFlaw.RELEASES_FROM_WAITING))) {
            row.due = Instant.MIN;
        }
    }

    private void leaveOut(PlainRow row, boolean current) {
        boolean stays = current || has(StoreFlaw.LEAVES_OUT_OVER_NEWS);
        stop(row, stays && !has(StoreFlaw.HANDS_OUT_WHAT_IS_OUT_OF_SCOPE));
        row.attempts = 0;
        row.outOfScope = stays;
    }

    private void stop(PlainRow row, boolean stays) {
        row.due = Instant.MIN;
        row.pending = !stays;
    }

    private void escrow(PlainRow row, Settlement.Escrowed escrow, boolean current) {
        row.attempts += has(StoreFlaw.COUNTS_NO_FAILURES) ? 0 : 1;
        row.problem = !current || has(StoreFlaw.FORGETS_WHY_IT_FAILED) ? row.problem : escrow.why();
        row.problem = has(StoreFlaw.TELLS_WHY_OLD_STATES_FAILED) ? escrow.why() : row.problem;
        row.pending = true;
        row.due = current ? escrow.until() : Instant.MIN;
        row.since = has(StoreFlaw.WAITS_SINCE_ITS_FAILURE) ? escrow.until() : row.since;
    }

    private void expire(PlainRow row, Settlement.Expired expired, boolean current) {
        boolean stays = current || has(StoreFlaw.EXPIRES_OVER_NEWS);
        stop(row, stays && !has(StoreFlaw.HANDS_OUT_WHAT_EXPIRED));
        row.attempts = has(StoreFlaw.COUNTS_FAILURES_BEFORE_EXPIRY) ? row.attempts + 1 : 0;
        row.expired = stays;
        row.problem = stays && !has(StoreFlaw.FORGETS_WHY_IT_EXPIRED) ? Optional.of(expired.why()) : row.problem;
    }

    private void hold(PlainRow row, Plan plan, boolean current) {
        boolean stays = current || has(StoreFlaw.HOLDS_OVER_NEWS);
        stop(row, stays && !has(StoreFlaw.HANDS_OUT_WHAT_IS_HELD));
        row.attempts = has(StoreFlaw.COUNTS_FAILURES_BEFORE_HOLDING) ? row.attempts + 1 : 0;
        row.held = stays ? Optional.of(has(StoreFlaw.REDACTS_HELD_PLANS) ? plan.shown() : plan) : row.held;
        row.baseline = has(StoreFlaw.FORGETS_BASELINES_OF_WHAT_IS_HELD) ? Baseline.none() : row.baseline;
    }

    private void park(PlainRow row, Settlement.Parked parked, boolean current) {
        boolean stays = current || has(StoreFlaw.PARKS_OVER_NEWS);
        stop(row, stays && !has(StoreFlaw.HANDS_OUT_WHAT_IS_PARKED));
        row.attempts = has(StoreFlaw.COUNTS_FAILURES_BEFORE_PARKING) ? row.attempts : 0;
        row.parked = stays ? parked.conflicts() : List.of();
    }

    private void await(PlainRow row, Settlement.Waiting waiting, boolean current) {
        row.pending = true;
        row.waiting = current;
        row.attempts = current || has(StoreFlaw.COUNTS_LOOKS_FOR_EVER) ? row.attempts + 1 : 0;
        row.attempts = has(StoreFlaw.COUNTS_NO_LOOKS_IN_VAIN) ? 0 : row.attempts;
        row.awaited = current && !has(StoreFlaw.FORGETS_WHAT_IS_AWAITED) ? waiting.objects() : List.of();
        row.due = has(StoreFlaw.WAITS_FOR_EVER) ? Instant.MAX : waiting.until();
        boolean changed = waiting.objects().stream()
                .map(rows::get)
                .anyMatch(awaited -> awaited != null && awaited.changed > row.takenAfter);
        if (!current || (changed && !has(StoreFlaw.MISSES_CHANGES_BEFORE_THE_WAIT))) {
            row.wake();
        }
    }

    private boolean has(StoreFlaw one) {
        return flaw == one;
    }
}
