package dev.writeback.testkit.law;

/** The laws of an engine; the design explains each. */
public enum Law {
    /** The same inputs give the same plans and the same end, to the byte. */
    DETERMINISTIC("the same history gives the same plans and the same end, to the byte"),
    /** What is done is not done again. */
    IDEMPOTENT("where nothing changes, a second pass plans and writes nothing"),
    /** In whatever order and however often changes come, the end is the same. */
    CONVERGENT("any order, repetition and failure ends where all changes, applied at once, end"),
    /** What takes no part stays as it is. */
    CONTAINED("no attribute outside the profile and no entry outside the scope is written"),
    /** Nothing is sent that does not change anything. */
    MINIMAL("no value can be left out of a write, and none is sent that does not change"),
    /** An edit in between is never lost unseen. */
    CONDITIONAL("what somebody writes in between stays, or is overwritten by a decision that was told it"),
    /** Each change has its last word. */
    NOTHING_LOST("each accepted change ends in exactly one final status"),
    /** Both sides count. */
    MERGED("what one side alone says stays, what both say alike is no conflict, and disjoint changes commute"),
    /** What the cloud states arrives. */
    CARRIED("what the cloud alone states of an attribute that the profile carries is written"),
    /** What was done can be taken back. */
    REVERSIBLE("undo restores what a run changed, unless somebody has changed it since, and then it says so");

    private final String sentence;

    Law(String sentence) {
        this.sentence = sentence;
    }

    /** What it says. */
    @Override
    public String toString() {
        return sentence;
    }
}
