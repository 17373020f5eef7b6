package dev.writeback.engine.expression;

/** A bare word that the function around it knows, such as {@code vbTextCompare}. */
record Keyword(String word, int column) implements Node {

    @Override
    public Value evaluate(Inputs inputs) {
        return Value.text(word);
    }

    @Override
    public void print(StringBuilder out) {
        out.append(word);
    }
}
