package dev.writeback.engine.expression;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import java.util.List;
import java.util.Optional;

/** An attribute of the cloud object. */
record Reading(AttributeName name, int column) implements Node {

    @Override
    public Value evaluate(Inputs inputs) {
        Optional<List<AttributeValue>> stated = inputs.stated(name);
        return stated.isPresent() ? Value.ofStated(stated.get()) : Value.Missing.ABSENT;
    }

    @Override
    public void print(StringBuilder out) {
        out.append('[').append(name).append(']');
    }
}
