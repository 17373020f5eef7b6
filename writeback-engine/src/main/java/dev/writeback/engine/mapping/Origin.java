package dev.writeback.engine.mapping;

import dev.writeback.engine.expression.Expression;
import dev.writeback.model.AttributeName;
import java.util.Set;

/** Where a rule takes its values from. */
public sealed interface Origin {

    /**
     * One attribute of the cloud object, as it is stated.
     *
     * @param name the attribute
     */
    record Property(AttributeName name) implements Origin {
        @Override
        public Set<AttributeName> reads() {
            return Set.of(name);
        }

        @Override
        public String toString() {
            return name.value();
        }
    }

    /**
     * What an expression makes of the cloud object.
     *
     * @param expression in the language of Entra's attribute mappings
     */
    record Computed(Expression expression) implements Origin {
        @Override
        public Set<AttributeName> reads() {
            return expression.attributes();
        }

        @Override
        public String toString() {
            return expression.print();
        }
    }

    /** The cloud attributes that it reads. */
    Set<AttributeName> reads();

    /** How a profile writes it: the attribute's name or the expression's text. */
    @Override
    String toString();
}
