package dev.writeback.engine.mapping;

import dev.writeback.model.Dn;

/** What came of looking for the entry of a cloud object that another one refers to. */
public sealed interface Resolution {

    /** This is its entry. */
    record Resolved(Dn dn) implements Resolution {}

    /**
     * It has no entry yet.
     *
     * @param reason in words that go on from "object 77c1", such as "has not been stated yet"
     */
    record Unresolved(String reason) implements Resolution {}

    /**
     * It has an entry whose name the referring one cannot hold.
     *
     * @param reason in words that go on from "object 77c1"
     */
    record Foreign(String reason) implements Resolution {}
}
