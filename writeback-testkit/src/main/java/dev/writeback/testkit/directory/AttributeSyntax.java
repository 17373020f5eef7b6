package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The syntaxes of Active Directory: which values are well formed, when two are equal, what a range limits. */
enum AttributeSyntax {
    TEXT,
    OID,
    BOOLEAN,
    INTEGER,
    LARGE,
    TIME,
    OCTETS,
    SID,
    DN;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\s*[+-]?[0-9]{1,40}\\s*");
    private static final Pattern LARGE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,18}");
    private static final Pattern GENERALIZED_TIME = Pattern.compile(
            "[0-9]{4}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])([01][0-9]|2[0-3])([0-5][0-9]){2}\\.[0-9]+Z");

    /** The form in which the server keeps the value, or null if the value is not of this syntax. */
    @Nullable
    ASN1OctetString stored(ASN1OctetString value) {
        return switch (this) {
            case TEXT, OID -> value.getValueLength() > 0 && isUnicode(value) ? value : null;
            case BOOLEAN -> isOneOf(value, "TRUE", "FALSE") ? value : null;
            case INTEGER -> wholeNumber(value);
            case LARGE -> isLarge(value.stringValue()) ? value : null;
            case TIME -> time(value.stringValue());
            case SID -> value.getValueLength() >= 8 ? value : null;
            case OCTETS, DN -> value.getValueLength() > 0 ? value : null;
        };
    }

    /** Two values of an attribute are one value to the directory if these keys are equal. */
    Object key(ASN1OctetString value) {
        return switch (this) {
            case TEXT, OID -> value.stringValue().toLowerCase(Locale.ROOT);
            case BOOLEAN, TIME -> value.stringValue().toUpperCase(Locale.ROOT);
            case INTEGER, LARGE -> number(value.stringValue());
            case OCTETS, SID -> ByteBuffer.wrap(value.getValue());
            case DN -> {
                EntryName name = EntryName.parse(value.stringValue());
                yield name == null ? value.stringValue() : name.key();
            }
        };
    }

    /** What the limits of an attribute's range are compared with: a number, or a length. */
    long extent(ASN1OctetString value) {
        return switch (this) {
            case INTEGER, LARGE -> Long.parseLong(value.stringValue());
            case OCTETS, SID -> value.getValueLength();
            default -> value.stringValue().length();
        };
    }

    /** Orders values for filters with {@code >=} and {@code <=}. */
    Comparator<ASN1OctetString> order() {
        return switch (this) {
            case INTEGER, LARGE ->
                Comparator.comparing(value -> new BigDecimal(key(value).toString()));
            case OCTETS, SID -> Comparator.comparing(value -> ByteBuffer.wrap(value.getValue()));
            default -> Comparator.comparing(value -> key(value).toString());
        };
    }

    private static Object number(String text) {
        String trimmed = text.strip();
        try {
            return Long.valueOf(trimmed);
        } catch (NumberFormatException notANumber) {
            return trimmed;
        }
    }

    private static @Nullable ASN1OctetString wholeNumber(ASN1OctetString value) {
        String text = value.stringValue();
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            return null;
        }
        try {
            return new ASN1OctetString(Integer.toString(Integer.parseInt(text.strip())));
        } catch (NumberFormatException tooLarge) {
            return null;
        }
    }

    private static boolean isLarge(String text) {
        if (!LARGE_NUMBER.matcher(text).matches()) {
            return false;
        }
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException tooLarge) {
            return false;
        }
    }

    private static @Nullable ASN1OctetString time(String text) {
        return GENERALIZED_TIME.matcher(text).matches() && isDay(text)
                ? new ASN1OctetString(text.substring(0, 14) + ".0Z")
                : null;
    }

    private static boolean isDay(String text) {
        int month = Integer.parseInt(text.substring(4, 6));
        int day = Integer.parseInt(text.substring(6, 8));
        return day
                <= YearMonth.of(Integer.parseInt(text.substring(0, 4)), month).lengthOfMonth();
    }

    private static boolean isOneOf(ASN1OctetString value, String first, String second) {
        String text = value.stringValue();
        return text.equals(first) || text.equals(second);
    }

    private static boolean isUnicode(ASN1OctetString value) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value.getValue()));
            return true;
        } catch (CharacterCodingException notUnicode) {
            return false;
        }
    }
}
