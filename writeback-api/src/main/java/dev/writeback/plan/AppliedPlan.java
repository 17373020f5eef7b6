package dev.writeback.plan;

import java.util.Optional;

/**
 * What became of a saved plan that was to be carried out as it is.
 *
 * @param plan the plan as it was saved
 * @param end what became of it
 * @param problem why it was not carried out; nothing if it was, or need not be, or was left for another time. A plan that
 *     was carried out has one where a part of it could not be planned
 */
public record AppliedPlan(Plan plan, End end, Optional<Problem> problem) {

    /** What may become of a saved plan. */
    public enum End {
        /** It was written, exactly as it was saved. */
        APPLIED,
        /** The entry held its result already, so there was nothing to write. */
        ALREADY_APPLIED,
        /** It may not be written as it is: most often because the entry is no longer what it was made from. */
        REFUSED,
        /** It was tried, and the directory said no. */
        FAILED,
        /** It was not begun, because the work ended early. */
        RELEASED
    }
}
