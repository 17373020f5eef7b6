package dev.writeback.testkit.contract;

class PlainDirectoryTest extends DirectorySinkContract {

    @Override
    protected DirectoryUnderTest open() {
        return new PlainDirectory(sink -> sink);
    }
}
