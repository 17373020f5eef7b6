package dev.writeback.engine.dotnet;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How a date is read, beside its format. */
final class DateTimeStyles {

    private static final Set<DateTimeStyle> WHITE = EnumSet.of(
            DateTimeStyle.ALLOW_LEADING_WHITE, DateTimeStyle.ALLOW_TRAILING_WHITE, DateTimeStyle.ALLOW_INNER_WHITE);

    private final Set<DateTimeStyle> styles;

    private DateTimeStyles(Set<DateTimeStyle> styles) {
        this.styles = Collections.unmodifiableSet(styles);
    }

    /** What holds when nothing is said: the kind of time is kept, white space around does not count. */
    static DateTimeStyles usual() {
        return new DateTimeStyles(EnumSet.of(
                DateTimeStyle.ROUNDTRIP_KIND, DateTimeStyle.ALLOW_LEADING_WHITE, DateTimeStyle.ALLOW_TRAILING_WHITE));
    }

    /** The styles of these names, in any case, with commas between. */
    static DateTimeStyles parse(String names) {
        Set<DateTimeStyle> styles = EnumSet.noneOf(DateTimeStyle.class);
        for (String name : names.split(",", -1)) {
            add(DotNetSpace.trim(name).toLowerCase(Locale.ROOT), styles);
        }
        if (styles.contains(DateTimeStyle.ASSUME_LOCAL) && styles.contains(DateTimeStyle.ASSUME_UNIVERSAL)) {
            throw new InvalidSettingException("AssumeLocal and AssumeUniversal exclude each other; keep one of them");
        }
        if (styles.contains(DateTimeStyle.ROUNDTRIP_KIND)
                && (styles.contains(DateTimeStyle.ASSUME_LOCAL)
                        || styles.contains(DateTimeStyle.ASSUME_UNIVERSAL)
                        || styles.contains(DateTimeStyle.ADJUST_TO_UNIVERSAL))) {
            throw new InvalidSettingException(
                    "RoundtripKind cannot stand with AssumeLocal, AssumeUniversal or AdjustToUniversal; leave it out");
        }
        return new DateTimeStyles(styles);
    }

    boolean has(DateTimeStyle style) {
        return styles.contains(style);
    }

    private static void add(String name, Set<DateTimeStyle> styles) {
        switch (name) {
            case "none" -> {}
            case "allowleadingwhite" -> styles.add(DateTimeStyle.ALLOW_LEADING_WHITE);
            case "allowtrailingwhite" -> styles.add(DateTimeStyle.ALLOW_TRAILING_WHITE);
            case "allowinnerwhite" -> styles.add(DateTimeStyle.ALLOW_INNER_WHITE);
            case "allowwhitespaces" -> styles.addAll(WHITE);
            case "nocurrentdatedefault" -> styles.add(DateTimeStyle.NO_CURRENT_DATE_DEFAULT);
            case "adjusttouniversal" -> styles.add(DateTimeStyle.ADJUST_TO_UNIVERSAL);
            case "assumelocal" -> styles.add(DateTimeStyle.ASSUME_LOCAL);
            case "assumeuniversal" -> styles.add(DateTimeStyle.ASSUME_UNIVERSAL);
            case "roundtripkind" -> styles.add(DateTimeStyle.ROUNDTRIP_KIND);
            default ->
                throw new InvalidSettingException(
                        "'%s' is no style of dates; there are None, AllowLeadingWhite, AllowTrailingWhite, AllowInnerWhite,"
                                        .formatted(name)
                                + " AllowWhiteSpaces, NoCurrentDateDefault, AdjustToUniversal, AssumeLocal,"
                                + " AssumeUniversal and RoundtripKind, with commas between");
        }
    }
}
