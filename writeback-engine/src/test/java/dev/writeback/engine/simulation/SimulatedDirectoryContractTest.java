package dev.writeback.engine.simulation;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.DirectorySink;
import dev.writeback.testkit.contract.DirectorySinkContract;
import dev.writeback.testkit.contract.DirectoryUnderTest;
import dev.writeback.testkit.fault.Call;
import dev.writeback.testkit.fault.Fault;
import dev.writeback.testkit.fault.Faults;
import dev.writeback.testkit.fault.When;
import dev.writeback.testkit.time.SettableClock;
import java.util.List;
import java.util.UUID;

/** The directory of the simulation is one. */
class SimulatedDirectoryContractTest extends DirectorySinkContract {

    @Override
    protected DirectoryUnderTest open() {
        return new UnderTest(new SimulatedDirectory(SettableClock.at("2026-11-21T10:00:00Z")));
    }

    private static final class UnderTest implements DirectoryUnderTest {

        private final SimulatedDirectory directory;
        private int added;

        UnderTest(SimulatedDirectory directory) {
            this.directory = directory;
        }

        @Override
        public DirectorySink sink() {
            return directory;
        }

        @Override
        public DirectorySink unreachable() {
            return away(directory);
        }

        @Override
        public ObjectGuid add(String name) {
            ObjectGuid guid = new ObjectGuid(new UUID(11, added++));
            directory.add(guid, Dn.of("CN=" + name + added + ",DC=corp,DC=example"));
            return guid;
        }

        @Override
        public void set(ObjectGuid entry, AttributeName attribute, List<AttributeValue> values) {
            directory.set(entry, attribute, values);
        }

        @Override
        public List<AttributeValue> values(ObjectGuid entry, AttributeName attribute) {
            return directory.values(entry, attribute);
        }

        @Override
        public void delete(ObjectGuid entry) {
            directory.remove(entry);
        }

        @Override
        public void close() {}
    }

    /** What the nodes meet when the history says that the directory is away. */
    static DirectorySink away(DirectorySink directory) {
        return Faults.none()
                .on(List.of(Call.LOOKUP, Call.WRITE, Call.CHECK), When.always(), Fault.unavailable())
                .begin()
                .directory(directory);
    }
}
