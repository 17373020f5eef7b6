package dev.writeback.agent;

import dev.writeback.engine.StatusReport;
import dev.writeback.spi.Holding;

/** Shows what a store holds that is not at rest. */
interface StatusView {

    /** One object. */
    void add(Holding holding);

    /**
     * The whole, when all objects were shown.
     *
     * @param undelivered how many statuses nobody has taken yet; {@link #COUNTED} for that many or more
     */
    void end(StatusReport report, int undelivered);

    /** How many statuses are counted at most. */
    int COUNTED = 1000;
}
