package dev.writeback.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What holds for every expression and every object. Each try draws many from its seed, {@code fuzz.tries} in all; with
 * the seed that jqwik reports a failure can be seen again.
 */
class ExpressionFuzzProperties {

    private static final int RUNS = 100;
    private static final long EACH = Math.max(1, Long.getLong("fuzz.tries", 5_000) / RUNS);
    private static final List<String> KNOWN = List.of("Department", "DisplayName", "A");

    @Property(tries = RUNS)
    void a_printed_expression_reads_as_the_same(@ForAll long seed) {
        Sources sources = new Sources(seed);
        for (long i = 0; i < EACH; i++) {
            String text = sources.expression();
            Expression parsed = Expression.parse(text, List.of());
            Expression again = Expression.parse(parsed.print(), List.of());

            assertThat(again).as(text).isEqualTo(parsed).hasSameHashCodeAs(parsed);
            assertThat(again.attributes()).as(text).isEqualTo(parsed.attributes());
        }
    }

    @Property(tries = RUNS)
    void every_expression_comes_to_something_on_every_object(@ForAll long seed) {
        Sources sources = new Sources(seed);
        for (long i = 0; i < EACH; i++) {
            String text = sources.expression();
            Expression expression = Expression.parse(text, List.of());
            Map<AttributeName, List<AttributeValue>> object = sources.object();
            Evaluated result = expression.evaluate(Evaluation.inputs(object));

            assertThat(expression.evaluate(Evaluation.inputs(object))).as(text).isEqualTo(result);
            if (result instanceof Evaluated.Values values) {
                assertThat(values.values()).as(text).isNotEmpty();
            } else if (result instanceof Evaluated.Failed failed) {
                assertThat(failed.reason()).as(text).endsWith(".");
            }
        }
    }

    @Property(tries = RUNS)
    void what_is_no_expression_is_refused_with_columns_in_order(@ForAll long seed) {
        Sources sources = new Sources(seed);
        for (long i = 0; i < EACH; i++) {
            String text = sources.mutated(sources.operand(4));
            try {
                Expression.parse(Expression.parse(text, KNOWN).print(), KNOWN);
            } catch (InvalidExpressionException invalid) {
                assertThat(invalid.problems())
                        .as(text)
                        .isNotEmpty()
                        .isSortedAccordingTo(Comparator.comparingInt(InvalidExpressionException.Problem::column));
                assertThat(invalid.problems())
                        .as(text)
                        .allSatisfy(problem -> assertThat(problem.column()).isBetween(1, text.length() + 1));
            }
        }
    }

    @Property(tries = RUNS)
    void any_text_is_read_or_refused(@ForAll String text) {
        for (String each : List.of(text, "\"" + text, "[" + text + "]", "Trim(" + text + ")", "&H" + text)) {
            try {
                assertThat(Expression.parse(each, KNOWN).print()).isNotEmpty();
            } catch (InvalidExpressionException invalid) {
                assertThat(invalid.problems()).isNotEmpty();
            }
        }
    }
}
