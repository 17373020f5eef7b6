package dev.writeback.engine.expression;

/** Whether a call has the arguments that its function takes. */
final class Arguments {

    private Arguments() {}

    static void check(Function function, Slots slots, int column) {
        Signature signature = function.signature();
        if (slots.count() > signature.most()) {
            throw new Misuse(
                    column,
                    "%d arguments are too many; it takes %s%s.".formatted(slots.count(), function.name(), signature));
        }
        for (int i = 0; i < signature.names().size(); i++) {
            if (!slots.isGiven(i) && !signature.optional().contains(i)) {
                throw new Misuse(
                        column,
                        "'%s' is missing; it takes %s%s.".formatted(signature.name(i), function.name(), signature));
            }
        }
    }
}
