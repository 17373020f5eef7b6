package dev.writeback.engine.dotnet;

import java.util.ArrayList;
import java.util.List;

/** Takes a custom format string apart. */
final class DateFormatParser {

    private static final int FINEST = 7;

    private final String format;
    private final List<FormatPart> parts = new ArrayList<>();
    private int at;

    private DateFormatParser(String format) {
        this.format = format;
    }

    static List<FormatPart> parse(String format) {
        DateFormatParser parser = new DateFormatParser(format);
        while (parser.at < format.length()) {
            parser.next();
        }
        return List.copyOf(parser.parts);
    }

    private void next() {
        char c = format.charAt(at);
        switch (c) {
            case '\'', '"' -> quoted(c);
            case '\\' -> escaped();
            case '%' -> percent();
            case '.' -> point();
            case 'd', 'M', 'y', 'H', 'h', 'm', 's', 'f', 'F', 't', 'z', 'g' -> parts.add(specifier(c, repeated(c)));
            case 'K' -> {
                at++;
                parts.add(new ZonePart(0));
            }
            default -> {
                at++;
                parts.add(new LiteralPart(String.valueOf(c)));
            }
        }
    }

    private static FormatPart specifier(char c, int letters) {
        return switch (c) {
            case 'd' -> letters > 2 ? NamePart.weekday(letters) : new NumberPart(NumberPart.Field.DAY, letters);
            case 'M' -> letters > 2 ? NamePart.month(letters) : new NumberPart(NumberPart.Field.MONTH, letters);
            case 'y' -> new NumberPart(NumberPart.Field.YEAR, letters);
            case 'H' -> new NumberPart(NumberPart.Field.HOUR, Math.min(letters, 2));
            case 'h' -> new NumberPart(NumberPart.Field.HOUR12, Math.min(letters, 2));
            case 'm' -> new NumberPart(NumberPart.Field.MINUTE, Math.min(letters, 2));
            case 's' -> new NumberPart(NumberPart.Field.SECOND, Math.min(letters, 2));
            case 'f' -> fraction(letters, FractionPart.Shape.FIXED);
            case 'F' -> fraction(letters, FractionPart.Shape.SHORT);
            case 't' -> NamePart.half(letters);
            case 'z' -> new ZonePart(Math.min(letters, 3));
            default -> new EraPart();
        };
    }

    private static FractionPart fraction(int digits, FractionPart.Shape shape) {
        if (digits > FINEST) {
            throw new InvalidSettingException("a date format has at most seven f or F in a row");
        }
        return new FractionPart(digits, shape);
    }

    private int repeated(char c) {
        int start = at;
        while (at < format.length() && format.charAt(at) == c) {
            at++;
        }
        return at - start;
    }

    private void quoted(char quote) {
        StringBuilder literal = new StringBuilder();
        at++;
        while (at < format.length() && format.charAt(at) != quote) {
            at += format.charAt(at) == '\\' ? 1 : 0;
            if (at < format.length()) {
                literal.append(format.charAt(at++));
            }
        }
        if (at == format.length()) {
            throw new InvalidSettingException("a date format has a second quotation mark for each that it opens");
        }
        at++;
        if (literal.length() > 0) {
            parts.add(new LiteralPart(literal.toString()));
        }
    }

    private void escaped() {
        if (at + 1 == format.length()) {
            throw new InvalidSettingException("a backslash in a date format has a character behind it");
        }
        parts.add(new LiteralPart(String.valueOf(format.charAt(at + 1))));
        at += 2;
    }

    /** The sign only keeps a single letter from being a standard format. */
    private void percent() {
        at++;
        if (at == format.length() || format.charAt(at) == '%') {
            throw new InvalidSettingException(
                    "a percent sign in a date format has a specifier behind it, such as the letter d");
        }
    }

    private void point() {
        at++;
        int letters = repeated('F');
        parts.add(letters == 0 ? new LiteralPart(".") : fraction(letters, FractionPart.Shape.POINTED));
    }
}
