package dev.writeback.plan;

import dev.writeback.model.CloudObjectId;

/** Something that the cloud states for an attribute and that a decision leaves out, while the rest of it flows. */
public sealed interface Omission {

    /** One sentence for a person: what is left out, why, and when it will be written. */
    String sentence();

    /**
     * Another cloud object whose entry is not known yet. It is written when it can be, without anybody asking again.
     *
     * @param object the object that is referred to
     */
    record Unresolved(CloudObjectId object, String sentence) implements Omission {}

    /** A value that the directory must not get, such as an address of a domain that nobody has verified. */
    record HeldBack(String sentence) implements Omission {}

    /** An address that another entry has. It is tried again, and written once nobody else has it. */
    record Taken(String sentence) implements Omission {}
}
