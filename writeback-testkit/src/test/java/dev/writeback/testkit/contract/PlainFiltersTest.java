package dev.writeback.testkit.contract;

class PlainFiltersTest extends FiltersContract {

    @Override
    protected ScopedDirectory open() {
        return new PlainScopes(sink -> sink);
    }
}
