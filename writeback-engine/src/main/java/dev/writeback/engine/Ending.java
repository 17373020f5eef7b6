package dev.writeback.engine;

/** How a run ended. */
public enum Ending {
    /** Everything that was pending was worked off, and nothing failed. */
    COMPLETED,
    /** Everything was worked off; what failed waits in escrow, and what could not be read is reported. */
    COMPLETED_WITH_FAILURES,
    /**
     * It would have gone further than its limits allow, or an earlier run would have: nothing is written until somebody
     * approves or rejects what it was to write.
     */
    HELD,
    /** The source could not be read to its end; what was pending all the same was worked off. */
    SOURCE_UNREACHABLE,
    /** The directory went away; the rest is as pending as before. */
    DIRECTORY_UNREACHABLE,
    /** The store could not keep or give back what it should. */
    STORE_FAILED,
    /** It was stopped by {@link Writeback#close} or by an interruption; the rest is as pending as before. */
    STOPPED
}
