package dev.writeback.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long rows are no deeper than short ones: they are read, printed and evaluated whatever the stack is. */
class ConcatenationTest {

    private static final int OPERANDS = 3_000;

    @Test
    void a_row_is_printed_without_parentheses_and_read_again() {
        Expression row = Expression.parse("\"a\"" + "&\"a\"".repeat(999), List.of());

        assertThat(row.print()).startsWith("\"a\" & \"a\" & ").doesNotContain("(");
        assertThat(Expression.parse(row.print(), List.of())).isEqualTo(row);
    }

    @Test
    void a_row_of_thousands_is_joined() {
        Expression row = Expression.parse("1" + "&1".repeat(OPERANDS - 1), List.of());

        assertThat(row.evaluate(Evaluation.inputs(Map.of())))
                .isEqualTo(new Evaluated.Values(List.of(AttributeValue.text("1".repeat(OPERANDS)))));
    }

    @Test
    void parentheses_around_a_part_of_a_row_change_nothing() {
        Expression row = Expression.parse("(\"a\" & [X]) & (\"b\" & \"c\")", List.of());

        assertThat(row.print()).isEqualTo("\"a\" & [X] & \"b\" & \"c\"");
        assertThat(row.attributes()).containsExactly(AttributeName.of("X"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[A] & [B] & [C] |                | <missing>",
                "[A] & [B] & [C] | A=; B=         | <missing>",
                "[A] & [B] & [C] | A=; B=; C=     | <empty>",
                "[A] & [B] & [C] | B=x            | x",
                "[A] & [B] & [C] | A=1; B=#2; C=3 | 123",
                "[A] & [B] & [C] | A=[1,2]; B=x   | <fails>",
            })
    void what_is_missing_is_empty_unless_all_is(String expression, String object, String value) {
        assertThat(Evaluation.of(expression, object)).isEqualTo(value);
    }
}
