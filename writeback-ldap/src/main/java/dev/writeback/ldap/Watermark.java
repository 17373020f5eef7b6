package dev.writeback.ldap;

import dev.writeback.model.ReplicaMark;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the history of one copy of the directory's database: whoever has seen it has seen all that this copy showed.
 *
 * @param server where the copy was reached
 * @param invocation which copy it is ({@link DatabaseId#invocation})
 * @param usn its update number; nothing if it could not be asked for in time
 * @param at when that was
 */
record Watermark(String server, String invocation, OptionalLong usn, Instant at) {

    private static final Pattern TEXT = Pattern.compile("(\\S+) (\\S+) (-|[0-9]{1,18}) ([0-9]{1,12})");

    /** What the mark says; nothing if it is not of this kind. */
    static Optional<Watermark> of(ReplicaMark mark) {
        Matcher parts = TEXT.matcher(mark.value());
        return parts.matches()
                ? Optional.of(new Watermark(
                        parts.group(1),
                        parts.group(2),
                        parts.group(3).equals("-")
                                ? OptionalLong.empty()
                                : OptionalLong.of(Long.parseLong(parts.group(3))),
                        Instant.ofEpochSecond(Long.parseLong(parts.group(4)))))
                : Optional.empty();
    }

    ReplicaMark mark() {
        String number = usn.isPresent() ? Long.toString(usn.getAsLong()) : "-";
        return new ReplicaMark(String.join(" ", server, invocation, number, Long.toString(at.getEpochSecond())));
    }
}
