package dev.writeback.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits an expression into its words. For one reading. */
final class Lexer {

    private static final Map<String, String> REFUSED = Map.of(
            "+", "there is no arithmetic; DateAdd adds to dates, & or Append joins texts",
            "-", "there is no arithmetic; a minus sign stands directly before a number",
            "*", "there is no arithmetic",
            "/", "there is no arithmetic",
            "|", "there is no OR; nest IIF in the value for False instead",
            "%", "parameters such as %Name% belong to Connect Sync; write the value itself",
            "$",
                    "variables such as $item belong to Connect Sync; functions of one text work on each value by themselves",
            "!", "there is no '!'; write <> or Not(...)",
            "'", "a text stands in straight double quotation marks",
            "]", "an attribute begins with '['");
    private static final Pattern PARAMETER = Pattern.compile("%[A-Za-z0-9_.]{1,100}%|\\$[A-Za-z0-9_]{1,100}");
    private static final String CURLY = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019";

    private final String text;
    private final List<String> hints;
    private int at;

    private Lexer(String text, List<String> hints) {
        this.text = text;
        this.hints = hints;
    }

    /** The words, with the end as the last, or the place where it cannot be split. */
    static List<Token> tokens(String text, List<String> hints) {
        Lexer lexer = new Lexer(text, hints);
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            token = lexer.nextOrForeign();
            tokens.add(token);
        } while (token.kind() != Token.Kind.END && token.kind() != Token.Kind.FOREIGN);
        return tokens;
    }

    private Token nextOrForeign() {
        try {
            return next();
        } catch (Misuse misuse) {
            return new Token(Token.Kind.FOREIGN, misuse.sentence(), misuse.column());
        }
    }

    private Token next() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        int start = at;
        if (at == text.length()) {
            return new Token(Token.Kind.END, "", start + 1);
        }
        char c = text.charAt(at);
        if (c == '[') {
            return attribute(start);
        } else if (c == '"') {
            return quoted(start);
        } else if (isDigit(c) || (c == '-' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
            return number(start);
        } else if (isLetter(c)) {
            at = endOf(at);
            return new Token(Token.Kind.NAME, text.substring(start, at), start + 1);
        }
        return c == '&' ? ampersand(start) : sign(start, c);
    }

    private Token attribute(int start) {
        int end = text.indexOf(']', start);
        if (end < 0) {
            throw new Misuse(start + 1, "The attribute that begins here has no ']' behind its name.");
        }
        if (end == start + 1) {
            throw new Misuse(start + 1, "The brackets hold no name; write one, such as [Department].");
        }
        at = end + 1;
        return new Token(Token.Kind.ATTRIBUTE, text.substring(start + 1, end), start + 1);
    }

    private Token quoted(int start) {
        StringBuilder value = new StringBuilder();
        for (at = start + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return new Token(Token.Kind.TEXT, value.toString(), start + 1);
            }
            char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            if (c == '\\' && (next == '"' || next == '\\')) {
                value.append(next);
                at++;
            } else {
                if (c == '\\') {
                    hints.add("Column %d: a backslash before '%s' stays a backslash; write two to be clear."
                            .formatted(at + 1, next));
                }
                value.append(c);
            }
        }
        throw new Misuse(start + 1, "The text that begins here has no quotation mark at its end.");
    }

    private Token number(int start) {
        at++;
        digits();
        if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            digits();
        }
        if (at < text.length() && isLetter(text.charAt(at))) {
            throw new Misuse(start + 1, "A number ends with a letter; put a text in quotation marks.");
        }
        return new Token(Token.Kind.NUMBER, text.substring(start, at), start + 1);
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    /** {@code &H} and a hexadecimal digit begin a number; any other {@code &} joins texts. */
    private Token ampersand(int start) {
        boolean hex = start + 2 < text.length()
                && Character.toLowerCase(text.charAt(start + 1)) == 'h'
                && Character.digit(text.charAt(start + 2), 16) >= 0
                && text.charAt(start + 2) < 0x80;
        if (hex) {
            at = endOf(start + 1);
            return new Token(Token.Kind.NUMBER, text.substring(start, at), start + 1);
        }
        if (text.startsWith("&&", start)) {
            throw new Misuse(start + 1, "There is no AND; nest IIF in the value for True instead.");
        }
        at = start + 1;
        return new Token(Token.Kind.SIGN, "&", start + 1);
    }

    private Token sign(int start, char c) {
        for (String sign : List.of("<>", "<=", ">=", "<", ">", "=", "(", ")", ",")) {
            if (text.startsWith(sign, start)) {
                at = start + sign.length();
                return new Token(Token.Kind.SIGN, sign, start + 1);
            }
        }
        if (CURLY.indexOf(c) >= 0) {
            throw new Misuse(
                    start + 1, "A text stands in straight quotation marks (\"), not in those of a word processor.");
        }
        Matcher parameter = PARAMETER.matcher(text).region(start, text.length());
        if (parameter.lookingAt()) {
            throw new Misuse(
                    start + 1,
                    "%s is a parameter or variable of Connect Sync; write the value or the attribute itself."
                            .formatted(parameter.group()));
        }
        throw new Misuse(start + 1, refusal(c));
    }

    /** Why a character is no sign of the language. */
    static String refusal(char c) {
        String reason = REFUSED.get(String.valueOf(c));
        return reason != null
                ? "'%s' is not part of the language: %s.".formatted(c, reason)
                : "U+%04X is not part of the language.".formatted((int) c);
    }

    private int endOf(int from) {
        int end = from;
        while (end < text.length() && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || Character.isSpaceChar(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
