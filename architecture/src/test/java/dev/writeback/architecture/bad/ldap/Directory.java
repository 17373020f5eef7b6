package dev.writeback.architecture.bad.ldap;

import dev.writeback.architecture.bad.engine.Facade;

public final class Directory {
    void read(Facade facade) {}

    public void close() {}
}
