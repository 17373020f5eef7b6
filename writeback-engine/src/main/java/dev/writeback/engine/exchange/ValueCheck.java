package dev.writeback.engine.exchange;

import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns a value of the cloud into the form that LDAP sends, or says why that cannot be.
 *
 * <p>Text is measured in UTF-16 units, as Active Directory does (tried on a domain controller: 64 letters of two bytes
 * fit {@code mailNickname}, 64 of two units do not). Numbers are checked here because a server may wrap them around
 * instead of refusing them.
 */
public final class ValueCheck {

    private static final int ASCII = 0x80;

    private ValueCheck() {}

    /** The value as LDAP sends it; nothing if the attribute cannot hold it, and then {@link #problem} says why. */
    public static Optional<AttributeValue> wire(CatalogueEntry attribute, AttributeValue value) {
        return switch (attribute.syntax()) {
            case INTEGER -> whole(attribute, value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LARGE_INTEGER -> whole(attribute, value, Long.MIN_VALUE, Long.MAX_VALUE);
            case BOOLEAN -> flag(value);
            case OCTETS ->
                value instanceof AttributeValue.Octets octets && fits(attribute, octets.bytes().length)
                        ? Optional.of(value)
                        : Optional.empty();
            case DN ->
                value instanceof AttributeValue.Text text && Dn.isValid(text.value())
                        ? Optional.of(value)
                        : Optional.empty();
            case CASE_IGNORE, CASE_EXACT, ADDRESS -> text(attribute, value);
            case TIME ->
                value instanceof AttributeValue.Text text
                        ? GeneralizedTime.of(text.value()).map(AttributeValue::text)
                        : Optional.empty();
        };
    }

    /** One sentence, without the value, that says why the attribute cannot hold it and what it can hold. */
    public static String problem(CatalogueEntry attribute, AttributeValue value) {
        String name = attribute.name().value();
        return switch (attribute.syntax()) {
            case INTEGER -> "%s takes a whole number of 32 bits%s.".formatted(name, range(attribute));
            case LARGE_INTEGER -> "%s takes a whole number of 64 bits%s.".formatted(name, range(attribute));
            case BOOLEAN -> "%s takes true or false.".formatted(name);
            case OCTETS -> "%s takes bytes, stated as {\"base64\": ...}%s.".formatted(name, range(attribute));
            case DN -> "%s takes the distinguished name of an entry.".formatted(name);
            case TIME -> "%s takes a point in time, such as 2026-07-01T12:00:00Z, not before 1601.".formatted(name);
            case ADDRESS ->
                value instanceof AttributeValue.Text
                        ? textProblem(attribute, value)
                        : "%s takes addresses, which are text.".formatted(name);
            case CASE_IGNORE, CASE_EXACT ->
                isText(value) ? textProblem(attribute, value) : "%s takes text.".formatted(name);
        };
    }

    private static String textProblem(CatalogueEntry attribute, AttributeValue value) {
        String text = value.toString();
        if (!fits(attribute, text.length())) {
            return length(attribute, value);
        }
        if (!isEncodable(attribute, text)) {
            return attribute.syntax() == AttributeSyntax.CASE_EXACT
                    ? "%s takes letters of ASCII only.".formatted(attribute.name())
                    : "a value of %s holds a zero character or half of a character; it may hold none."
                            .formatted(attribute.name());
        }
        List<AddressError> errors = AddressRules.check(attribute, text);
        return "a value of %s %s.".formatted(attribute.name(), AddressError.describe(errors));
    }

    private static String length(CatalogueEntry attribute, AttributeValue value) {
        return "a value of %s is %d characters long (UTF-16 units); it may have %s."
                .formatted(attribute.name(), value.toString().length(), limits(attribute));
    }

    private static Optional<AttributeValue> text(CatalogueEntry attribute, AttributeValue value) {
        if (!isText(value)) {
            return Optional.empty();
        }
        String text = value.toString();
        if (!fits(attribute, text.length()) || !isEncodable(attribute, text) || breaksRules(attribute, text)) {
            return Optional.empty();
        }
        return Optional.of(value instanceof AttributeValue.Text ? value : AttributeValue.text(text));
    }

    /** A list of addresses is judged one by one, after it is known which of them flow. */
    private static boolean breaksRules(CatalogueEntry attribute, String text) {
        return attribute.syntax() != AttributeSyntax.ADDRESS
                && !AddressRules.check(attribute, text).isEmpty();
    }

    /** Half of a surrogate pair would be sent as a question mark. The exact syntaxes of the catalogue are IA5's. */
    private static boolean isEncodable(CatalogueEntry attribute, String text) {
        boolean ascii = attribute.syntax() == AttributeSyntax.CASE_EXACT;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || (ascii && c >= ASCII)) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (Character.codePointAt(text, i) == c) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static boolean isText(AttributeValue value) {
        return value instanceof AttributeValue.Text
                || value instanceof AttributeValue.Whole
                || value instanceof AttributeValue.Flag;
    }

    private static Optional<AttributeValue> whole(
            CatalogueEntry attribute, AttributeValue value, long least, long most) {
        if (!(value instanceof AttributeValue.Whole || value instanceof AttributeValue.Text)) {
            return Optional.empty();
        }
        String text = value.toString();
        try {
            long number = Long.parseLong(text);
            if (number < least || number > most || !inRange(attribute, number)) {
                return Optional.empty();
            }
            String canonical = Long.toString(number);
            return Optional.of(
                    value instanceof AttributeValue.Text && canonical.equals(text)
                            ? value
                            : AttributeValue.text(canonical));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static boolean inRange(CatalogueEntry attribute, long number) {
        boolean low =
                attribute.lower().isPresent() && number < attribute.lower().getAsInt();
        boolean high =
                attribute.upper().isPresent() && number > attribute.upper().getAsInt();
        return !low && !high;
    }

    private static Optional<AttributeValue> flag(AttributeValue value) {
        String text = value.toString().toUpperCase(Locale.ROOT);
        boolean known = text.equals("TRUE") || text.equals("FALSE");
        return known && isText(value) ? Optional.of(AttributeValue.text(text)) : Optional.empty();
    }

    private static boolean fits(CatalogueEntry attribute, int length) {
        return length >= attribute.lower().orElse(0)
                && length <= attribute.upper().orElse(Integer.MAX_VALUE);
    }

    private static String limits(CatalogueEntry attribute) {
        return attribute.upper().isPresent()
                ? "at most %d".formatted(attribute.upper().getAsInt())
                : "any number";
    }

    private static String range(CatalogueEntry attribute) {
        return attribute.upper().isPresent()
                ? " from %d to %d"
                        .formatted(
                                attribute.lower().orElse(0), attribute.upper().getAsInt())
                : "";
    }
}
