package dev.writeback.jdbc;

import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Arrival;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Intake;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes changes in. */
final class JdbcIntake implements Intake {

    private final Database database;

    JdbcIntake(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Cursor> cursor(String source) {
        return database.read("tell where to read on", session -> cursor(session, source));
    }

    private static Optional<Cursor> cursor(Session session, String source) throws SQLException {
        return session
                .rows(
                        "SELECT place FROM writeback_cursor WHERE source = ?",
                        row -> new Cursor(Key.text(row.getString(1))),
                        Key.of(source))
                .stream()
                .findFirst();
    }

    @Override
    public boolean accept(Arrival arrival) {
        return database.write("take in what the source states", session -> {
            if (!cursor(session, arrival.source()).equals(arrival.after())) {
                return false;
            }
            Counters counters = Counters.of(session);
            Page page = new Page(session, counters);
            page.join(arrival.changes());
            page.keep();
            JdbcOutbox.post(session, counters, arrival.statuses());
            keep(session, Key.of(arrival.source()), Key.of(arrival.next().value()));
            counters.keep(session);
            return true;
        });
    }

    private static void keep(Session session, String source, String place) throws SQLException {
        if (session.update("UPDATE writeback_cursor SET place = ? WHERE source = ?", place, source) == 0) {
            session.update("INSERT INTO writeback_cursor (place, source) VALUES (?, ?)", place, source);
        }
    }

    @Override
    public List<CloudObject> known(Collection<CloudObjectId> ids) {
        return database.read("tell what is known", session -> known(session, Key.of(ids)));
    }

    private static List<CloudObject> known(Session session, String[] keys) throws SQLException {
        return session.rows(
                "SELECT id, content FROM writeback_object WHERE id = ANY(?)",
                row -> ObjectJson.read(Key.id(row.getString(1)), row.getString(2)),
                (Object) keys);
    }

    /** The objects of one page of changes. */
    private static final class Page {
        private static final String INSERT_OBJECT =
                "INSERT INTO writeback_object (has_former, content, id) VALUES (?, ?, ?)";
        private static final String UPDATE_OBJECT =
                "UPDATE writeback_object SET has_former = ?, content = ? WHERE id = ?";
        private static final String INSERT_ITEM = """
                INSERT INTO writeback_item (id, revision, state, lane, due_seconds, due_nanos, place, attempts, changed,
                  claimed_after) VALUES (?, 1, 1, 1, 0, 0, ?, 0, ?, 0)""";

        private final Session session;
        private final Counters counters;
        private final Map<CloudObjectId, CloudObject> before = new HashMap<>();
        private final Map<CloudObjectId, CloudObject> after = new LinkedHashMap<>();

        Page(Session session, Counters counters) {
            this.session = session;
            this.counters = counters;
        }

        void join(List<CloudChange> changes) throws SQLException {
            List<CloudObjectId> ids = changes.stream().map(CloudChange::id).toList();
            known(session, Key.of(ids)).forEach(object -> before.put(object.id(), object));
            for (CloudChange change : changes) {
                CloudObject known = after.getOrDefault(change.id(), before.get(change.id()));
                after.put(change.id(), known == null ? CloudObject.of(change) : known.join(change));
            }
        }

        void keep() throws SQLException {
            List<@Nullable Object[]> newObjects = new ArrayList<>();
            List<@Nullable Object[]> newItems = new ArrayList<>();
            List<@Nullable Object[]> objects = new ArrayList<>();
            List<@Nullable Object[]> items = new ArrayList<>();
            List<String> news = new ArrayList<>();
            for (CloudObject object : after.values()) {
                String key = Key.of(object.id());
                CloudObject known = before.get(object.id());
                if (known == null) {
                    newObjects.add(row(object, key));
                    newItems.add(new Object[] {key, ++counters.place, ++counters.change});
                    news.add(key);
                } else if (!object.equals(known)) {
                    objects.add(row(object, key));
                    if (!object.saysTheSame(known)) {
                        items.add(new Object[] {++counters.place, ++counters.change, key});
                        news.add(key);
                    }
                }
            }
            session.batch(INSERT_OBJECT, newObjects);
            session.batch(INSERT_ITEM, newItems);
            session.batch(UPDATE_OBJECT, objects);
            session.batch(Lane.SAY_NEW, items);
            Waiters.forget(session, items.stream().map(row -> (String) row[2]).toList());
            Waiters.wake(session, counters, news);
        }

        private static @Nullable Object[] row(CloudObject object, String key) {
            return new Object[] {!object.former().isEmpty(), ObjectJson.text(object), key};
        }
    }
}
