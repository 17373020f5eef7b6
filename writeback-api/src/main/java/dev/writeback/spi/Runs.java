package dev.writeback.spi;

import java.time.Instant;
import java.util.List;

/** The part of a store that remembers runs, and what all of them together took away. */
public interface Runs {

    /** Keeps a run: a new one, or how one stands by now that was kept before, which stays in its place in their order. */
    void keep(RunRecord run);

    /**
     * The runs that were first kept last, the newest first.
     *
     * @param atMost how many, 1 or more
     */
    List<RunRecord> newest(int atMost);

    /**
     * What counts for how far the next run may go.
     *
     * @param since from when on writes count; those of the minute in which it lies may count too, and those that are a day
     *     older than the newest may be forgotten
     */
    Account account(Instant since);
}
