package com.example.nordwind;

import dev.writeback.testkit.contract.DirectoryUnderTest;
import dev.writeback.testkit.contract.HoldersContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class PeopleHoldersTest extends HoldersContract {

    @TempDir
    Path folder;

    @Override
    protected DirectoryUnderTest open() {
        return new PeopleUnderTest(folder);
    }
}
