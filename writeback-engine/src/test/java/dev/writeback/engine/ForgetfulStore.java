package dev.writeback.engine;

import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Arrival;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Intake;
import dev.writeback.spi.Records;
import dev.writeback.spi.StoreException;
import dev.writeback.spi.WorkQueue;
import dev.writeback.spi.WritebackStore;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A store that cannot tell what is known of an object. */
record ForgetfulStore(WritebackStore real) implements WritebackStore {

    @Override
    public Intake intake() {
        Intake intake = real.intake();
        return new Intake() {
            @Override
            public Optional<Cursor> cursor(String source) {
                return intake.cursor(source);
            }

            @Override
            public boolean accept(Arrival arrival) {
                return intake.accept(arrival);
            }

            @Override
            public List<CloudObject> known(Collection<CloudObjectId> ids) {
                throw new StoreException("the disk of the test is broken", new IOException("no answer"));
            }
        };
    }

    @Override
    public WorkQueue work() {
        return real.work();
    }

    @Override
    public Records records() {
        return real.records();
    }
}
