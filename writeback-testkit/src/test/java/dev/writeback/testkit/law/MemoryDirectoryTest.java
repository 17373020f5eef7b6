package dev.writeback.testkit.law;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.DirectorySink;
import dev.writeback.testkit.contract.DirectorySinkContract;
import dev.writeback.testkit.contract.DirectoryUnderTest;
import dev.writeback.testkit.fault.Call;
import dev.writeback.testkit.fault.Fault;
import dev.writeback.testkit.fault.Faults;
import dev.writeback.testkit.fault.When;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

class MemoryDirectoryTest extends DirectorySinkContract {

    private static final AttributeName ADDRESSES = AttributeName.of("proxyAddresses");

    @Override
    protected DirectoryUnderTest open() {
        return new UnderTest(MemoryDirectory.of(
                Map.of(
                        AttributeName.of("extensionAttribute1"),
                        AttributeSyntax.CASE_IGNORE,
                        AttributeName.of("extensionAttribute2"),
                        AttributeSyntax.CASE_IGNORE,
                        ADDRESSES,
                        AttributeSyntax.ADDRESS,
                        AttributeName.of("msExchMailboxGuid"),
                        AttributeSyntax.OCTETS,
                        AttributeName.of("mS-DS-ConsistencyGuid"),
                        AttributeSyntax.OCTETS,
                        AttributeName.of("msDS-ExternalDirectoryObjectId"),
                        AttributeSyntax.CASE_EXACT),
                Set.of(ADDRESSES)));
    }

    private record UnderTest(MemoryDirectory directory) implements DirectoryUnderTest {

        @Override
        public DirectorySink sink() {
            return directory;
        }

        @Override
        public DirectorySink unreachable() {
            return Faults.none()
                    .on(List.of(Call.LOOKUP, Call.WRITE, Call.CHECK), When.always(), Fault.unavailable())
                    .begin()
                    .directory(directory);
        }

        @Override
        public ObjectGuid add(String name) {
            ObjectGuid guid = new ObjectGuid(new UUID(11, directory.contents().size()));
            directory.add(new EntryId(guid, Dn.of("CN=%s,DC=corp,DC=example".formatted(name))));
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
            directory.delete(entry);
        }

        @Override
        public void close() {}
    }
}
