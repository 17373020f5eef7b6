package dev.writeback.engine.dotnet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a pattern of .NET as one of Java that matches the same under UNIX_LINES. */
final class PatternTranslator {

    private static final String IN_WORD = "[" + PatternEscape.WORD + "\\x{200c}\\x{200d}]";
    private static final long MOST_REPEATS = 1_000_000;

    private final PatternSource source;
    private final PatternGroups groups;
    private final StringBuilder java = new StringBuilder();
    private final List<@Nullable String> names = new ArrayList<>();
    private final Deque<PatternOptions> outer = new ArrayDeque<>();
    private final Deque<Long> outerRepeats = new ArrayDeque<>();
    private PatternOptions options = new PatternOptions("");

    /** How often the most repeated part of the open group is repeated at least. */
    private long repeats = 1;

    /** The same of the last item, which a quantifier may follow; zero if none may. */
    private long repeatable;

    private PatternTranslator(String pattern, PatternGroups groups) {
        this.source = new PatternSource(pattern);
        this.groups = groups;
    }

    /** The groups of a pattern. */
    static PatternGroups groups(String pattern) {
        PatternTranslator translator = new PatternTranslator(pattern, new PatternGroups(List.of()));
        translator.run(Pass.NAMES);
        return new PatternGroups(translator.names);
    }

    /** The pattern in Java; it has these groups, each as a group without a name. */
    static String translate(String pattern, PatternGroups groups) {
        PatternTranslator translator = new PatternTranslator(pattern, groups);
        translator.run(Pass.ALL);
        return translator.java.toString();
    }

    /** References can be told from octal numbers only when all groups are known. */
    private enum Pass {
        NAMES,
        ALL
    }

    private void run(Pass pass) {
        while (!source.atEnd()) {
            item(pass);
        }
        if (!outer.isEmpty()) {
            throw source.wrong("each parenthesis ( is closed by )");
        }
    }

    private void item(Pass pass) {
        if (blank()) {
            return;
        }
        int c = source.next();
        switch (c) {
            case '\\' -> escape(pass);
            case '[' -> atom(PatternBrackets.translate(source));
            case '(' -> open();
            case ')' -> close();
            case '*', '+', '?' -> quantifier(Character.toString(c), c == '+' ? 1 : 0);
            case '{' -> braces();
            case '|' -> alternative();
            case '^' -> atom(options.has('m') ? "(?:\\A|(?<=\\n))" : "\\A");
            case '$' -> atom(options.has('m') ? "(?=\\n|\\z)" : "\\Z");
            case '.' -> atom(".");
            default -> atom(PatternEscape.literal(c));
        }
    }

    /** Passes over what only the reader sees. */
    private boolean blank() {
        if (source.accept("(?#")) {
            source.until(')', "a comment (?# is closed by )");
            return true;
        }
        if (!options.has('x')) {
            return false;
        }
        if (source.peek() == '#') {
            while (!source.atEnd() && source.peek() != '\n') {
                source.skip(1);
            }
            return true;
        }
        boolean blank = DotNetSpace.isSpace(source.peek());
        source.skip(blank ? 1 : 0);
        return blank;
    }

    private void atom(String translated) {
        java.append(translated);
        repeatable = 1;
    }

    private void alternative() {
        java.append('|');
        repeatable = 0;
    }

    private void braces() {
        int position = source.position();
        String least = source.digits();
        boolean open = source.accept(",");
        String most = open ? source.digits() : least;
        if (least.isEmpty() || !source.accept("}")) {
            source.back(position);
            atom("\\{");
            return;
        }
        if (least.length() > 9 || most.length() > 9) {
            throw source.wrong("a number of repetitions has at most nine digits");
        }
        if (!most.isEmpty() && Integer.parseInt(most) < Integer.parseInt(least)) {
            throw source.wrong("the numbers of repetitions in braces stand in order, the lower one first");
        }
        quantifier("{" + least + (open ? "," + most : "") + "}", Integer.parseInt(least));
    }

    private void quantifier(String translated, long least) {
        if (repeatable == 0) {
            throw source.wrong("a quantifier stands behind what it repeats, and no other quantifier stands between");
        }
        long times = repeatable * Math.max(1, least);
        if (times > MOST_REPEATS) {
            throw source.wrong("nothing is repeated more than a million times");
        }
        java.append(translated).append(source.accept("?") ? "?" : "");
        repeats = Math.max(repeats, times);
        repeatable = 0;
    }

    private void open() {
        outer.push(options);
        outerRepeats.push(repeats);
        repeats = 1;
        repeatable = 0;
        if (source.peek() != '?') {
            capture(null);
            return;
        }
        source.skip(1);
        if (source.accept("<=") || source.accept("<!") || source.accept("=") || source.accept("!")) {
            java.append("(?").append(source.ahead(-2) == '<' ? "<" : "").append(source.ahead(-1));
        } else if (source.accept(">")) {
            java.append("(?>");
        } else if (source.accept("<")) {
            capture(name('>'));
        } else if (source.accept("'")) {
            capture(name('\''));
        } else if (source.peek() == '(') {
            throw source.wrong("conditions (?(...)...) are not supported; write the alternatives out");
        } else {
            options();
        }
    }

    private void capture(@Nullable String name) {
        if (name == null && options.has('n')) {
            java.append("(?:");
        } else {
            java.append('(');
            names.add(name);
        }
    }

    private String name(char end) {
        String name = source.until(end, "the name of a group ends as it begins, (?<name>...) or (?'name'...)");
        if (name.indexOf('-') >= 0) {
            throw source.wrong("balancing groups (?<a-b>...) are not supported; match without them");
        }
        boolean number = PatternGroups.isNumber(name) && Integer.parseInt(name) > 0;
        boolean word = !name.isEmpty() && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
        if (!number && (!word || Character.isDigit(name.charAt(0)))) {
            throw source.wrong("the name of a group is a number above 0, or letters, digits and _ with no digit first");
        }
        return name;
    }

    /** Options for the rest of the group around them, or for a group of their own. */
    private void options() {
        options = options.changed(source);
        if (source.accept(":")) {
            java.append("(?").append(options.inJava()).append(':');
        } else if (source.accept(")")) {
            java.append("(?").append(options.inJava()).append(')');
            outer.pop();
            repeats = outerRepeats.pop();
        } else {
            throw source.wrong("options such as (?i) are closed by )");
        }
    }

    private void close() {
        if (outer.isEmpty()) {
            throw source.wrong("each parenthesis ) closes one that was opened");
        }
        java.append(')');
        options = outer.pop();
        repeatable = repeats;
        repeats = Math.max(repeats, outerRepeats.pop());
    }

    private void escape(Pass pass) {
        char letter = source.peek();
        switch (letter) {
            case 'd', 'D', 's', 'S', 'w', 'p', 'P' -> {
                source.skip(1);
                atom("[" + PatternEscape.set(letter, source) + "]");
            }
            case 'W' -> fixed("[^" + PatternEscape.WORD + "]");
            case 'b' -> fixed(boundary("(?<=%1$s)(?!%1$s)|(?<!%1$s)(?=%1$s)"));
            case 'B' -> fixed(boundary("(?<=%1$s)(?=%1$s)|(?<!%1$s)(?!%1$s)"));
            case 'A', 'z', 'Z', 'G' -> fixed("\\" + letter);
            case 'k' -> reference(pass);
            default -> numbered(pass);
        }
    }

    private static String boundary(String shape) {
        return "(?:" + shape.formatted(IN_WORD) + ")";
    }

    private void fixed(String translated) {
        source.skip(1);
        atom(translated);
    }

    private void reference(Pass pass) {
        source.skip(1);
        if (!source.accept("<") && !source.accept("'")) {
            throw source.wrong("\\k has the name of a group behind it, as in \\k<name>");
        }
        String name = source.until(source.ahead(-1) == '<' ? '>' : '\'', "the name behind \\k ends as it begins");
        refer(groups.find(name), pass, "\\k names a group that the pattern has");
    }

    /** A reference by number if there is such a group, otherwise a character. */
    private void numbered(Pass pass) {
        int position = source.position();
        String number = source.digits();
        List<Integer> places = number.startsWith("0") ? null : groups.find(number);
        if (places != null || (number.length() == 1 && !number.equals("0"))) {
            refer(places, pass, "a backslash and a number refer to a group that the pattern has");
            return;
        }
        source.back(position);
        if (pass == Pass.NAMES && !number.isEmpty()) {
            source.skip(number.length());
            atom("");
        } else {
            atom(PatternEscape.literal(PatternEscape.character(source)));
        }
    }

    private void refer(@Nullable List<Integer> places, Pass pass, String complaint) {
        if (places == null && pass == Pass.ALL) {
            throw source.wrong(complaint);
        }
        StringBuilder either = new StringBuilder();
        for (int place : places == null ? List.<Integer>of() : places) {
            if (place > names.size() && place > 9) {
                throw source.wrong("a reference stands behind its group");
            }
            either.insert(0, (either.isEmpty() ? "" : "|")).insert(0, "\\" + place);
        }
        atom("(?:" + either + ")");
    }
}
