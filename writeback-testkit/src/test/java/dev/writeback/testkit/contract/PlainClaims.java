package dev.writeback.testkit.contract;

import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Claim;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** What of a {@link PlainStore} is meant by a claim; flawed as the store is. */
final class PlainClaims {

    private final Map<CloudObjectId, PlainRow> rows;
    private final StoreFlaw flaw;

    PlainClaims(Map<CloudObjectId, PlainRow> rows, StoreFlaw flaw) {
        this.rows = rows;
        this.flaw = flaw;
    }

    List<PlainRow> chosen(Claim claim) {
        Comparator<PlainRow> byPlace = Comparator.comparingLong(row -> row.place);
        if (claim instanceof Claim.Next next) {
            return chosen(
                    next.atMost(),
                    row -> row.pending && !row.due.isAfter(next.now()),
                    has(StoreFlaw.HANDS_OUT_THE_NEWEST_FIRST) ? byPlace.reversed() : byPlace);
        } else if (claim instanceof Claim.Overdue overdue) {
            Comparator<PlainRow> bySince = Comparator.comparing(row -> row.since);
            return chosen(
                    has(StoreFlaw.HANDS_OUT_ALL_THAT_IS_OVERDUE) ? Integer.MAX_VALUE : overdue.atMost(),
                    row -> isOverdue(row, overdue),
                    has(StoreFlaw.HANDS_OUT_WHAT_IS_OVERDUE_BY_PLACE) ? byPlace : bySince);
        } else if (claim instanceof Claim.Held held) {
            return chosen(
                    has(StoreFlaw.HANDS_OUT_ALL_THAT_IS_HELD) ? Integer.MAX_VALUE : held.atMost(),
                    row -> row.held.isPresent() || has(StoreFlaw.TAKES_EVERYTHING_FOR_HELD),
                    byPlace);
        }
        return named((Claim.Objects) claim);
    }

    private boolean isOverdue(PlainRow row, Claim.Overdue overdue) {
        boolean waits = row.pending
                && (!row.waiting || has(StoreFlaw.TAKES_WAITS_FOR_OVERDUE))
                && (!row.due.isAfter(overdue.before()) || !has(StoreFlaw.TAKES_NO_ESCROW_FOR_OVERDUE));
        boolean before = row.since.isBefore(overdue.before())
                || (has(StoreFlaw.TAKES_THE_LIMIT_FOR_OVERDUE) && row.since.equals(overdue.before()));
        return (waits || has(StoreFlaw.TAKES_EVERYTHING_FOR_OVERDUE)) && before;
    }

    private List<PlainRow> named(Claim.Objects claim) {
        return claim.ids().stream()
                .map(rows::get)
                .filter(Objects::nonNull)
                .filter(row -> isFree(row) && (row.pending || !has(StoreFlaw.HANDS_OUT_PENDING_NAMES_ONLY)))
                .toList();
    }

    private List<PlainRow> chosen(int atMost, Predicate<PlainRow> wanted, Comparator<PlainRow> order) {
        return rows.values().stream()
                .filter(row -> isFree(row) && wanted.test(row))
                .sorted(order)
                .limit(atMost)
                .toList();
    }

    private boolean isFree(PlainRow row) {
        return !row.inHand || has(StoreFlaw.HANDS_OUT_TWICE);
    }

    private boolean has(StoreFlaw one) {
        return flaw == one;
    }
}
