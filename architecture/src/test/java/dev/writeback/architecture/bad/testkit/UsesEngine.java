package dev.writeback.architecture.bad.testkit;

import dev.writeback.architecture.bad.engine.Facade;
import dev.writeback.architecture.bad.ldap.Directory;

final class UsesEngine {
    void run(Facade facade, Directory directory) {}
}
