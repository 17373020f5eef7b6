package dev.writeback.testkit.law;

import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.plan.Conflict;
import java.util.List;
import java.util.regex.Pattern;

/** Conflicts as a message shows them, and what their attributes can hold. */
final class Questions {

    private static final int LONGEST = 120;
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");

    private Questions() {}

    static String text(Conflict conflict) {
        return "%s of %s: cloud %s, directory %s, agreed %s"
                .formatted(
                        conflict.attribute(),
                        shortened(conflict.object().toString()),
                        shortened(conflict.cloud().toString()),
                        shortened(conflict.directory().toString()),
                        shortened(conflict.agreed().map(List::toString).orElse("nothing")));
    }

    /** Whether an attribute of this syntax can hold a value as a directory gives it. */
    static boolean fits(AttributeValue value, AttributeSyntax syntax) {
        return switch (syntax) {
            case INTEGER, LARGE_INTEGER ->
                value instanceof AttributeValue.Whole
                        || (value instanceof AttributeValue.Text
                                && WHOLE.matcher(value.toString()).matches());
            case BOOLEAN -> value.toString().matches("TRUE|FALSE");
            case DN -> value instanceof AttributeValue.Text && Dn.isValid(value.toString());
            case OCTETS -> value instanceof AttributeValue.Octets;
            case CASE_IGNORE, CASE_EXACT, TIME, ADDRESS -> value instanceof AttributeValue.Text;
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
