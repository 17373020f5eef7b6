package dev.writeback.jdbc;

import dev.writeback.plan.Status;
import dev.writeback.spi.Outbox;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Statuses until they are delivered. Where nodes share the store, one of them delivers at a time, in order. */
final class JdbcOutbox implements Outbox {

    private static final String ROWS =
            "SELECT number, statuses FROM writeback_outbox WHERE number > ? ORDER BY number LIMIT ?";

    private final Database database;
    private final Duty duty;
    private final RecentStatuses recent = new RecentStatuses();

    JdbcOutbox(Database database, Duty duty) {
        this.database = database;
        this.duty = duty;
    }

    /** Keeps these. */
    void post(Session session, List<Packet> packets) throws SQLException {
        long[] numbers = packets.isEmpty() ? new long[0] : session.draw(packets.size());
        for (int i = 0; i < numbers.length; i++) {
            Packet packet = packets.get(i);
            session.update(
                    "INSERT INTO writeback_outbox (number, statuses, content) VALUES (?, ?, ?)",
                    numbers[i],
                    packet.statuses().size(),
                    packet.content());
            recent.keep(numbers[i], packet.statuses());
        }
    }

    @Override
    public List<Status> undelivered(int atMost) {
        if (!duty.take()) {
            return List.of();
        }
        List<Status> statuses = database.read("tell what is to be reported", session -> oldest(session, atMost));
        if (statuses.isEmpty()) {
            duty.leave();
        }
        return statuses;
    }

    private List<Status> oldest(Session session, int atMost) throws SQLException {
        List<Status> oldest = new ArrayList<>();
        List<Long> rows = new ArrayList<>();
        int[] count = {0};
        session.rows(
                ROWS,
                row -> {
                    if (count[0] < atMost) {
                        rows.add(row.getLong(1));
                    }
                    return count[0] += row.getInt(2);
                },
                Long.MIN_VALUE,
                atMost);
        Map<Long, List<Status>> all = read(session, rows);
        all.values().forEach(oldest::addAll);
        return oldest.size() > atMost ? List.copyOf(oldest.subList(0, atMost)) : oldest;
    }

    /** What stands in these rows, in their order; rows that are gone are left out. */
    private Map<Long, List<Status>> read(Session session, List<Long> rows) throws SQLException {
        Map<Long, List<Status>> all = new TreeMap<>();
        List<Long> unknown = new ArrayList<>();
        for (Long row : rows) {
            List<Status> known = recent.in(row);
            if (known == null) {
                unknown.add(row);
            } else {
                all.put(row, known);
            }
        }
        if (!unknown.isEmpty()) {
            session.rows(
                    "SELECT number, content FROM writeback_outbox WHERE number = ANY(?)",
                    row -> all.put(row.getLong(1), StatusJson.all(row.getBytes(2))),
                    (Object) unknown.toArray(Long[]::new));
            unknown.forEach(row -> {
                List<Status> read = all.get(row);
                if (read != null) {
                    recent.keep(row, read);
                }
            });
        }
        return all;
    }

    @Override
    public void delivered(List<Status> statuses) {
        if (statuses.isEmpty()) {
            return;
        }
        Set<String> ids = statuses.stream().map(Status::id).collect(Collectors.toSet());
        Set<Long> rows = statuses.stream()
                .flatMap(status -> Stream.ofNullable(recent.rowOf(status)))
                .collect(Collectors.toSet());
        boolean allAreKnown = statuses.stream().allMatch(status -> recent.rowOf(status) != null);
        Map<Long, List<Status>> left = database.write("forget what was reported", session -> {
            Map<Long, List<Status>> rest = new HashMap<>();
            read(session, List.copyOf(rows)).forEach((row, some) -> rest.put(row, without(some, ids)));
            if (!allAreKnown) {
                rest.putAll(searched(session, ids));
            }
            keepRest(session, rest);
            return rest;
        });
        recent.forget(left.keySet());
        left.forEach((row, some) -> {
            if (!some.isEmpty()) {
                recent.keep(row, some);
            }
        });
    }

    private static List<Status> without(List<Status> statuses, Set<String> ids) {
        return statuses.stream().filter(status -> !ids.contains(status.id())).toList();
    }

    /** The rows in which one of these stands, without them: who says so may have read them long ago. */
    private Map<Long, List<Status>> searched(Session session, Set<String> ids) throws SQLException {
        Map<Long, List<Status>> found = new HashMap<>();
        long last = Long.MIN_VALUE;
        for (List<Long> page = page(session, last); !page.isEmpty(); page = page(session, last)) {
            read(session, page).forEach((row, statuses) -> {
                List<Status> rest = without(statuses, ids);
                if (rest.size() < statuses.size()) {
                    found.put(row, rest);
                }
            });
            last = page.get(page.size() - 1);
        }
        return found;
    }

    private static List<Long> page(Session session, long after) throws SQLException {
        return session.rows(ROWS, row -> row.getLong(1), after, 10);
    }

    private static void keepRest(Session session, Map<Long, List<Status>> rest) throws SQLException {
        List<Long> empty = new ArrayList<>();
        List<@Nullable Object[]> updates = new ArrayList<>();
        rest.forEach((row, statuses) -> {
            if (statuses.isEmpty()) {
                empty.add(row);
            } else {
                byte[] content =
                        JsonText.array(statuses.stream().map(StatusJson::bytes).toList());
                updates.add(new Object[] {statuses.size(), content, row});
            }
        });
        if (!empty.isEmpty()) {
            session.update("DELETE FROM writeback_outbox WHERE number = ANY(?)", (Object) empty.toArray(Long[]::new));
        }
        session.batch("UPDATE writeback_outbox SET statuses = ?, content = ? WHERE number = ?", updates);
    }
}
