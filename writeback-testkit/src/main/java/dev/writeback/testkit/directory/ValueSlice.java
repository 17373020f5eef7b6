package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The option {@code range=first-last} of a requested attribute.
 *
 * @param first the first value, counted from zero
 * @param last the last value, inclusive; {@code Integer.MAX_VALUE} for an asterisk
 */
record ValueSlice(int first, int last) {

    /** No range asked for. */
    static final ValueSlice ALL = new ValueSlice(0, -1);

    private static final Pattern OPTION =
            Pattern.compile("range=([0-9]{1,9})-([0-9]{1,9}|\\*)", Pattern.CASE_INSENSITIVE);

    /** The slice of an option; null if it is none. */
    static @Nullable ValueSlice parse(String option) {
        Matcher matcher = OPTION.matcher(option);
        if (!matcher.matches()) {
            return null;
        }
        String last = matcher.group(2);
        return new ValueSlice(
                Integer.parseInt(matcher.group(1)), last.equals("*") ? Integer.MAX_VALUE : Integer.parseInt(last));
    }

    /** These values of an attribute, as many of them as one answer may carry, named by what they are. */
    Attribute of(Attribute attribute) throws DirectoryRefusal {
        ASN1OctetString[] values = attribute.getRawValues();
        int asked = equals(ALL) ? Integer.MAX_VALUE : last;
        if (first >= values.length || asked < first) {
            throw DirectoryRefusal.rangeBeyondEnd();
        }
        long end = Math.min(asked, (long) first + RequestedAttributes.MAX_VALUES - 1);
        boolean atEnd = end >= values.length - 1;
        int until = atEnd ? values.length : (int) end + 1;
        String name = attribute.getName() + ";range=" + first + "-" + (atEnd ? "*" : Integer.toString(until - 1));
        return StoredEntry.attribute(name, Arrays.copyOfRange(values, first, until));
    }
}
