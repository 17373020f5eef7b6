package dev.writeback.engine.run;

import dev.writeback.engine.guard.Excess;
import java.util.function.Predicate;

/** What follows where a run would go too far. */
interface Hold {

    /** Whether nothing more is to be written, and what would be is put aside for a person. */
    boolean isOn();

    /** That the run would go too far. */
    void exceed(Excess excess);

    /** Whether the object may be written, as far as holding goes; false if another run holds it. */
    boolean admits(Case one);

    /** That of something that somebody waits for: it ends. */
    static Hold ending(Brake brake) {
        return new Stopping(brake, one -> {
            if (one.item().held().isPresent()) {
                brake.pull(Brake.Cause.HELD, Problems.heldMeanwhile(one.id()));
                return false;
            }
            return true;
        });
    }

    /** That of what somebody approved: nothing holds it. */
    static Hold approved(Brake brake) {
        return new Stopping(brake, one -> true);
    }

    /**
     * One that puts nothing aside: what would go too far stops.
     *
     * @param admitted which objects may be written
     */
    record Stopping(Brake brake, Predicate<Case> admitted) implements Hold {

        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public void exceed(Excess excess) {
            brake.pull(Brake.Cause.HELD, excess.stopped());
        }

        @Override
        public boolean admits(Case one) {
            return admitted.test(one);
        }
    }
}
