package dev.writeback.testkit.contract;

import dev.writeback.spi.StatusReporter;
import dev.writeback.spi.WritebackStore;
import dev.writeback.testkit.fault.Call;
import dev.writeback.testkit.fault.Fault;
import dev.writeback.testkit.fault.Faults;
import dev.writeback.testkit.fault.Injection;
import dev.writeback.testkit.fault.When;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** A port that is wrapped for faults that never come keeps its contract. */
class FaultlessPortsTest {

    private static Injection quiet() {
        return Faults.none()
                .on(Call.LOOKUP, When.after(1_000_000), Fault.stale())
                .on(Call.SETTLE, When.after(1_000_000), Fault.unavailable())
                .on(Call.READ, When.touching("neverStated"), Fault.halfDelivered())
                .begin();
    }

    @Nested
    class Source extends FlawedSource {
        Source() {
            super(cloud -> quiet().source(cloud));
        }
    }

    @Nested
    class Directory extends DirectorySinkContract {
        @Override
        protected DirectoryUnderTest open() {
            return new PlainDirectory(quiet()::directory);
        }
    }

    @Nested
    class Watch extends DirectoryWatchContract {
        @Override
        protected WatchedDirectory open() {
            PlainDirectory nobody = new PlainDirectory(sink -> sink);
            return new PlainWatchedDirectory(
                    watch -> quiet().directory(new PlainWatchedDirectory.WatchingSink(nobody.sink(), watch))
                            .watch()
                            .orElseThrow());
        }
    }

    @Nested
    class Reporter extends StatusReporterContract {
        private final Receiver receiver = new Receiver();

        @Override
        protected StatusReporter open() {
            receiver.isThere = true;
            return quiet().reporter(Receiver.line(receiver));
        }

        @Override
        protected StatusReporter openToNobody() {
            receiver.isThere = false;
            return quiet().reporter(Receiver.line(receiver));
        }

        @Override
        protected List<String> received() {
            return List.copyOf(receiver.received);
        }
    }

    @Nested
    class Store extends WritebackStoreContract {
        @Override
        protected WritebackStore emptyStore() {
            return quiet().store(new PlainStore(StoreFlaw.NONE));
        }
    }
}
