package dev.writeback.engine.merge;

/** How the two sides of one attribute stand to each other, and to what they last agreed on. */
public enum Situation {
    /** The directory holds what the cloud wants. */
    AGREED("the directory holds what the cloud wants"),
    /** Nothing was agreed yet, and the directory has no value. */
    FIRST_CONTACT_ALONE("nothing was agreed yet; only the cloud has a value"),
    /** Nothing was agreed yet; the cloud states that there is no value, and the directory has one. */
    FIRST_CONTACT_CLEARED("nothing was agreed yet; the cloud states that it is empty, the directory has a value"),
    /** Nothing was agreed yet, and the values of both sides go together. */
    FIRST_CONTACT_COMPATIBLE("nothing was agreed yet; both sides have values that go together"),
    /** Nothing was agreed yet, and the values of the two sides contradict each other. */
    FIRST_CONTACT_DIFFERENT("nothing was agreed yet; the values of the sides contradict each other"),
    /** The sides differ, and neither changed since they agreed on that. */
    AS_AGREED("the sides differ as was agreed; neither changed since"),
    /** Only the cloud changed it. */
    CLOUD_CHANGED("only the cloud changed it"),
    /** Only the directory changed it, which is drift. */
    DIRECTORY_CHANGED("only the directory changed it (drift)"),
    /** Both changed it, and the changes go together. */
    COMPATIBLE("both changed it, and the changes go together"),
    /** Both changed it, and the changes contradict each other. */
    CONFLICT("both changed it, and the changes contradict each other");

    private final String meaning;

    Situation(String meaning) {
        this.meaning = meaning;
    }

    /** What it means, as a part of a sentence. */
    public String meaning() {
        return meaning;
    }

    boolean isFirstContact() {
        return this == FIRST_CONTACT_CLEARED || this == FIRST_CONTACT_COMPATIBLE || this == FIRST_CONTACT_DIFFERENT;
    }
}
