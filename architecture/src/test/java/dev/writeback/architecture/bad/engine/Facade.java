package dev.writeback.architecture.bad.engine;

import dev.writeback.architecture.bad.ldap.Directory;

public final class Facade {
    public final Directory directory;

    public Facade(Directory directory) {
        this.directory = directory;
    }
}
