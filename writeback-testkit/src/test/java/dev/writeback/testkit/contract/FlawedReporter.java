package dev.writeback.testkit.contract;

import dev.writeback.spi.StatusReporter;
import java.util.List;
import java.util.function.Function;

/** The contract, held against a reporter with a flaw. */
final class FlawedReporter extends StatusReporterContract {
    private final Receiver receiver = new Receiver();
    private final Function<Receiver, StatusReporter> flaw;

    FlawedReporter(Function<Receiver, StatusReporter> flaw) {
        this.flaw = flaw;
    }

    @Override
    protected StatusReporter open() {
        receiver.isThere = true;
        return flaw.apply(receiver);
    }

    @Override
    protected StatusReporter openToNobody() {
        receiver.isThere = false;
        return flaw.apply(receiver);
    }

    @Override
    protected List<String> received() {
        return List.copyOf(receiver.received);
    }
}
