package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of update numbers, to be read in one go.
 *
 * <p>A search for more than fits a page cannot be continued later, on another connection, and no order of its answer can
 * be relied on. So what is read is cut by the numbers themselves: a stretch is over only when all that it holds was
 * read.
 *
 * @param first the first number
 * @param last the last number, not before the first
 */
record UsnWindow(long first, long last) {

    /**
     * How far a watch got.
     *
     * @param usn the number up to which everything was told
     * @param width how many numbers to try next
     */
    record Position(long usn, long width) {

        private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})/([1-9][0-9]{0,17})");

        /** So many as a server has ever given. */
        static final long WIDEST = 1_000_000_000_000_000L;

        static Optional<Position> of(String text) {
            Matcher parts = TEXT.matcher(text);
            return parts.matches()
                    ? Optional.of(new Position(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                    : Optional.empty();
        }

        /** What comes next, if the server is at a later number. */
        UsnWindow next(long highest) {
            return new UsnWindow(usn + 1, width >= highest - usn ? highest : usn + width);
        }

        @Override
        public String toString() {
            return usn + "/" + width;
        }
    }

    Filter filter() {
        return Filter.createANDFilter(
                Filter.createGreaterOrEqualFilter("uSNChanged", Long.toString(first)),
                Filter.createLessOrEqualFilter("uSNChanged", Long.toString(last)));
    }

    boolean isOneNumber() {
        return first == last;
    }

    /** A shorter one from the same number: half of it, or less if so much as was found lies even closer. */
    UsnWindow narrowed(List<SearchResultEntry> found) {
        long[] numbers = found.stream()
                .map(entry -> entry.getAttributeValueAsLong("uSNChanged"))
                .filter(usn -> usn != null && usn >= first && usn <= last)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        long half = first + (last - first) / 2;
        return new UsnWindow(first, numbers.length == 0 ? half : Math.min(half, numbers[numbers.length / 2]));
    }

    /** Where to go on when all of this was read: wider, if little was in it. */
    Position after(int found, int page, long highest) {
        long width = last - first + 1;
        if (last >= highest) {
            return new Position(last, Position.WIDEST);
        }
        return new Position(last, found <= page / 2 ? Math.min(2 * width, Position.WIDEST) : width);
    }
}
