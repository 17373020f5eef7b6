package dev.writeback.engine;

import org.jspecify.annotations.Nullable;

/**
 * A limit; where both are set, both count.
 *
 * @param number the most, 0 or more; null for no such limit
 * @param percent the most for each hundred objects that the store knows, 0 or more; null for no such limit
 */
public record Most(@Nullable Integer number, @Nullable Integer percent) {

    private static final Most ANYTHING = new Most(null, null);

    public Most {
        require(number);
        require(percent);
    }

    /** No limit. */
    public static Most anything() {
        return ANYTHING;
    }

    /** So many. */
    public static Most of(int number) {
        return new Most(number, null);
    }

    /** So many for each hundred objects that the store knows. */
    public static Most percent(int share) {
        return new Most(null, share);
    }

    private static void require(@Nullable Integer limit) {
        if (limit != null && limit < 0) {
            throw new IllegalArgumentException("a limit is 0 or more, or null for none, not " + limit);
        }
    }
}
