package dev.writeback.jdbc;

import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Arrival;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The objects of one page of changes, within one transaction. */
final class Page {

    private static final String KNOWN = """
            SELECT s.id, s.nr, s.lane, s.place, s.holder, k.content
            FROM writeback_standing s JOIN writeback_known k ON k.nr = s.nr
            WHERE s.hash = ANY(?) ORDER BY s.nr""";

    private static final String INSERT_KNOWN = "INSERT INTO writeback_known (nr, content) SELECT * FROM UNNEST(?, ?)";

    private static final String INSERT_STANDING = """
            INSERT INTO writeback_standing (nr, hash, id, revision, state, lane, due_seconds, due_nanos, place, attempts,
              changed, since_seconds, since_nanos, former, awaits)
            SELECT nr, hash, id, 1, 1, 1, 0, 0, nr, 0, changed, CAST(? AS BIGINT), CAST(? AS INTEGER), former, FALSE
            FROM UNNEST(?, ?, ?, ?, ?) AS t (nr, hash, id, changed, former)""";

    private static final String UPDATE_KNOWN = "UPDATE writeback_known SET content = ? WHERE nr = ?";

    private static final String SAY_NEW = """
            UPDATE writeback_standing SET state = 1, lane = 1, due_seconds = 0, due_nanos = 0, place = ?,
              revision = revision + 1, changed = ?, since_seconds = ?, since_nanos = ?, former = ?,
              attempts = CASE WHEN awaits THEN 0 ELSE attempts END, awaits = FALSE, note = NULL WHERE nr = ?""";

    private static final String SAY_AGAIN = "UPDATE writeback_standing SET former = ? WHERE nr = ?";

    private final Session session;
    private final Hands hands;
    private final Arrival arrival;
    private final Map<CloudObjectId, Known> before = new HashMap<>();
    private final Map<CloudObjectId, CloudObject> after = new LinkedHashMap<>();
    private final List<CloudObjectId> news = new ArrayList<>();
    private final long second;
    private final int nano;
    private long change;

    private record Known(CloudObject object, long nr, boolean keepsItsPlace, long place) {}

    Page(Session session, Hands hands, Arrival arrival, long lastChange) {
        this.session = session;
        this.hands = hands;
        this.arrival = arrival;
        Instant at = arrival.at();
        this.second = at.getEpochSecond();
        this.nano = at.getNano();
        this.change = lastChange;
    }

    void join() throws SQLException {
        Set<CloudObjectId> ids = new HashSet<>();
        arrival.changes().forEach(one -> ids.add(one.id()));
        session.rows(KNOWN + (session.dialect().isShared() ? " FOR UPDATE OF s" : ""), row -> known(row, ids), (Object)
                Key.hashes(ids));
        for (CloudChange one : arrival.changes()) {
            Known known = before.get(one.id());
            CloudObject latest = after.getOrDefault(one.id(), known == null ? null : known.object());
            after.put(one.id(), latest == null ? CloudObject.of(one) : latest.join(one));
        }
    }

    private @Nullable Known known(ResultSet row, Set<CloudObjectId> ids) throws SQLException {
        CloudObjectId id = Key.id(row.getString(1));
        long nr = row.getLong(2);
        boolean isReady = row.getInt(3) == Lane.READY;
        boolean isHeld = row.getLong(5) != 0 || hands.have(nr);
        return ids.contains(id)
                ? before.put(
                        id, new Known(ObjectJson.read(id, row.getBytes(6)), nr, isReady && !isHeld, row.getLong(4)))
                : null;
    }

    void keep() throws SQLException {
        keepNew(after.values().stream()
                .filter(object -> !before.containsKey(object.id()))
                .toList());
        keepKnown();
        Last.keepChange(session, change);
        Waiters.wake(session, news, arrival.at());
    }

    private void keepNew(List<CloudObject> objects) throws SQLException {
        int count = objects.size();
        if (count == 0) {
            return;
        }
        long[] drawn = session.draw(count);
        Long[] numbers = new Long[count];
        Long[] hashes = new Long[count];
        String[] ids = new String[count];
        Long[] changes = new Long[count];
        Boolean[] former = new Boolean[count];
        byte[][] contents = new byte[count][];
        for (int i = 0; i < count; i++) {
            CloudObject object = objects.get(i);
            numbers[i] = drawn[i];
            hashes[i] = Key.hash(object.id());
            ids[i] = Key.of(object.id());
            changes[i] = ++change;
            former[i] = !object.former().isEmpty();
            contents[i] = ObjectJson.bytes(object);
            news.add(object.id());
        }
        session.update(INSERT_KNOWN, numbers, contents);
        session.update(INSERT_STANDING, second, nano, numbers, hashes, ids, changes, former);
    }

    private void keepKnown() throws SQLException {
        List<@Nullable Object[]> contents = new ArrayList<>();
        List<@Nullable Object[]> standings = new ArrayList<>();
        List<@Nullable Object[]> repeated = new ArrayList<>();
        List<CloudObjectId> changed = new ArrayList<>();
        long[] places = session.draw(before.size());
        int next = 0;
        for (CloudObject object : after.values()) {
            Known known = before.get(object.id());
            if (known == null || object.equals(known.object())) {
                continue;
            }
            boolean former = !object.former().isEmpty();
            contents.add(new Object[] {ObjectJson.bytes(object), known.nr()});
            if (object.saysTheSame(known.object())) {
                repeated.add(new Object[] {former, known.nr()});
            } else {
                changed.add(object.id());
                long place = known.keepsItsPlace() ? known.place() : places[next++];
                standings.add(new Object[] {place, ++change, second, nano, former, known.nr()});
            }
        }
        session.batch(UPDATE_KNOWN, contents);
        session.batch(SAY_AGAIN, repeated);
        session.batch(SAY_NEW, standings);
        Waiters.forget(session, changed.stream().map(Key::of).toList());
        news.addAll(changed);
    }
}
