package dev.writeback.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fails says function and column, and holds no value. */
class FailuresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Append("a", Left("abc", [x]))                  | x=s3cret            | Function Left at column 13 takes a whole number for 'numChars', and this is none.
            Append("a", [x])                               | x=[s3cret,b]        | Function Append at column 1 takes text for 'suffix', and there are several values.
            Append("a", [x])                               | x=0x01              | Function Append at column 1 takes text for 'suffix', and there are bytes.
            Join([x], "a")                                 |                     | Function Join at column 1 takes text for 'separator', and there is no value.
            Trim(CDate([x]))                               | x=s3cret            | Function CDate at column 6 takes a date for 'expression', such as 2024-02-29, and this is none.
            ToLower("a", [x])                              | x=s3cret            | Function ToLower at column 1 cannot use what it gets for 'culture'.
            Replace("a", , [x], , "b")                     | x=(s3cret           | Function Replace at column 1 cannot use what it gets for 'regexPattern'.
            DateAdd([x], 1, "2024-01-01")                  | x=s3cret            | Function DateAdd at column 1 cannot use what it gets for 'interval'.
            FormatDateTime("2024", [x], "yyyy")            | x=s3cret'           | Function FormatDateTime at column 1 cannot use the formats or styles it gets.
            RandomString([x], 5, 0, 0, 0)                  | x=#4                | Function RandomString at column 1 cannot make a text of these numbers, which the length has to suffice for.
            Item("a", [x])                                 | x=#31337            | Function Item at column 1 finds no value at 'index', which counts from 1 to the number of values.
            IIF([x], "a", "b")                             | x=s3cret            | Function IIF at column 1 takes True, False or a number for 'condition', and this is none.
            "a" & [x]                                      | x=[a,b]             | The expression takes text for 'operand 2 of &', and there are several values.
            Error("kind is not known")                     |                     | Function Error at column 1 says: kind is not known.
            Error(Append("pin ", Redact([x])))             | x=s3cret            | Function Error at column 1 says: [Redact].
            `Replace([x], , "(a+)+\\\\1$", , "b")`                | x=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa! | Function Replace at column 1 was stopped, because 'regexPattern' takes far too many steps on this text; write a pattern without a repetition inside a repetition.
            """)
    void a_failure_names_function_column_and_argument(String expression, String object, String reason) {
        assertThat(Evaluation.failure(expression, object)).isEqualTo(reason);
    }

    @Test
    void a_deep_pattern_or_text_fails_and_throws_nothing() {
        String text = "x".repeat(200_000);

        assertThat(Evaluation.of("Replace([x], , \"(x|y)*z\", , \"b\")", "x=" + text))
                .isEqualTo("<fails>");
    }
}
