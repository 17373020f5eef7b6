package dev.writeback.testkit.arbitrary;

/** What goes wrong once. */
public enum Trouble {
    /** The cloud cannot be read. */
    SOURCE_AWAY("the cloud cannot be read the next time"),
    /** The cloud no longer knows how far it was read. */
    CURSOR_EXPIRED("the cloud forgets how far it was read"),
    /** The directory does not answer a search. */
    SEARCH_FAILED("the next search is not answered"),
    /** The directory is too busy for a write. */
    WRITE_REFUSED("the directory is too busy for the next write"),
    /** A write is made, and the answer is lost. */
    ANSWER_LOST("the next write is made, and its answer is lost"),
    /** A write is lost, and nobody can tell. */
    WRITE_LOST("the next write is lost on its way"),
    /** A status is not taken. */
    REPORT_FAILED("the next status is not taken");

    private final String sentence;

    Trouble(String sentence) {
        this.sentence = sentence;
    }

    /** The same for a person. */
    @Override
    public String toString() {
        return sentence;
    }
}
