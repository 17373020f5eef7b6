package com.example.nordwind;

import dev.writeback.testkit.contract.DirectorySinkContract;
import dev.writeback.testkit.contract.DirectoryUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@link PeopleFolder} to the contract of a sink. */
class PeopleFolderTest extends DirectorySinkContract {

    @TempDir
    Path folder;

    @Override
    protected DirectoryUnderTest open() {
        return new PeopleUnderTest(folder);
    }
}
