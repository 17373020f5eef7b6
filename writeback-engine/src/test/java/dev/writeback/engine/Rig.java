package dev.writeback.engine;

import dev.writeback.engine.run.MapDirectory;
import dev.writeback.engine.run.RecordedStatuses;
import dev.writeback.engine.run.ScriptedSource;
import dev.writeback.model.CloudChange;
import dev.writeback.spi.WritebackStore;
import dev.writeback.testkit.time.SettableClock;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;

/** A Writeback between a scripted source and a directory in a map. */
final class Rig implements AutoCloseable {

    final ScriptedSource source;
    final MapDirectory directory;
    final RecordedStatuses statuses = new RecordedStatuses();
    final SettableClock time = SettableClock.at("2026-11-21T10:00:00Z");
    final WritebackStore store = Writeback.memoryStore();
    final Writeback writeback;

    Rig(int mailboxes, Collection<CloudChange> changes) {
        this(mailboxes, changes, Limits.standard());
    }

    Rig(int mailboxes, Collection<CloudChange> changes, Limits limits) {
        source = ScriptedSource.of(changes);
        directory = MapDirectory.of(mailboxes);
        writeback = builder().limits(limits).build();
    }

    /** One whose directory tells who has an address. */
    static Rig telling(int mailboxes, Collection<CloudChange> changes, Limits limits) {
        Rig rig = new Rig(mailboxes, changes, limits);
        rig.directory.onHolders = (request, real) -> real.get();
        return rig;
    }

    static Rig telling(int mailboxes, Collection<CloudChange> changes) {
        return telling(mailboxes, changes, Limits.standard());
    }

    /** Builds another one over the same parts. */
    WritebackBuilder builder() {
        AtomicInteger ids = new AtomicInteger();
        return Writeback.builder()
                .source(source)
                .directory(directory)
                .reporter(statuses)
                .store(store)
                .time(time)
                .ids(() -> "id-" + System.identityHashCode(ids) + "-" + ids.incrementAndGet());
    }

    @Override
    public void close() {
        writeback.close();
    }
}
