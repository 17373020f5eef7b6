package dev.writeback.testkit.law;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.testkit.contract.DirectorySinkContract;
import dev.writeback.testkit.contract.DirectoryUnderTest;
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
            return new Away();
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

    /** A directory in memory is never away; this is what one would say. */
    private static final class Away implements DirectorySink {

        @Override
        public List<LookupOutcome> lookup(LookupRequest request) {
            return request.anchors().stream()
                    .<LookupOutcome>map(one -> new LookupOutcome.Unavailable(
                            MemoryProblem.of(ErrorCode.DIRECTORY_UNAVAILABLE, "nobody is there")))
                    .toList();
        }

        @Override
        public WriteOutcome write(EntryWrite write) {
            return new WriteOutcome.Unavailable(MemoryProblem.of(ErrorCode.DIRECTORY_UNAVAILABLE, "nobody is there"));
        }

        @Override
        public List<Finding> check(CheckRequest request) {
            return List.of(new Finding(Finding.Level.UNREACHABLE, "reach", "Nobody is there.", "Wait."));
        }
    }
}
