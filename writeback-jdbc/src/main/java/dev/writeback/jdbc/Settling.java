package dev.writeback.jdbc;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Status;
import dev.writeback.spi.Settlement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps what became of claimed items, within one transaction. */
final class Settling {

    private final Session session;
    private final Counters counters;

    Settling(Session session, Counters counters) {
        this.session = session;
        this.counters = counters;
    }

    void settle(List<Settlement> settlements) throws SQLException {
        Map<String, Standing> standings = claimed(settlements);
        keepBaselines(settlements);
        JdbcJournal.keep(session, counters, settlements);
        List<Status> statuses =
                settlements.stream().flatMap(one -> one.status().stream()).toList();
        JdbcOutbox.post(session, counters, statuses);
        end(settlements, standings);
        counters.keep(session);
    }

    private Map<String, Standing> claimed(List<Settlement> settlements) throws SQLException {
        List<CloudObjectId> ids =
                settlements.stream().map(one -> one.item().object().id()).toList();
        Map<String, Standing> standings = new HashMap<>();
        session.rows(
                "SELECT " + Standing.COLUMNS + " FROM writeback_item i WHERE i.id = ANY(?)",
                row -> {
                    Standing standing = Standing.of(row);
                    return standings.put(standing.key(), standing);
                },
                (Object) Key.of(ids));
        Set<CloudObjectId> seen = new HashSet<>();
        for (CloudObjectId id : ids) {
            if (!isClaimed(standings.get(Key.of(id)))) {
                throw new IllegalStateException(
                        "object %s is settled, but nobody claimed it; settle each claimed item once".formatted(id));
            } else if (!seen.add(id)) {
                throw new IllegalStateException("object %s is settled twice at once".formatted(id));
            }
        }
        return standings;
    }

    private static boolean isClaimed(@Nullable Standing standing) {
        return standing != null && standing.isClaimed();
    }

    private void keepBaselines(List<Settlement> settlements) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<CloudObjectId> agreed = new ArrayList<>();
        for (Settlement settlement : settlements) {
            Optional<Baseline> baseline = settlement.baseline();
            if (baseline.isPresent()) {
                CloudObjectId id = settlement.item().object().id();
                String entry =
                        baseline.get().entry().map(one -> one.guid().toString()).orElse(null);
                rows.add(new @Nullable Object[] {entry, BaselineJson.text(baseline.get()), Key.of(id)});
                if (entry != null) {
                    agreed.add(id);
                }
            }
        }
        Upsert.run(
                session,
                "UPDATE writeback_baseline SET entry = ?, content = ? WHERE id = ?",
                "INSERT INTO writeback_baseline (entry, content, id) VALUES (?, ?, ?)",
                rows);
        forgetFormer(agreed);
    }

    private void forgetFormer(List<CloudObjectId> agreed) throws SQLException {
        if (agreed.isEmpty()) {
            return;
        }
        List<CloudObject> objects = session.rows(
                "SELECT id, content FROM writeback_object WHERE id = ANY(?) AND has_former",
                row -> ObjectJson.read(Key.id(row.getString(1)), row.getString(2)),
                (Object) Key.of(agreed));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (CloudObject object : objects) {
            rows.add(new Object[] {ObjectJson.text(object.agreed()), Key.of(object.id())});
        }
        session.batch("UPDATE writeback_object SET has_former = FALSE, content = ? WHERE id = ?", rows);
    }

    private void end(List<Settlement> settlements, Map<String, Standing> standings) throws SQLException {
        Map<String, Long> changed = changesOfAwaited(settlements);
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<String> noLongerWaiting = new ArrayList<>();
        Map<String, List<CloudObjectId>> waiting = new HashMap<>();
        for (Settlement settlement : settlements) {
            String key = Key.of(settlement.item().object().id());
            Standing before = standings.get(key);
            if (before == null) {
                continue;
            }
            Standing after = before.settled(settlement, counters);
            boolean isNewWait = settlement.end() instanceof Settlement.Waiting && after.isWaiting();
            if (isNewWait) {
                List<CloudObjectId> awaited = ((Settlement.Waiting) settlement.end()).objects();
                if (awaited.stream().anyMatch(id -> changed.getOrDefault(Key.of(id), 0L) > before.claimedAfter())) {
                    after = after.woken(counters);
                } else {
                    waiting.put(key, awaited);
                }
            }
            if (before.isWaiting() && (isNewWait || !after.isWaiting())) {
                noLongerWaiting.add(key);
            }
            rows.add(after.update());
        }
        session.batch(Standing.UPDATE, rows);
        Waiters.forget(session, noLongerWaiting);
        await(waiting);
    }

    private void await(Map<String, List<CloudObjectId>> waiting) throws SQLException {
        for (Map.Entry<String, List<CloudObjectId>> one : waiting.entrySet()) {
            Waiters.add(session, one.getKey(), one.getValue());
        }
    }

    /** Which change was the last of each object that somebody is to wait for from now on. */
    private Map<String, Long> changesOfAwaited(List<Settlement> settlements) throws SQLException {
        List<CloudObjectId> awaited = settlements.stream()
                .flatMap(one -> one.end() instanceof Settlement.Waiting it
                        ? it.objects().stream()
                        : java.util.stream.Stream.of())
                .toList();
        Map<String, Long> changed = new HashMap<>();
        if (!awaited.isEmpty()) {
            session.rows(
                    "SELECT id, changed FROM writeback_item WHERE id = ANY(?)",
                    row -> changed.put(row.getString(1), row.getLong(2)),
                    (Object) Key.of(awaited));
        }
        return changed;
    }
}
