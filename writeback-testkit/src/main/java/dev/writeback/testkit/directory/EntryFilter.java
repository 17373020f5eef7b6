package dev.writeback.testkit.directory;

/** A compiled search filter. */
@FunctionalInterface
interface EntryFilter {

    /** The three outcomes of RFC 4511: a filter on something the schema does not know is neither true nor false. */
    enum Truth {
        TRUE,
        FALSE,
        UNDEFINED;

        static Truth of(boolean fact) {
            return fact ? TRUE : FALSE;
        }

        Truth negated() {
            return switch (this) {
                case TRUE -> FALSE;
                case FALSE -> TRUE;
                case UNDEFINED -> UNDEFINED;
            };
        }
    }

    Truth test(StoredEntry entry);

    default boolean matches(StoredEntry entry) {
        return test(entry) == Truth.TRUE;
    }
}
