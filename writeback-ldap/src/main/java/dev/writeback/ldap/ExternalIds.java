package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The identifiers of Entra, which directories keep with the kind of the object in front, such as {@code User_} and a
 * GUID. A cloud may state the GUID alone.
 */
final class ExternalIds {

    private static final Pattern BARE = Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
    private static final String[] KINDS = {"", "User_", "Group_", "Contact_"};

    private ExternalIds() {}

    /** Whether an entry that has the one has the wanted one: the same, or the same GUID where the kind is not stated. */
    static boolean fits(String has, String wanted) {
        return has.equalsIgnoreCase(wanted) || withoutKind(has).equalsIgnoreCase(wanted);
    }

    /** The GUID alone, where it stands behind a kind; else the identifier as it is. */
    static String withoutKind(String id) {
        String rest = id.substring(id.indexOf('_') + 1);
        return BARE.matcher(rest).matches() ? rest : id;
    }

    /** In one case, for comparing. */
    static String folded(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    /** What finds the entries that {@link #fits} says have the wanted one. */
    static Filter filter(String wanted) {
        if (!BARE.matcher(wanted).matches()) {
            return Filter.createEqualityFilter(AnchorAttributes.EXTERNAL_ID, wanted);
        }
        return Filter.createORFilter(Stream.of(KINDS)
                .map(kind -> Filter.createEqualityFilter(AnchorAttributes.EXTERNAL_ID, kind + wanted))
                .toList());
    }
}
