package dev.writeback.engine.simulation;

import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Somebody with a tool that knows Exchange: what an edit leaves never has two primary addresses. */
final class DirectoryWriter {

    private DirectoryWriter() {}

    static List<AttributeValue> edited(Event.Edit edit, List<AttributeValue> before) {
        List<AttributeValue> values = edit.field().values(edit.values());
        return switch (edit.how()) {
            case SET -> values;
            case ADD -> added(edit.field().syntax(), before, values);
            case REMOVE -> without(edit.field().syntax(), before, values);
            case PROMOTE -> promoted(before, values.get(0));
        };
    }

    private static List<AttributeValue> added(
            AttributeSyntax syntax, List<AttributeValue> before, List<AttributeValue> values) {
        List<AttributeValue> after = new ArrayList<>(before);
        for (AttributeValue value : values) {
            if (after.stream().noneMatch(one -> syntax.isOne(one, value))) {
                after.add(value);
            }
        }
        return after;
    }

    private static List<AttributeValue> without(
            AttributeSyntax syntax, List<AttributeValue> before, List<AttributeValue> values) {
        return before.stream()
                .filter(one -> values.stream().noneMatch(value -> syntax.isOne(one, value)))
                .toList();
    }

    private static List<AttributeValue> promoted(List<AttributeValue> before, AttributeValue address) {
        boolean isThere = before.stream().anyMatch(one -> AttributeSyntax.ADDRESS.isOne(one, address));
        return isThere
                ? before.stream()
                        .map(one -> AttributeSyntax.ADDRESS.isOne(one, address) ? primary(one) : secondary(one))
                        .toList()
                : before;
    }

    static boolean isPrimary(AttributeValue address) {
        return address.toString().startsWith("SMTP:");
    }

    private static AttributeValue primary(AttributeValue address) {
        return AttributeValue.text("SMTP:" + name(address));
    }

    private static AttributeValue secondary(AttributeValue address) {
        return AttributeValue.text("smtp:" + name(address));
    }

    private static String name(AttributeValue address) {
        return address.toString().substring("smtp:".length()).toLowerCase(Locale.ROOT);
    }
}
