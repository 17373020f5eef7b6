package dev.writeback.engine.exchange;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Points in time as a directory writes them: {@code yyyyMMddHHmmss.0Z}, always of UTC, in whole seconds. Samba takes no
 * other form (tried on a domain controller), and Active Directory answers in this one.
 */
final class GeneralizedTime {

    /** Active Directory counts its seconds from here. */
    private static final int FIRST_YEAR = 1601;

    private static final int LAST_YEAR = 9999;

    private static final Pattern LDAP =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(\\d{2})(?:(\\d{2})(?:(\\d{2})(?:[.,]\\d{1,9})?)?)?"
                    + "(?:Z|([+-]\\d{2})(\\d{2})?)");
    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'.0Z'", Locale.ROOT);

    private GeneralizedTime() {}

    /**
     * The form that LDAP sends.
     *
     * @param text a generalized time (RFC 4517, 3.3.13) or a date-time of ISO 8601; one of ISO 8601 without an offset is
     *     of UTC, as Exchange Online states them
     * @return nothing if it is neither, or before 1601
     */
    static Optional<String> of(String text) {
        try {
            OffsetDateTime time = parse(text).withOffsetSameInstant(ZoneOffset.UTC);
            return time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR
                    ? Optional.empty()
                    : Optional.of(WIRE.format(time));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static OffsetDateTime parse(String text) {
        Matcher ldap = LDAP.matcher(text);
        if (ldap.matches()) {
            return LocalDateTime.of(
                            number(ldap, 1),
                            number(ldap, 2),
                            number(ldap, 3),
                            number(ldap, 4),
                            number(ldap, 5),
                            number(ldap, 6))
                    .atOffset(offset(ldap));
        }
        TemporalAccessor iso =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return iso instanceof OffsetDateTime stated
                ? stated
                : LocalDateTime.from(iso).atOffset(ZoneOffset.UTC);
    }

    private static ZoneOffset offset(Matcher ldap) {
        if (ldap.group(7) == null) {
            return ZoneOffset.UTC;
        }
        int minutes = number(ldap, 8);
        return ZoneOffset.ofHoursMinutes(number(ldap, 7), ldap.group(7).startsWith("-") ? -minutes : minutes);
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }
}
