package dev.writeback.agent.crash;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Check (a): every entry holds what the feed states, and what the feed is silent on is as it was. */
final class DirectoryCheck {

    private DirectoryCheck() {}

    static List<String> of(Map<String, Mailbox> mailboxes, Map<UUID, EntryState> now) {
        Findings findings = new Findings();
        for (Mailbox mailbox : mailboxes.values()) {
            EntryState entry = now.get(mailbox.found().guid());
            if (entry == null) {
                findings.add("%s is gone from the directory", mailbox.found().dn());
                continue;
            }
            Map<String, Set<String>> expected = mailbox.expected(mailboxes);
            Set<String> names = new TreeSet<>(expected.keySet());
            names.addAll(entry.values().keySet());
            for (String name : names) {
                Set<String> wanted = expected.getOrDefault(name, Set.of());
                if (!entry.values(name).equals(wanted)) {
                    findings.add("%s: %s holds %s and should hold %s", entry.dn(), name, entry.values(name), wanted);
                }
            }
        }
        return findings.sentences();
    }
}
