package dev.writeback.testkit.fault;

import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Arrival;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Intake;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** An intake some of whose calls fail. */
record FaultyIntake(Intake real, Injection faults) implements Intake {

    @Override
    public Optional<Cursor> cursor(String source) {
        return Trouble.ofStore(faults, Call.CURSOR, Parts::none, () -> real.cursor(source));
    }

    @Override
    public boolean accept(Arrival arrival) {
        return Trouble.ofStore(
                faults,
                Call.ACCEPT,
                () -> arrival.changes().stream().map(Parts::of).toList(),
                () -> real.accept(arrival));
    }

    @Override
    public List<CloudObject> known(Collection<CloudObjectId> ids) {
        return Trouble.ofStore(faults, Call.KNOWN, () -> Parts.of(ids), () -> real.known(ids));
    }
}
