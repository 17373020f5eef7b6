package dev.writeback.spi;

/**
 * A record in its place.
 *
 * @param number 1 or more, growing with each record
 */
public record JournalLine(long number, JournalRecord record) {}
