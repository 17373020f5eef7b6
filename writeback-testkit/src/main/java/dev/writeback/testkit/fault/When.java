package dev.writeback.testkit.fault;

import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * Which calls meet a fault. What a call touches says which calls count, and their number says which of those are struck:
 * {@code touching("proxyAddresses").and(nth(3))} is the third of the calls that touch it. Each line of a plan counts for
 * itself, from 1. Immutable.
 */
public final class When {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final String words;
    private final List<About> concerns;
    private final List<LongPredicate> due;

    /** What a part of a call is to be about. */
    private record About(Theme theme, Object what) {

        boolean holds(Touched touched) {
            return theme == Theme.ATTRIBUTE
                    ? touched.attributes().contains(what)
                    : touched.names().contains(what);
        }
    }

    private When(String words, List<About> concerns, List<LongPredicate> due) {
        this.words = words;
        this.concerns = List.copyOf(concerns);
        this.due = List.copyOf(due);
    }

    /** Every call. */
    public static When always() {
        return new When("always", List.of(), List.of());
    }

    /** The call of this number alone, from 1. */
    public static When nth(long number) {
        positive(number);
        return counted("call " + number, now -> now == number);
    }

    /** Every call whose number this divides: with 5 the fifth, the tenth and so on. */
    public static When every(long number) {
        positive(number);
        return counted("every call of " + number, now -> now % number == 0);
    }

    /** The first so many calls. */
    public static When first(long number) {
        positive(number);
        return counted("the first " + number, now -> now <= number);
    }

    /** Every call after so many. */
    public static When after(long number) {
        positive(number);
        return counted("after call " + number, now -> now > number);
    }

    /**
     * A share of the calls, drawn from a seed: the same seed always strikes calls of the same numbers.
     *
     * @param of1 from 0, for none, to 1, for all
     * @param seed any number
     */
    public static When share(double of1, long seed) {
        if (!(of1 >= 0 && of1 <= 1)) {
            throw new IllegalArgumentException("the share is %s; it lies between 0 and 1".formatted(of1));
        }
        return counted(
                "a share of " + of1 + " by seed " + seed,
                now -> new SplittableRandom(seed ^ (now * GOLDEN)).nextDouble() < of1);
    }

    /**
     * Calls that read, write or state this attribute.
     *
     * @throws IllegalArgumentException if the name is no attribute's
     */
    public static When touching(String attribute) {
        return about(Theme.ATTRIBUTE, AttributeName.of(attribute));
    }

    /** Calls that are about this cloud object. */
    public static When of(CloudObjectId object) {
        return about(Theme.CLOUD_OBJECT, object);
    }

    /** Calls that are about the entry of this id, where they name it by its id or as an anchor. */
    public static When of(ObjectGuid entry) {
        return about(Theme.GUID, entry);
    }

    /** Calls that are about the entry of this name, where they know its name. */
    public static When of(Dn entry) {
        return about(Theme.DN, entry);
    }

    /** Calls that meet both: they count if both concern them, and are struck if both say so. */
    public When and(When other) {
        return new When(words + ", " + other.words, all(concerns, other.concerns), all(due, other.due));
    }

    /** Whether a call that has this part counts. */
    boolean concerns(Touched touched) {
        return concerns.stream().allMatch(one -> one.holds(touched));
    }

    /** Whether it matters at all what a call touches. */
    boolean isNarrow() {
        return !concerns.isEmpty();
    }

    /** What a call has to tell, so that this can hold. */
    Stream<Theme> themes() {
        return concerns.stream().map(About::theme);
    }

    boolean strikes(long number) {
        return due.stream().allMatch(one -> one.test(number));
    }

    @Override
    public String toString() {
        return words;
    }

    private static <T> List<T> all(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static When about(Theme theme, Object what) {
        return new When("about " + what, List.of(new About(theme, what)), List.of());
    }

    private static When counted(String words, LongPredicate due) {
        return new When(words, List.of(), List.of(due));
    }

    private static void positive(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("calls are counted from 1, not from %d".formatted(number));
        }
    }
}
