package dev.writeback.engine.expression;

import java.util.List;

/** What is worth knowing about the two sides of a comparison. */
final class Operands {

    private Operands() {}

    /** A comparison with the empty text does not ask whether an attribute is empty, though it looks so. */
    static void hint(Node left, Node right, List<String> hints) {
        if ((isEmptyText(right) && left instanceof Reading) || (isEmptyText(left) && right instanceof Reading)) {
            hints.add(
                    "Column %d: a comparison with \"\" is never true of an empty attribute; use Switch with the key \"\", or IsPresent."
                            .formatted(left.column()));
        }
        if (isList(left) || isList(right)) {
            hints.add("Column %d: a comparison holds if one of several values satisfies it.".formatted(left.column()));
        }
    }

    private static boolean isList(Node node) {
        return node instanceof Call call && call.function().name().equals("Split");
    }

    private static boolean isEmptyText(Node node) {
        return node instanceof Literal literal && literal.value().equals(Value.Text.EMPTY);
    }
}
