package dev.writeback.testkit.contract;

class PlainUnitsTest extends UnitsContract {

    @Override
    protected ScopedDirectory open() {
        return new PlainScopes(sink -> sink);
    }
}
