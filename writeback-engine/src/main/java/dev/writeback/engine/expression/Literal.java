package dev.writeback.engine.expression;

/** A constant. */
record Literal(Value value, int column) implements Node {

    @Override
    public Value evaluate(Inputs inputs) {
        return value;
    }

    @Override
    public void print(StringBuilder out) {
        if (value instanceof Value.Text text) {
            out.append('"');
            for (int i = 0; i < text.text().length(); i++) {
                char c = text.text().charAt(i);
                if (c == '"' || c == '\\') {
                    out.append('\\');
                }
                out.append(c);
            }
            out.append('"');
        } else {
            out.append(value.isMissing() ? "NULL" : value.asText(""));
        }
    }
}
