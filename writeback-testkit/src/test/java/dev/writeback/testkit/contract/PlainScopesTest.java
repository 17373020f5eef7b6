package dev.writeback.testkit.contract;

class PlainScopesTest extends ScopeContract {

    @Override
    protected ScopedDirectory open() {
        return new PlainScopes(sink -> sink);
    }
}
