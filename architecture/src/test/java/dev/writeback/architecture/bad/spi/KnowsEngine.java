package dev.writeback.architecture.bad.spi;

import dev.writeback.architecture.bad.engine.Facade;

public interface KnowsEngine {
    Facade facade();
}
