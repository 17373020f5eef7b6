package dev.writeback.engine.expression;

import dev.writeback.engine.expression.InvalidExpressionException.Problem;
import java.util.List;

/** Where IgnoreFlowIfNullOrEmpty stands: at the top, or as what a function at the top returns. */
final class Placement {

    private static final String IGNORE = "IgnoreFlowIfNullOrEmpty";

    private Placement() {}

    static void check(Node root, List<Problem> problems) {
        check(root, Place.TOP, problems);
    }

    /** Whether what a node returns is what the expression returns. */
    private enum Place {
        TOP,
        INSIDE
    }

    private static void check(Node node, Place place, List<Problem> problems) {
        if (node instanceof Comparison comparison) {
            check(comparison.left(), Place.INSIDE, problems);
            check(comparison.right(), Place.INSIDE, problems);
        } else if (node instanceof Concatenation joined) {
            for (Node part : joined.parts()) {
                check(part, Place.INSIDE, problems);
            }
        } else if (node instanceof Call call) {
            check(call, place, problems);
        }
    }

    private static void check(Call call, Place place, List<Problem> problems) {
        String name = call.function().name();
        if (name.equals(IGNORE) && place == Place.INSIDE) {
            problems.add(
                    new Problem(
                            call.column(),
                            IGNORE
                                    + " belongs around the whole expression, or around what IIF, Switch or Coalesce return there."));
        }
        for (int i = 0; i < call.slots().count(); i++) {
            boolean passes = place == Place.TOP && isReturned(name, i);
            check(call.slots().node(i), passes ? Place.TOP : Place.INSIDE, problems);
        }
    }

    private static boolean isReturned(String function, int slot) {
        return switch (function) {
            case "IIF" -> slot > 0;
            case "Switch" -> slot > 0 && slot % 2 == 1;
            case "Coalesce" -> true;
            default -> false;
        };
    }
}
