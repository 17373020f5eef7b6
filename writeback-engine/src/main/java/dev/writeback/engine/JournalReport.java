package dev.writeback.engine;

import dev.writeback.plan.Problem;
import java.util.Optional;

/**
 * What was read of the journal.
 *
 * @param lines how many lines were shown
 * @param problem why that is not all, or that the run is unknown; nothing as a rule
 */
public record JournalReport(long lines, Optional<Problem> problem) {}
