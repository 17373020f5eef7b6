package dev.writeback.spi;

import dev.writeback.plan.JournalRecord;

/**
 * A record in its place.
 *
 * @param number 1 or more, growing with each record
 */
public record JournalLine(long number, JournalRecord record) {}
