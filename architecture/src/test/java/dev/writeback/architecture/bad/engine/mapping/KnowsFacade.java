package dev.writeback.architecture.bad.engine.mapping;

import dev.writeback.architecture.bad.engine.Facade;

final class KnowsFacade {
    final Facade facade;

    KnowsFacade(Facade facade) {
        this.facade = facade;
    }
}
