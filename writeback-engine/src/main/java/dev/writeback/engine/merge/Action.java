package dev.writeback.engine.merge;

/** What is done about an attribute. */
public enum Action {
    /** Nothing is to be done. */
    LEAVE("nothing is to be done"),
    /** The directory's values stay, because they are nobody else's to change. */
    KEEP("the directory's values stay; they are its own"),
    /** The cloud's change goes in, value by value. */
    WRITE("the cloud's change is written"),
    /** The cloud's values take the place of the directory's. */
    REPLACE("the cloud's values take the place of the directory's"),
    /** What either side added or removed is merged. */
    MERGE("what either side added or removed is merged"),
    /** As merged, and where the sides contradict each other the cloud wins. */
    CLOUD("merged; where the sides contradict each other the cloud wins"),
    /** The directory is brought back to what the cloud states. */
    REPAIR("the cloud's values are brought back"),
    /** It is reported, and left. */
    REPORT("reported, and left as it is"),
    /** The directory's values count as agreed from now on. */
    ACCEPT("the directory's values count as agreed from now on"),
    /** As merged, and where the sides contradict each other the one that changed last wins. */
    NEWEST("merged; where the sides contradict each other the one that changed last wins"),
    /** The attribute stays as it is until a person decides. */
    PARK("left as it is until a person decides"),
    /** The host's resolver decides. */
    ASK("the host's resolver decides");

    private final String meaning;

    Action(String meaning) {
        this.meaning = meaning;
    }

    /** What it means, as a part of a sentence. */
    public String meaning() {
        return meaning;
    }
}
