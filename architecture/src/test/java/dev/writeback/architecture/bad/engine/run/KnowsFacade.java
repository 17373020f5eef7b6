package dev.writeback.architecture.bad.engine.run;

import dev.writeback.architecture.bad.engine.Facade;

final class KnowsFacade {
    void use(Facade facade) {
        facade.directory.close();
    }
}
