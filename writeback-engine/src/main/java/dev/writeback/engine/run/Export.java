package dev.writeback.engine.run;

import java.util.List;

/** What happens to plans that are to be written. */
@FunctionalInterface
interface Export {

    /** Is told of all that is to be written in a round before any of it is; does nothing by default. */
    default void announce(List<Draft> drafts) {}

    /** Carries a plan out and concludes the case; or leaves it open, to be read again or because the run ends here. */
    void write(Draft draft);

    /** How many plans it is best given at once; 1 by default. */
    default int atOnce() {
        return 1;
    }

    /** Carries several plans out, each as {@link #write} does; one after the other by default. */
    default void writeAll(List<Draft> drafts) {
        drafts.forEach(draft -> Rounds.guarded(draft.one(), () -> write(draft)));
    }
}
