package dev.writeback.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HintsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Trim("\\d")                                        | Column 7  | stays a backslash
            Trim([office])                                     | Column 6  | is taken for [Office]
            IIF([Office] = "", "a", "b")                       | Column 5  | Switch with the key ""
            IIF("" <> [Office], "a", "b")                      | Column 5  | Switch with the key ""
            IIF(Split([Office], ",") = "x", "a", "b")          | Column 5  | one of several values
            Join([Office], ",")                                | Column 1  | separator first
            Switch("a", , "k", "v", "k", "w")                  | Column 25 | a key twice
            Switch(IsPresent([Office]), , "k", "v")            | Column 1  | True or False
            Append("a", Guid())                                | Column 13 | another value in each run
            Now()                                              | Column 1  | another value in each run
            RandomString(4, 0, 0, 0, 0)                        | Column 1  | another value in each run
            [urn:ietf:x y]                                     | Column 1  | always missing
            """)
    void what_is_worth_knowing_is_said(String expression, String column, String words) {
        assertThat(Expression.parse(expression, List.of("Office")).hints())
                .singleElement()
                .satisfies(hint -> assertThat(hint)
                        .startsWith(column + ": ")
                        .contains(words)
                        .endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trim(\"\\\\d\")",
                "Trim([Office])",
                "IIF([Office] = \"a\", \"a\", \"b\")",
                "Switch(IsPresent([Office]), , \"True\", \"v\")",
                "Join(\",\", [Office])"
            })
    void nothing_is_said_of_what_is_usual(String expression) {
        assertThat(Expression.parse(expression, List.of("Office")).hints()).isEmpty();
    }

    @Test
    void an_expression_knows_what_it_reads_and_whether_it_may_be_shown_or_repeated() {
        Expression expression = Expression.parse("Append(Redact([b]), [A] & [B])", List.of());

        assertThat(expression.attributes()).containsExactly(AttributeName.of("b"), AttributeName.of("a"));
        assertThat(expression.redacts()).isTrue();
        assertThat(expression.isVolatile()).isFalse();
        assertThat(Expression.parse("Append([a], Now())", List.of()).isVolatile())
                .isTrue();
        assertThat(Expression.parse("[a]", List.of()).redacts()).isFalse();
    }
}
