package dev.writeback.ldap;

import dev.writeback.model.Dn;
import dev.writeback.spi.Cursor;
import java.util.Optional;

/**
 * Where a watch stands.
 *
 * @param way the way of finding changes that the position belongs to; one word
 * @param database which copy of the database it is a position in
 * @param base below which entry changes are watched
 * @param position how far; one word
 */
record WatchPlace(String way, DatabaseId database, Dn base, String position) {

    private static final int PARTS = 5;

    Cursor cursor() {
        return new Cursor(String.join(" ", way, database.host(), database.invocation(), position, base.value()));
    }

    /** The place that a cursor was made of; nothing if it was made by another source. */
    static Optional<WatchPlace> of(Cursor cursor) {
        String[] parts = cursor.value().split(" ", PARTS);
        if (parts.length < PARTS) {
            return Optional.empty();
        }
        return Dn.ifValid(parts[4])
                .map(base -> new WatchPlace(parts[0], new DatabaseId(parts[1], parts[2]), base, parts[3]));
    }
}
