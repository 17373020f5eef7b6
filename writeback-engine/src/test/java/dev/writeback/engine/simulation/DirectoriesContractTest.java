package dev.writeback.engine.simulation;

import dev.writeback.engine.Directories;
import dev.writeback.engine.Directory;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.DirectorySink;
import dev.writeback.testkit.contract.DirectorySinkContract;
import dev.writeback.testkit.contract.DirectoryUnderTest;
import dev.writeback.testkit.time.SettableClock;
import java.util.List;
import java.util.UUID;

/** Two directories as one keep to what is asked of one; every entry is in the second. */
class DirectoriesContractTest extends DirectorySinkContract {

    @Override
    protected DirectoryUnderTest open() {
        return new UnderTest();
    }

    private static Directories both(DirectorySink corp, DirectorySink partner) {
        return Directories.of(List.of(
                new Directory("corp", Dn.of("DC=corp,DC=example"), corp),
                new Directory("partner", Dn.of("DC=partner,DC=example"), partner)));
    }

    private static final class UnderTest implements DirectoryUnderTest {

        private final SettableClock time = SettableClock.at("2026-11-21T10:00:00Z");
        private final SimulatedDirectory partner = new SimulatedDirectory(time);
        private final Directories directories = both(new SimulatedDirectory(time), partner);
        private int added;

        @Override
        public DirectorySink sink() {
            return directories;
        }

        @Override
        public DirectorySink unreachable() {
            DirectorySink away = SimulatedDirectoryContractTest.away(partner);
            return both(away, away);
        }

        @Override
        public ObjectGuid add(String name) {
            ObjectGuid guid = new ObjectGuid(new UUID(13, added++));
            partner.add(guid, Dn.of("CN=" + name + added + ",DC=partner,DC=example"));
            return guid;
        }

        @Override
        public void set(ObjectGuid entry, AttributeName attribute, List<AttributeValue> values) {
            partner.set(entry, attribute, values);
        }

        @Override
        public List<AttributeValue> values(ObjectGuid entry, AttributeName attribute) {
            return partner.values(entry, attribute);
        }

        @Override
        public void delete(ObjectGuid entry) {
            partner.remove(entry);
        }

        @Override
        public void close() {}
    }
}
