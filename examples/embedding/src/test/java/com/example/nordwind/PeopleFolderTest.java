package com.example.nordwind;

import dev.writeback.testkit.contract.DirectorySinkContract;
import dev.writeback.testkit.contract.DirectoryUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class PeopleFolderTest extends DirectorySinkContract {

    @TempDir
    Path folder;

    @Override
    protected DirectoryUnderTest open() {
        return new PeopleUnderTest(folder);
    }
}
