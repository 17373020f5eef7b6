package dev.writeback.jdbc;

import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Status;
import dev.writeback.spi.Settlement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what became of claimed items, in one transaction; what takes long is made ready before it. */
final class Settling {

    private static final String INSERT_AGREED =
            "INSERT INTO writeback_agreed (nr, entry, content) SELECT * FROM UNNEST(?, ?, ?)";
    private static final String UPDATE_AGREED = "UPDATE writeback_agreed SET entry = ?, content = ? WHERE nr = ?";

    private final Parts parts;
    private final List<Ending> endings;
    private final List<Claimed> claims;
    private final List<Packet> statuses;
    private final long token;
    private boolean isBack;

    private Settling(Parts parts, List<Ending> endings, List<Claimed> claims, List<Packet> statuses, long token) {
        this.parts = parts;
        this.endings = endings;
        this.claims = claims;
        this.statuses = statuses;
        this.token = token;
    }

    /**
     * Makes ready what is to be kept of these.
     *
     * @param claims to add what is in this process's hands of them
     */
    static Settling of(Parts parts, List<Settlement> settlements, List<Claimed> claims) {
        long token = parts.node().token();
        claims.addAll(claimed(parts, settlements));
        for (Claimed claim : claims) {
            if (claim.token != token) {
                parts.hands().letGo(claims);
                throw parts.node().relieved(claim.token);
            }
        }
        try {
            List<Ending> endings = new ArrayList<>(settlements.size());
            for (int i = 0; i < settlements.size(); i++) {
                Claimed claim = claims.get(i);
                endings.add(new Ending(settlements.get(i), claim, parts.hands().announcement(claim)));
            }
            List<Status> told =
                    settlements.stream().flatMap(one -> one.status().stream()).toList();
            return new Settling(parts, endings, List.copyOf(claims), Packet.of(told), token);
        } catch (RuntimeException fault) {
            parts.hands().lose(claims);
            throw fault;
        }
    }

    private static List<Claimed> claimed(Parts parts, List<Settlement> settlements) {
        List<Claimed> claims = new ArrayList<>(settlements.size());
        Set<CloudObjectId> seen = new HashSet<>();
        for (Settlement settlement : settlements) {
            CloudObjectId id = settlement.item().object().id();
            Claimed claim = parts.hands().of(id);
            if (claim == null) {
                throw new IllegalStateException(
                        "object %s is settled, but nobody claimed it; settle each claimed item once".formatted(id));
            } else if (!seen.add(id)) {
                throw new IllegalStateException("object %s is settled twice at once".formatted(id));
            }
            claims.add(claim);
        }
        return claims;
    }

    void in(Session session) throws SQLException {
        parts.node().require(session, token);
        boolean waits = endings.stream().anyMatch(one -> one.settlement.end() instanceof Settlement.Waiting);
        if (waits) {
            Last.changeShared(session);
        }
        Map<Long, Standing> standings =
                Standing.locked(session, claims.stream().map(one -> one.nr).toArray(Long[]::new));
        keepBaselines(session);
        forgetFormer(session, standings);
        Announcements.keepRest(session, parts.hands().without(claims, 0));
        parts.outbox().post(session, statuses);
        Ends ends = new Ends(session, standings);
        ends.keep(endings);
        isBack = ends.haveSomethingBack();
        JdbcJournal.keep(
                session, endings.stream().flatMap(one -> one.lines.stream()).toList());
    }

    /** It is kept. */
    void done() {
        if (isBack) {
            parts.hands().letGo(claims);
        } else {
            parts.hands().finish(claims);
        }
        for (Ending ending : endings) {
            if (ending.due().isPresent()) {
                parts.hands().waitsSince(ending.settlement.item().since());
            }
        }
    }

    private void keepBaselines(Session session) throws SQLException {
        List<Ending> first = new ArrayList<>();
        List<@Nullable Object[]> others = new ArrayList<>();
        for (Ending ending : endings) {
            if (ending.baseline != null && ending.claim.isAgreed) {
                others.add(new @Nullable Object[] {ending.entry, ending.baseline, ending.claim.nr});
            } else if (ending.baseline != null) {
                first.add(ending);
            }
        }
        session.batch(UPDATE_AGREED, others);
        if (!first.isEmpty()) {
            int count = first.size();
            Long[] numbers = new Long[count];
            @Nullable UUID[] entries = new @Nullable UUID[count];
            byte[][] contents = new byte[count][];
            for (int i = 0; i < count; i++) {
                numbers[i] = first.get(i).claim.nr;
                entries[i] = first.get(i).entry;
                contents[i] = Objects.requireNonNull(first.get(i).baseline);
            }
            session.update(INSERT_AGREED, numbers, entries, contents);
        }
    }

    private void forgetFormer(Session session, Map<Long, Standing> standings) throws SQLException {
        Long[] agreed = endings.stream()
                .filter(one -> one.agrees)
                .map(one -> one.claim.nr)
                .filter(nr -> standings.containsKey(nr) && standings.get(nr).former())
                .toArray(Long[]::new);
        if (agreed.length == 0) {
            return;
        }
        List<@Nullable Object[]> rows = session.rows(
                """
                SELECT k.nr, s.id, k.content FROM writeback_known k JOIN writeback_standing s ON s.nr = k.nr
                WHERE k.nr = ANY(?)""",
                row -> {
                    CloudObject object = ObjectJson.read(Key.id(row.getString(2)), row.getBytes(3));
                    return new @Nullable Object[] {ObjectJson.bytes(object.agreed()), row.getLong(1)};
                },
                (Object) agreed);
        session.batch("UPDATE writeback_known SET content = ? WHERE nr = ?", rows);
        session.update("UPDATE writeback_standing SET former = FALSE WHERE nr = ANY(?)", (Object) agreed);
    }
}
