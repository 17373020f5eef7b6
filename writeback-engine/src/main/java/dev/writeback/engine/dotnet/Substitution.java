package dev.writeback.engine.dotnet;

import java.util.List;
import java.util.regex.MatchResult;

/** The replacement patterns of .NET. */
final class Substitution {

    private final String replacement;
    private final Match match;
    private final StringBuilder result;

    private Substitution(String replacement, Match match, StringBuilder result) {
        this.replacement = replacement;
        this.match = match;
        this.result = result;
    }

    /** Appends what a replacement stands for at a match. */
    static void append(String replacement, Match match, StringBuilder result) {
        Substitution substitution = new Substitution(replacement, match, result);
        int at = 0;
        int dollar = replacement.indexOf('$');
        while (dollar >= 0) {
            result.append(replacement, at, dollar);
            at = substitution.reference(dollar + 1);
            dollar = replacement.indexOf('$', at);
        }
        result.append(replacement, at, replacement.length());
    }

    /** Appends what stands behind a dollar, or the dollar alone, and says where the text goes on. */
    private int reference(int start) {
        char c = start < replacement.length() ? replacement.charAt(start) : 0;
        switch (c) {
            case '$' -> result.append('$');
            case '&' -> group(List.of(0));
            case '`' -> result.append(match.input(), 0, match.place().start());
            case '\'' ->
                result.append(match.input(), match.place().end(), match.input().length());
            case '_' -> result.append(match.input());
            case '+' -> named(String.valueOf(match.groups().last()));
            default -> {
                return group(c, start);
            }
        }
        return start + 1;
    }

    private int group(char c, int start) {
        int end = start;
        if (c == '{') {
            end = replacement.indexOf('}', start);
            if (end > 0 && named(replacement.substring(start + 1, end))) {
                return end + 1;
            }
        } else {
            while (end < replacement.length() && replacement.charAt(end) >= '0' && replacement.charAt(end) <= '9') {
                end++;
            }
            if (end > start && named(replacement.substring(start, end))) {
                return end;
            }
        }
        result.append('$');
        return start;
    }

    private boolean named(String name) {
        List<Integer> places = match.groups().find(name);
        if (places != null) {
            group(places);
        }
        return places != null;
    }

    private void group(List<Integer> places) {
        int taken = PatternGroups.taken(places, match.place());
        if (taken >= 0) {
            result.append(
                    match.input(), match.place().start(taken), match.place().end(taken));
        }
    }

    /**
     * A match.
     *
     * @param input the text that was searched
     * @param place where in it
     * @param groups of the pattern
     */
    record Match(String input, MatchResult place, PatternGroups groups) {}
}
