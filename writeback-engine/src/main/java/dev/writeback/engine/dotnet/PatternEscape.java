package dev.writeback.engine.dotnet;

import java.util.Set;

/** The escapes that mean the same inside and outside of brackets. */
final class PatternEscape {

    static final String WORD = "\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}";

    private static final Set<String> CATEGORIES = Set.of(
            "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps",
            "Pe", "Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf", "Cs", "Co",
            "Cn");

    private PatternEscape() {}

    /** A character as a pattern of Java has it inside and outside of brackets. */
    static String literal(int c) {
        boolean plain = c >= 0x80 || Character.isLetterOrDigit(c);
        if (c < ' ' || c == 0x7f) {
            return "\\x{%x}".formatted(c);
        }
        return (plain ? "" : "\\") + Character.toString(c);
    }

    /** The inside of brackets that a category, a block or a shorthand stands for, by its letter, which is behind us. */
    static String set(char letter, PatternSource source) {
        return switch (letter) {
            case 'd' -> "\\p{Nd}";
            case 'D' -> "\\P{Nd}";
            case 's' -> "\\p{IsWhite_Space}";
            case 'S' -> "\\P{IsWhite_Space}";
            case 'w' -> WORD;
            default -> "\\" + letter + "{" + property(source) + "}";
        };
    }

    /** The character that an escape stands for, from the character behind the backslash on. */
    static int character(PatternSource source) {
        if (source.atEnd()) {
            throw source.wrong("a backslash has a character behind it");
        }
        if (source.peek() >= '0' && source.peek() <= '7') {
            return octal(source);
        }
        int c = source.next();
        return switch (c) {
            case 'a' -> 0x07;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'v' -> 0x0b;
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'e' -> 0x1b;
            case 'x' -> hex(2, source);
            case 'u' -> hex(4, source);
            case 'c' -> control(source);
            default -> itself(c, source);
        };
    }

    private static int itself(int c, PatternSource source) {
        if (Character.isLetterOrDigit(c) || c == '_') {
            throw source.wrong("'\\%s' is no escape of .NET; for the character itself leave the backslash out"
                    .formatted(Character.toString(c)));
        }
        return c;
    }

    private static int octal(PatternSource source) {
        int value = 0;
        for (int i = 0; i < 3 && source.peek() >= '0' && source.peek() <= '7'; i++) {
            value = value * 8 + source.next() - '0';
        }
        return value & 0xff;
    }

    private static int hex(int digits, PatternSource source) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = source.peek() < 0x80 ? Character.digit(source.peek(), 16) : -1;
            if (digit < 0) {
                throw source.wrong("\\x has two hexadecimal digits behind it and \\u has four");
            }
            value = value * 16 + digit;
            source.skip(1);
        }
        return value;
    }

    private static int control(PatternSource source) {
        int c = Character.toUpperCase(source.peek());
        if (c < '@' || c > '_') {
            throw source.wrong("\\c has a letter behind it");
        }
        source.skip(1);
        return c - '@';
    }

    private static String property(PatternSource source) {
        if (!source.accept("{")) {
            throw source.wrong("\\p has the name of a category or a block in braces behind it, such as \\p{Lu}");
        }
        String name = source.until('}', "the name behind \\p ends in a brace");
        if (CATEGORIES.contains(name)) {
            return name;
        }
        if (name.startsWith("Is")) {
            return "In" + block(name.substring(2), source);
        }
        throw source.wrong("'%s' is no category of Unicode such as Lu and no block such as IsGreek".formatted(name));
    }

    private static String block(String name, PatternSource source) {
        try {
            return Character.UnicodeBlock.forName(name).toString();
        } catch (IllegalArgumentException unknown) {
            throw source.wrong("there is no block of Unicode 'Is%s'; IsBasicLatin and IsGreek are two".formatted(name));
        }
    }
}
