package dev.writeback.testkit.contract;

class PlainGroupsTest extends GroupsContract {

    @Override
    protected ScopedDirectory open() {
        return new PlainScopes(sink -> sink);
    }
}
