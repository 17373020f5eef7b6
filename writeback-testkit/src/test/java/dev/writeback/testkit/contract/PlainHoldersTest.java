package dev.writeback.testkit.contract;

class PlainHoldersTest extends HoldersContract {
    @Override
    protected DirectoryUnderTest open() {
        return new PlainDirectory(sink -> sink);
    }
}
