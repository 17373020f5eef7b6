package dev.writeback.integration;

import dev.writeback.spi.EntryWrite;

/** Somebody who does something at the very moment at which the job writes an entry that it has read before. */
interface Meddling {

    /** Nobody. */
    Meddling NONE = new Meddling() {};

    /** Just before the write is sent. */
    default void before(EntryWrite write) {}

    /** Just after it was answered, before the job knows. */
    default void after(EntryWrite write) {}
}
