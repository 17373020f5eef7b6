package dev.writeback.engine.dotnet;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of .NET: case-sensitive, matching anywhere, without options but those written inside.
 *
 * <p>Not supported are balancing groups, conditions, and lookbehinds without an obvious greatest length. A match is
 * stopped when it takes too many steps, or steps too deep for the stack. A surrogate pair is one character.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class DotNetPattern {

    /** A few milliseconds. */
    private static final int FEWEST_LOOKS = 2_000_000;

    /**
     * The length up to which a pattern may look at each character for each other one; longer than what an attribute
     * holds. On any text a pattern so ends within some tenths of a second.
     */
    private static final int LONGEST = 3_000;

    private final Pattern pattern;
    private final PatternGroups groups;

    private DotNetPattern(Pattern pattern, PatternGroups groups) {
        this.pattern = pattern;
        this.groups = groups;
    }

    /**
     * The pattern of this text.
     *
     * @throws InvalidSettingException if it is not a pattern of .NET, or one of the few that are not supported
     */
    public static DotNetPattern compile(String pattern) {
        try {
            PatternGroups groups = PatternTranslator.groups(pattern);
            return new DotNetPattern(
                    Pattern.compile(PatternTranslator.translate(pattern, groups), Pattern.UNIX_LINES), groups);
        } catch (PatternSyntaxException wrong) {
            throw new InvalidSettingException(complaint(wrong.getDescription()));
        }
    }

    /** Whether there is a group of this name, or of this number in the count of .NET. */
    public boolean hasGroup(String name) {
        return groups.find(name) != null;
    }

    /**
     * The text with every match replaced.
     *
     * @param replacement with the references of .NET: {@code ${name}}, {@code $1}, {@code $&}, {@code $$} and so on; one
     *     to a group that does not exist stays as it is, and a backslash has no meaning
     * @return a text, or that the pattern ran away
     */
    public PatternOutcome replace(String input, String replacement) {
        return guarded(input, matcher -> {
            StringBuilder result = new StringBuilder(input.length() + 16);
            int copied = 0;
            while (matcher.find()) {
                result.append(input, copied, matcher.start());
                Substitution.append(replacement, new Substitution.Match(input, matcher, groups), result);
                copied = matcher.end();
            }
            return new PatternOutcome.Text(
                    result.append(input, copied, input.length()).toString());
        });
    }

    /**
     * The text with the part replaced that this group took in each match; where it took none, the match stays.
     *
     * @param group a name for which {@link #hasGroup} is true
     * @param text put in as it is
     * @return a text, or that the pattern ran away
     */
    public PatternOutcome replaceGroup(String input, String group, String text) {
        List<Integer> places = places(group);
        return guarded(input, matcher -> {
            StringBuilder result = new StringBuilder(input.length() + 16);
            int copied = 0;
            while (matcher.find()) {
                int taken = PatternGroups.taken(places, matcher);
                // What a group takes by looking around does not belong to the match.
                if (taken >= 0 && matcher.start(taken) >= matcher.start() && matcher.end(taken) <= matcher.end()) {
                    result.append(input, copied, matcher.start(taken)).append(text);
                    copied = matcher.end(taken);
                }
            }
            return new PatternOutcome.Text(
                    result.append(input, copied, input.length()).toString());
        });
    }

    /**
     * What this group took in the first match.
     *
     * @param group a name for which {@link #hasGroup} is true
     * @return a text, nothing if there is no match or the group took no part in it, or that the pattern ran away
     */
    public PatternOutcome find(String input, String group) {
        List<Integer> places = places(group);
        return guarded(input, matcher -> {
            int taken = matcher.find() ? PatternGroups.taken(places, matcher) : -1;
            return taken < 0
                    ? new PatternOutcome.None()
                    : new PatternOutcome.Text(input.substring(matcher.start(taken), matcher.end(taken)));
        });
    }

    /** What is left to be refused when .NET's own rules have been checked. */
    private static String complaint(String description) {
        if (description.startsWith("Stack overflow")) {
            return "the pattern is nested too deeply; a few hundred parentheses in each other are possible";
        }
        return description.startsWith("Look-behind")
                ? "a lookbehind (?<=...) or (?<!...) needs an obvious greatest length; use {0,100} for *"
                : "the pattern is not a regular expression";
    }

    private List<Integer> places(String group) {
        return Objects.requireNonNull(groups.find(group), "the pattern has no such group");
    }

    private PatternOutcome guarded(String input, Matching matching) {
        try {
            return matching.apply(pattern.matcher(new GuardedText(input, looks(input.length()))));
        } catch (GuardedText.Exhausted | StackOverflowError runaway) {
            return new PatternOutcome.Runaway();
        }
    }

    /** Going forth and back from each place of a text is honest, and what runs away looks far more often than that. */
    private static int looks(int length) {
        int square = Math.min(length, LONGEST);
        return FEWEST_LOOKS + 3 * square * square;
    }

    /** What is done with the matches. */
    private interface Matching {
        PatternOutcome apply(Matcher matcher);
    }
}
