package dev.writeback.jdbc;

import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Arrival;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Intake;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes changes in. */
final class JdbcIntake implements Intake {

    private final Parts parts;

    JdbcIntake(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Optional<Cursor> cursor(String source) {
        return parts.database().read("tell where to read on", session -> cursor(session, source));
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
        List<Packet> statuses = Packet.of(arrival.statuses());
        long token = parts.node().token();
        boolean accepted = parts.database().write("take in what the source states", session -> {
            parts.node().require(session, token);
            long change = Last.changeAlone(session);
            if (!cursor(session, arrival.source()).equals(arrival.after())) {
                return false;
            }
            Page page = new Page(session, parts.hands(), arrival, change);
            page.join();
            page.keep();
            parts.outbox().post(session, statuses);
            keep(session, Key.of(arrival.source()), Key.of(arrival.next().value()));
            return true;
        });
        parts.hands().waitsSince(arrival.at());
        return accepted;
    }

    private static void keep(Session session, String source, String place) throws SQLException {
        if (session.update("UPDATE writeback_cursor SET place = ? WHERE source = ?", place, source) == 0) {
            session.update("INSERT INTO writeback_cursor (place, source) VALUES (?, ?)", place, source);
        }
    }

    @Override
    public List<CloudObject> known(Collection<CloudObjectId> ids) {
        Set<CloudObjectId> wanted = new HashSet<>(ids);
        return parts.database()
                .read(
                        "tell what is known",
                        session -> session
                                .rows(
                                        """
                        SELECT s.id, k.content FROM writeback_standing s JOIN writeback_known k ON k.nr = s.nr
                        WHERE s.hash = ANY(?)""",
                                        row -> {
                                            CloudObjectId id = Key.id(row.getString(1));
                                            return wanted.contains(id)
                                                    ? Optional.of(ObjectJson.read(id, row.getBytes(2)))
                                                    : Optional.<CloudObject>empty();
                                        },
                                        (Object) Key.hashes(ids))
                                .stream()
                                .flatMap(Optional::stream)
                                .toList());
    }
}
