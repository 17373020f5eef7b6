package dev.writeback.testkit.assertion;

import dev.writeback.model.AttributeName;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.testkit.directory.EntrySnapshot;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** What an entry is to hold. Its failures show each value that is missing or that nobody expected. */
public class EntryAssert extends AbstractAssert<EntryAssert, HeldEntry> {

    /** What a directory moves by itself with every change. */
    private static final Set<AttributeName> STAMPS = Stream.of(
                    "uSNChanged",
                    "whenChanged",
                    "replPropertyMetaData",
                    "msDS-ReplAttributeMetaData",
                    "msDS-ReplValueMetaData",
                    "dSCorePropagationData")
            .map(AttributeName::of)
            .collect(Collectors.toUnmodifiableSet());

    /** Assertions about this entry; {@link WritebackAssertions} is the short way. */
    public EntryAssert(@Nullable HeldEntry actual) {
        super(actual, EntryAssert.class);
    }

    /** That an attribute holds these values and no others, in any order. */
    public EntryAssert holds(String attribute, String... values) {
        isNotNull();
        Difference difference = Difference.between(List.of(values), actual.values(AttributeName.of(attribute)));
        if (!difference.isNone()) {
            failWithMessage("%s", "%s of %s:\n%s".formatted(attribute, actual.name(), difference.shown()));
        }
        return this;
    }

    /** That an attribute has no value. */
    public EntryAssert holdsNo(String attribute) {
        return holds(attribute);
    }

    /**
     * That it differs from what it was in these attributes and in no other. The stamps that a directory moves by itself
     * with every change ({@code uSNChanged}, {@code whenChanged}, ...) do not count.
     *
     * @param attributes none if it is to be as it was
     */
    public EntryAssert differsFrom(HeldEntry earlier, String... attributes) {
        isNotNull();
        Set<AttributeName> expected =
                Stream.of(attributes).map(AttributeName::of).collect(Collectors.toSet());
        String untrue = attributesOf(earlier)
                .filter(it -> differs(earlier, it) != expected.contains(it))
                .map(it -> it
                        + (expected.contains(it) ? ", which was to change, is as it was:\n" : ", which was to stay:\n")
                        + Difference.between(earlier.values(it), actual.values(it))
                                .change())
                .collect(Collectors.joining("\n"));
        if (!untrue.isEmpty()) {
            failWithMessage("%s", "%s, as it was (-) and as it is (+):\n%s".formatted(actual.name(), untrue));
        }
        return this;
    }

    /** As {@link #differsFrom(HeldEntry, String...)}. */
    public EntryAssert differsFrom(EntrySnapshot earlier, String... attributes) {
        return differsFrom(HeldEntry.of(earlier), attributes);
    }

    /** As {@link #differsFrom(HeldEntry, String...)}. */
    public EntryAssert differsFrom(DirectoryEntry earlier, String... attributes) {
        return differsFrom(HeldEntry.of(earlier), attributes);
    }

    private boolean differs(HeldEntry earlier, AttributeName attribute) {
        return !Difference.between(earlier.values(attribute), actual.values(attribute))
                .isNone();
    }

    private Stream<AttributeName> attributesOf(HeldEntry earlier) {
        Set<AttributeName> all = new TreeSet<>(actual.values().keySet());
        all.addAll(earlier.values().keySet());
        all.removeAll(STAMPS);
        return all.stream();
    }
}
