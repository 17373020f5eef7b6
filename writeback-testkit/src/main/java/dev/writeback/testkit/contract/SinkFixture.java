package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.SinkCall.ADDRESSES;
import static dev.writeback.testkit.contract.SinkCall.EXTERNAL_ID;
import static dev.writeback.testkit.contract.SinkCall.ONE;
import static dev.writeback.testkit.contract.SinkCall.texts;

import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.DirectorySink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A directory with two entries, of which one has addresses and the other an external id. */
abstract class SinkFixture {

    DirectoryUnderTest directory;
    DirectorySink sink;
    ObjectGuid ada;
    ObjectGuid bob;

    /** A directory for one test. */
    protected abstract DirectoryUnderTest open();

    @BeforeEach
    void addTwoEntries() {
        directory = open();
        sink = directory.sink();
        ada = directory.add("ada");
        bob = directory.add("bob");
        directory.set(ada, ONE, texts("one"));
        directory.set(ada, ADDRESSES, texts("SMTP:ada@x.test", "smtp:al@x.test"));
        directory.set(bob, EXTERNAL_ID, texts("User_bob"));
    }

    @AfterEach
    void closeDirectory() {
        directory.close();
    }
}
