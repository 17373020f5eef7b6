package dev.writeback.testkit.directory;

/** The limits that the schema sets to a value's length or number, inclusive. */
record ValueRange(long lower, long upper) {

    static final ValueRange OPEN = new ValueRange(Long.MIN_VALUE, Long.MAX_VALUE);

    static ValueRange of(String lower, String upper) {
        return new ValueRange(
                lower.equals("-") ? Long.MIN_VALUE : Long.parseLong(lower),
                upper.equals("-") ? Long.MAX_VALUE : Long.parseLong(upper));
    }

    boolean contains(long extent) {
        return extent >= lower && extent <= upper;
    }

    boolean hasLower() {
        return lower != Long.MIN_VALUE;
    }

    boolean hasUpper() {
        return upper != Long.MAX_VALUE;
    }
}
