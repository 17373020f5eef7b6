package dev.writeback.testkit.contract;

class PlainWatchTest extends DirectoryWatchContract {

    @Override
    protected WatchedDirectory open() {
        return new PlainWatchedDirectory(watch -> watch);
    }
}
