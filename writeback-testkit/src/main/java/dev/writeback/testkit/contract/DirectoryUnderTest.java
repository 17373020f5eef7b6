package dev.writeback.testkit.contract;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.DirectorySink;
import java.util.List;

/**
 * A directory that a sink is tested on, and a way to it that is not the sink's.
 *
 * <p>Its entries may have {@code extensionAttribute1}, {@code extensionAttribute2} (one text each), {@code proxyAddresses}
 * (several addresses), where the sink tells of holders {@code mail} (text), {@code msExchMailboxGuid} (octets), {@code mS-DS-ConsistencyGuid} (octets) and
 * {@code msDS-ExternalDirectoryObjectId} (text), and no {@code noSuchAttribute}. The sink's account may write them all.
 */
public interface DirectoryUnderTest extends AutoCloseable {

    /** The sink under test; always the same. */
    DirectorySink sink();

    /** A sink of the same kind to a directory that nobody can reach; the test closes it. */
    DirectorySink unreachable();

    /** Adds an entry without any of the attributes. */
    ObjectGuid add(String name);

    /** Sets an attribute as somebody else would; no values take it away. */
    void set(ObjectGuid entry, AttributeName attribute, List<AttributeValue> values);

    /** What an entry holds, text as text and octets as octets. */
    List<AttributeValue> values(ObjectGuid entry, AttributeName attribute);

    /** Deletes an entry as somebody else would. */
    void delete(ObjectGuid entry);

    /** Closes the sink and lets go of the directory. */
    @Override
    void close();
}
