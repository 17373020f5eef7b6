package dev.writeback.testkit.controller;

/** A server whose answers the table of differences knows; see {@link ControllerDifference}. */
public enum MeasuredServer {
    /** Samba 4.17 as a domain controller with the Exchange schema: the lab of this project, in {@code ad-lab}. */
    LAB,
    /** {@link dev.writeback.testkit.directory.InMemoryActiveDirectory}. */
    IN_MEMORY
}
