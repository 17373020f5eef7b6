package dev.writeback.agent;

import dev.writeback.engine.Writeback;
import dev.writeback.spi.WritebackStore;

/** Opens the store that the configuration asks for. */
final class StoreDesk {

    private StoreDesk() {}

    /** What is done if the store is not there yet. */
    enum Absence {
        /** It is made. */
        MAKES_ONE,
        /** That is said: whoever looks at a store, or decides about what is in it, does not mean an empty one. */
        IS_A_SLIP
    }

    /**
     * The store, which the caller closes.
     *
     * @throws Failure if it cannot be opened
     */
    static WritebackStore open(Setting setting) {
        return setting.configuration()
                .store()
                .map(place -> open(setting, place))
                .orElseGet(Writeback::memoryStore);
    }

    private static WritebackStore open(Setting setting, StorePlace place) {
        return place instanceof StorePlace.InFile file
                ? new FileStore(setting, file).open()
                : new ServerStore(setting, (StorePlace.OnServer) place).open();
    }

    /** That there is no store where the configuration says. */
    static Failure absent(Setting setting, Object place) {
        return Failure.usage("%s: store.url: there is no store in %s; correct the URL, or make one with run or plan"
                .formatted(setting.configuration().file(), place));
    }
}
