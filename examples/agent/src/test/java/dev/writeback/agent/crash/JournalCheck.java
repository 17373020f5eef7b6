package dev.writeback.agent.crash;

import dev.writeback.agent.crash.WriteRecord.Change;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Check (c): the journal tells of each write that the directory made, of no other, and of each once. In its order, each
 * record begins with what the one before it left, the first with what was there before and the last ends with what is
 * there now. The directory's own count of changes is the number of records, and its count for each attribute of each
 * entry the number of records that name it.
 */
final class JournalCheck {

    private final Map<UUID, EntryState> before;
    private final Map<UUID, EntryState> now;
    private final Findings findings = new Findings();

    private JournalCheck(Map<UUID, EntryState> before, Map<UUID, EntryState> now) {
        this.before = before;
        this.now = now;
    }

    static List<String> of(
            List<WriteRecord> journal, Map<UUID, EntryState> before, Map<UUID, EntryState> now, long changes) {
        JournalCheck check = new JournalCheck(before, now);
        if (journal.size() != changes) {
            check.findings.add(
                    "the directory made %d changes, and the journal tells of %d writes", changes, journal.size());
        }
        Map<UUID, Map<String, Set<String>>> last = new HashMap<>();
        Map<UUID, Map<String, Integer>> counts = new HashMap<>();
        for (WriteRecord record : journal) {
            if (!before.containsKey(record.entry())) {
                check.findings.add("record %d is of an entry that nobody knows, %s", record.number(), record.entry());
                continue;
            }
            check.follow(record, last.computeIfAbsent(record.entry(), guid -> new TreeMap<>()));
            Map<String, Integer> count = counts.computeIfAbsent(record.entry(), guid -> new TreeMap<>());
            record.changes().keySet().forEach(name -> count.merge(name, 1, Integer::sum));
        }
        last.forEach(check::ends);
        now.keySet().forEach(guid -> check.counts(guid, counts.getOrDefault(guid, Map.of())));
        return check.findings.sentences();
    }

    private void follow(WriteRecord record, Map<String, Set<String>> last) {
        for (Map.Entry<String, Change> each : record.changes().entrySet()) {
            String name = each.getKey();
            Change change = each.getValue();
            Set<String> known = last.getOrDefault(name, entry(before, record).values(name));
            if (!change.before().equals(known)) {
                findings.add(
                        "record %d: %s: %s was %s before, and the record says %s",
                        record.number(), entry(before, record).dn(), name, known, change.before());
            }
            if (change.before().equals(change.after())) {
                findings.add(
                        "record %d: %s: %s is said to be written and does not change",
                        record.number(), entry(before, record).dn(), name);
            }
            last.put(name, change.after());
        }
    }

    private void ends(UUID guid, Map<String, Set<String>> last) {
        EntryState entry = now.get(guid);
        last.forEach((name, values) -> {
            if (entry == null || !entry.values(name).equals(values)) {
                findings.add(
                        "%s: %s holds %s, and the journal ends with %s",
                        entry == null ? guid : entry.dn(),
                        name,
                        entry == null ? "nothing" : entry.values(name),
                        values);
            }
        });
    }

    private void counts(UUID guid, Map<String, Integer> journaled) {
        EntryState old = before.get(guid);
        EntryState entry = now.get(guid);
        if (old == null || entry == null) {
            return;
        }
        Set<String> wrong = new TreeSet<>();
        entry.versions().forEach((name, version) -> {
            int written = version - old.version(name);
            int told = journaled.getOrDefault(name, 0);
            if (written != told) {
                wrong.add("%s (written %d times, %d in the journal)".formatted(name, written, told));
            }
        });
        if (!wrong.isEmpty()) {
            findings.add("%s: the directory and the journal do not count alike: %s", entry.dn(), wrong);
        }
    }

    private static EntryState entry(Map<UUID, EntryState> entries, WriteRecord record) {
        return java.util.Objects.requireNonNull(entries.get(record.entry()));
    }
}
