package dev.writeback.testkit.contract;

import dev.writeback.model.CloudChange;
import dev.writeback.spi.CloudSource;
import dev.writeback.testkit.cloud.ScriptedCloud;
import java.util.List;
import java.util.function.UnaryOperator;

/** The contract, held against a scripted cloud with a flaw. */
class FlawedSource extends CloudSourceContract {
    private final ScriptedCloud cloud = ScriptedCloud.empty();
    private final UnaryOperator<CloudSource> flaw;

    FlawedSource(UnaryOperator<CloudSource> flaw) {
        this.flaw = flaw;
    }

    @Override
    protected CloudSource open() {
        return flaw.apply(cloud);
    }

    @Override
    protected void publish(List<CloudChange> changes) {
        cloud.page(changes);
    }

    @Override
    protected int publishMalformed() {
        cloud.malformed("{oops");
        return 1;
    }

    @Override
    protected Runnable interrupt() {
        cloud.unavailable(1);
        return () -> {};
    }
}
