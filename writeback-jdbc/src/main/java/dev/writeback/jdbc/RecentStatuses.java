package dev.writeback.jdbc;

import dev.writeback.plan.Status;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statuses that were posted or read last, by the rows that they stand in, so that most need not be read again. */
final class RecentStatuses {

    private static final int MOST = 2000;

    private final Map<Long, List<Status>> rows = new LinkedHashMap<>();
    private final Map<String, Long> byId = new HashMap<>();
    private int count;

    synchronized void keep(long row, List<Status> statuses) {
        forget(row);
        rows.put(row, statuses);
        statuses.forEach(status -> byId.put(status.id(), row));
        count += statuses.size();
        while (count > MOST && rows.size() > 1) {
            forget(rows.keySet().iterator().next());
        }
    }

    synchronized void forget(Collection<Long> some) {
        some.forEach(this::forget);
    }

    private void forget(Long row) {
        List<Status> statuses = rows.remove(row);
        if (statuses != null) {
            statuses.forEach(status -> byId.remove(status.id(), row));
            count -= statuses.size();
        }
    }

    synchronized @Nullable List<Status> in(long row) {
        return rows.get(row);
    }

    /** Which row a status stands in; null if that is not remembered. */
    synchronized @Nullable Long rowOf(Status status) {
        return byId.get(status.id());
    }
}
