package dev.writeback.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CBool([n] = 7)                             | n=7             | True
            CBool([n] = 7)                             | n= +07          | True
            CBool([n] = "07")                          | n=#7            | True
            CBool([n] = "07")                          | n=7             | False
            CBool([n] > 9)                             | n=10            | True
            CBool([n] > "9")                           | n=10            | False
            CBool([n] < 9)                             | n=abc           | False
            CBool([n] = 9223372036854775807)           | n=09223372036854775807 | True
            CBool([n] > 5)                             | n=99999999999999999999 | True
            CBool(DateDiff("d", CDate("2024-01-01"), CDate("2024-03-01")) >= 60) |  | True
            CBool(DateDiff("d", CDate("2024-01-01"), CDate("2024-03-01")) >= "60") | | True
            CBool(CDate("2024-10-01") > CDate("2024-9-1"))| n=x          | <fails>
            CBool(CDate("2024-10-01") > CDate("2024-09-01"))|              | True
            CBool(CDate("2024-01-01T01:00:00+01:00") = CDate("2024-01-01"))| | True
            CBool("10/1/2024" < "9/1/2024")            |                 | True
            CBool([f] = "true")                        | f=!true         | True
            CBool([f] = True)                          | f=TRUE          | True
            CBool([f] <> "TRUE")                       | f=!true         | False
            CBool([f] < "TRUE")                        | f=!false        | True
            CBool("a" = "A")                           |                 | False
            CBool("a" <> "A")                          |                 | True
            CBool("B" < "a")                           |                 | True
            CBool("a" >= "a")                          |                 | True
            CBool("a" <= "a")                          |                 | True
            CBool("a" > "a")                           |                 | False
            CBool([x] = "")                            |                 | False
            CBool([x] <> "")                           |                 | False
            CBool([x] = "")                            | x=              | False
            CBool([x] <> "a")                          |                 | False
            CBool([x] <> "")                           | x=a             | True
            CBool("a" <> [x])                          |                 | False
            CBool([x] >= 0)                            |                 | False
            CBool([x] = [y])                           |                 | False
            CBool(Left([x], 1) <> "a")                 |                 | False
            CBool(Left([x], 1) = "")                   |                 | False
            CBool(Left([x], 1) <> "a")                 | x=b             | True
            CBool(StripSpaces([x]) = "")               | x=[ ]           | True
            CBool(Count([x]) = 0)                      |                 | True
            CBool("" = "")                             |                 | True
            CBool([list] = "b")                        | list=[a,b]      | True
            CBool([list] <> "b")                       | list=[a,b]      | True
            CBool([list] = "c")                        | list=[a,b]      | False
            CBool("b" = [list])                        | list=[a,b]      | True
            CBool([bin] = "b")                         | bin=0x01        | <fails>
            CBool([a] & "x" = "ax")                    | a=a             | True
            CBool([a] = ("a" & "x"))                   | a=ax            | True
            CBool(("a" = "a") = True)                  |                 | True
            "a" & "b" & 3                              |                 | ab3
            [x] & "b"                                  |                 | b
            [x] & [y]                                  |                 | <missing>
            [x] & [y]                                  | x=              | <missing>
            [x] & [y]                                  | x=; y=          | <empty>
            [list] & "b"                               | list=[a,b]      | <fails>
            """)
    void two_values_compare_as_the_documentation_says(String expression, String object, String result) {
        assertThat(Evaluation.of(expression, object)).isEqualTo(result);
    }
}
