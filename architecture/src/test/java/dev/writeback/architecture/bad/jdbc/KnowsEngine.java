package dev.writeback.architecture.bad.jdbc;

import dev.writeback.architecture.bad.engine.Facade;

final class KnowsEngine {
    void run(Facade facade) {}
}
