package dev.writeback.spi;

/** The part of a store that there is something to tell from. */
public interface Records {

    /** What is to be reported. */
    Outbox outbox();

    /** What was done. */
    Journal journal();

    /** How objects stand. */
    Holdings holdings();
}
