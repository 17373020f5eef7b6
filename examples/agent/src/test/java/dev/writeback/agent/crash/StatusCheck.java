package dev.writeback.agent.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Check (b): every change has exactly one final status.
 *
 * <p>Changes of an object that come in while it is pending are taken together, so a status may stand for several. What
 * can be seen from outside, and is checked here:
 *
 * <ul>
 *   <li>Every line is whole. A line that comes again after a kill is the same to the byte; by its id it counts once.
 *   <li>Every object has a status, and at most as many as the feed has changes of it: none is told of twice.
 *   <li>No status is a failure, and the last one of each object says that the directory holds what was stated: a success,
 *       or {@code RedundantExport}. It was made after the last change was in the feed.
 *   <li>A status that wrote tells of one record of the journal, the same run, object and values; no two tell of the same
 *       record, and an object's statuses tell of its records in their order. So no two contradict each other.
 *   <li>A record of which no status tells was made by a process that was killed before it could keep what it had done, or
 *       that lost its store or its lease then; a later status of the object stands for those changes.
 * </ul>
 */
final class StatusCheck {

    private final Map<String, Mailbox> mailboxes;
    private final Map<String, List<StatusRecord>> byObject = new LinkedHashMap<>();
    private final Map<String, List<WriteRecord>> journal = new HashMap<>();
    private final Findings findings = new Findings();

    private StatusCheck(Map<String, Mailbox> mailboxes) {
        this.mailboxes = mailboxes;
    }

    /**
     * Checks them all.
     *
     * @param statuses each once, in the order in which they were first told
     * @param records the journal
     * @param ended the runs that came to their end
     */
    static List<String> of(
            Map<String, Mailbox> mailboxes, List<StatusRecord> statuses, List<WriteRecord> records, Set<String> ended) {
        StatusCheck check = new StatusCheck(mailboxes);
        statuses.forEach(status -> check.byObject
                .computeIfAbsent(status.object(), id -> new ArrayList<>())
                .add(status));
        records.forEach(record -> check.journal
                .computeIfAbsent(record.object(), id -> new ArrayList<>())
                .add(record));
        mailboxes.keySet().forEach(id -> check.object(id, ended));
        check.byObject.keySet().stream()
                .filter(id -> !mailboxes.containsKey(id))
                .forEach(id -> check.findings.add("there is a status of an object that nobody knows, %s", id));
        return check.findings.sentences();
    }

    private void object(String id, Set<String> ended) {
        List<StatusRecord> statuses = byObject.getOrDefault(id, List.of());
        int changes = java.util.Objects.requireNonNull(mailboxes.get(id)).changes();
        if (statuses.isEmpty()) {
            findings.add("%s has no status", id);
            return;
        }
        if (statuses.size() > changes) {
            findings.add("%s has %d statuses for %d changes", id, statuses.size(), changes);
        }
        statuses.stream()
                .filter(status -> status.result().equals("failure"))
                .forEach(status -> findings.add("%s failed: %s", id, status.error()));
        StatusRecord last = statuses.get(statuses.size() - 1);
        if (!last.isGoodEnd()) {
            findings.add("the last status of %s is %s %s", id, last.result(), last.skipReason());
        }
        if (last.at()
                .isBefore(java.util.Objects.requireNonNull(mailboxes.get(id)).lastChange())) {
            findings.add("the last change of %s has no status: the last one was made before it", id);
        }
        tells(id, statuses, ended);
    }

    private void tells(String id, List<StatusRecord> statuses, Set<String> ended) {
        List<WriteRecord> records = journal.getOrDefault(id, List.of());
        Set<Long> told = new HashSet<>();
        long newest = -1;
        for (StatusRecord status : statuses) {
            if (status.changes().isEmpty()) {
                continue;
            }
            WriteRecord record = records.stream()
                    .filter(each -> each.run().equals(status.run())
                            && each.changes().equals(status.changes())
                            && !told.contains(each.number()))
                    .findFirst()
                    .orElse(null);
            if (record == null) {
                findings.add("status %s of %s tells of a write that is not in the journal", status.id(), id);
            } else {
                if (record.number() < newest) {
                    findings.add("status %s of %s comes after one of a later write", status.id(), id);
                }
                newest = record.number();
                told.add(newest);
            }
        }
        for (WriteRecord record : records) {
            if (!told.contains(record.number()) && ended.contains(record.run())) {
                findings.add("record %d of %s has no status, and nobody was killed", record.number(), id);
            }
        }
        lastRecord(id, statuses, records, told);
    }

    /** A write that nobody could keep is found by the next look at the object, which ends in a status of its own. */
    private void lastRecord(String id, List<StatusRecord> statuses, List<WriteRecord> records, Set<Long> told) {
        if (records.isEmpty()) {
            return;
        }
        WriteRecord last = records.get(records.size() - 1);
        StatusRecord word = statuses.get(statuses.size() - 1);
        if (!told.contains(last.number())
                && (!word.changes().isEmpty() || word.at().isBefore(last.at()))) {
            findings.add("no status stands for the last write to %s, record %d", id, last.number());
        }
    }
}
