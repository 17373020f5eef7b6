package dev.writeback.benchmarks;

import dev.writeback.ldap.LdapDirectory;
import dev.writeback.model.Anchor;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.List;
import java.util.function.Function;

/** The sink alone: entries found and read in batches of 100, and written on the condition that they are as read. */
final class SinkChanges implements Contender {

    private static final int BATCH = 100;

    private final LdapDirectory directory;
    private final int lanes;
    private final String name;
    private final Function<Target.User, Anchor> anchor;

    /** With entries found by their objectGUID. */
    SinkChanges(Target target, int connections) {
        this(target, connections, "sink", user -> new Anchor.ImmutableId(user.guid()));
    }

    SinkChanges(Target target, int connections, String name, Function<Target.User, Anchor> anchor) {
        this.directory = target.directory(connections);
        this.lanes = connections;
        this.name = name;
        this.anchor = anchor;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(List<Target.User> users, Change change) throws Exception {
        Lanes.run(lanes, lane -> {
            for (int from = lane * BATCH; from < users.size(); from += lanes * BATCH) {
                batch(users.subList(from, Math.min(users.size(), from + BATCH)), change);
            }
        });
    }

    private void batch(List<Target.User> users, Change change) {
        List<List<Anchor>> anchors =
                users.stream().map(user -> List.of(anchor.apply(user))).toList();
        List<EntryWrite> writes = directory.lookup(new LookupRequest(anchors, Change.reads())).stream()
                .map(outcome -> write(((LookupOutcome.Found) outcome).entry(), change))
                .toList();
        int atOnce = directory.writesAtOnce();
        for (int from = 0; from < writes.size(); from += atOnce) {
            for (WriteOutcome outcome :
                    directory.writeAll(writes.subList(from, Math.min(writes.size(), from + atOnce)))) {
                outcome.obstacle().ifPresent(problem -> {
                    throw new IllegalStateException(problem.toString());
                });
            }
        }
    }

    private static EntryWrite write(DirectoryEntry entry, Change change) {
        return new EntryWrite(entry.id(), entry.server(), change.on(entry));
    }

    @Override
    public void close() {
        directory.close();
    }
}
