package dev.writeback.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with an expression is said when it is read, with the column. */
class MistakesTest {

    private static final List<String> KNOWN = List.of("Department", "Office", "CustomAttribute1", "CustomAttribute10");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                             | 1  | Here stands the end
            `   `                                          | 4  | Here stands the end
            Trim(                                          | 6  | Here stands the end
            Trim("a"                                       | 9  | ')' should
            Trim("a"))                                     | 10 | ends before ')'
            Trim("a") "b"                                  | 11 | ends before a text
            ,                                              | 1  | Here stands ','
            Trim("a                                        | 6  | no quotation mark at its end
            Trim([a)                                       | 6  | no ']'
            Trim([])                                       | 6  | hold no name
            Trim(“a”)                                      | 6  | straight quotation marks
            Trim('a')                                      | 6  | straight double quotation marks
            Append([a], %Suffix%)                          | 13 | %Suffix% is a parameter or variable of Connect Sync
            Append($item, "x")                             | 8  | $item is a parameter or variable of Connect Sync
            Append([a], %)                                 | 13 | Connect Sync
            Append([a], CRLF)                              | 13 | CRLF belongs to Connect Sync
            IIF(True, "a", IgnoreThisFlow)                 | 16 | IgnoreFlowIfNullOrEmpty
            IIF([n] + 1 = 2, "a", "b")                     | 9  | no arithmetic
            IIF([n] - 1 = 2, "a", "b")                     | 9  | no arithmetic
            IIF([n] -1 = 2, "a", "b")                      | 9  | no arithmetic
            IIF([n] * 2 = 2, "a", "b")                     | 9  | no arithmetic
            IIF([n] / 2 = 2, "a", "b")                     | 9  | no arithmetic
            IIF([a] = "x" AND [b] = "y", "a", "b")         | 15 | no AND; nest IIF
            IIF([a] = "x" And ([b] = "y"), "a", "b")       | 15 | no AND; nest IIF
            IIF([a] = "x" or [b] = "y", "a", "b")          | 15 | no OR; nest IIF
            IIF([a] = "x" && [b] = "y", "a", "b")          | 15 | no AND; nest IIF
            `IIF([a] = "x" || [b] = "y", "a", "b")`        | 15 | no OR; nest IIF
            [a] AND [b]                                    | 5  | no AND
            IIF(!True, "a", "b")                           | 5  | Not(
            IIF([a] = "x" & [b], "a", "b")                 | 15 | parentheses
            IIF([a] = "x" = [b], "a", "b")                 | 15 | two sides
            [a] = "x"                                      | 5  | '=' compares only in
            Append([a] = "x", "y")                         | 12 | '=' compares only in
            Append(([a] = "x"), "y")                       | 13 | '=' compares only in
            IIF(True, [a] < "x", "y")                      | 15 | '<' compares only in
            Append([a], abc)                               | 13 | 'abc' stands alone
            Append([a], Unicode)                           | 13 | 'Unicode' stands alone
            Append(vbTextCompare, "a")                     | 8  | 'vbTextCompare' stands alone
            UTF8                                           | 1  | 'UTF8' stands alone
            "a" & UTF8                                     | 7  | 'UTF8' stands alone
            IIF(true, "a", "b")                            | 5  | capitals count
            9223372036854775808                            | 1  | 64 bits
            -9223372036854775809                           | 1  | 64 bits
            &H1FFFFFFFFFFFFFFFF                            | 1  | 64 bits
            12abc                                          | 1  | ends with a letter
            Append("a")                                    | 1  | 'suffix' is missing; it takes Append(source, suffix)
            Append(, "a")                                  | 1  | 'source' is missing
            Append("a", "b", "c")                          | 1  | 3 arguments are too many
            Append("a", "b", )                             | 1  | 3 arguments are too many
            Now(1)                                         | 1  | too many
            Join(",")                                      | 1  | Join
            IIF(True, "a")                                 | 1  | IIF
            IIF(, "a", "b")                                | 1  | 'condition' is missing
            Switch("a", "b", "c")                          | 1  | pairs
            Switch("a", "b", "c", "d", "e")                | 1  | pairs
            Switch("a", "b")                               | 1  | 'key1' is missing
            Switch("a", "b", , "c")                        | 1  | 'key1' is missing
            Switch("a", "b", "k", "v", , "c")              | 1  | key is missing
            Coalesce()                                     | 1  | 'source1' is missing
            Trim(Replace("a", , "(", , "b"))               | 21 | 'regexPattern'
            Replace("a", , "(?<n>a)", "m", "b")            | 27 | 'regexGroupName' is no group
            Replace("a", , "(?<n>a)", "m", , [b])          | 27 | 'regexGroupName' is no group
            Replace("a", "", , , "b")                      | 14 | 'oldValue' is empty
            Replace("a", "", , , , , "b")                  | 14 | 'oldValue' is empty
            Replace("a", "b", "c")                         | 1  | Connect Sync's Replace
            Replace("a", "b", "c", , "d")                  | 1  | do not go together
            Replace("a")                                   | 1  | do not go together
            Replace("a", , "b")                            | 1  | do not go together
            Replace("a", , , , "b")                        | 1  | do not go together
            Split("a", "")                                 | 12 | 'delimiter' is empty
            Split("a", ",", 2)                             | 1  | too many
            ToLower("a", "nonsense-culture")               | 14 | 'culture'
            Left("abc", "x")                               | 13 | 'numChars' is no whole number
            Mid("abc", 1.5, 1)                             | 12 | 'start' is no whole number
            InStr("a", "b", 1, "vbTextCompare")            | 20 | vbTextCompare or vbBinaryCompare
            InStr("a", "b", 1, Unicode)                    | 20 | vbTextCompare or vbBinaryCompare
            ConvertFromBase64("a", Latin1)                 | 24 | Unicode, ASCII or UTF8
            ConvertFromBase64("a", unicode)                | 24 | Unicode, ASCII or UTF8
            ConvertFromBase64("a", "UTF8")                 | 24 | Unicode, ASCII or UTF8
            Contains("a", "b", vbTextCompare)              | 20 | CaseSensitive or CaseInsensitive
            DateAdd("D", 1, "2024-01-01")                  | 9  | 'interval'
            DateAdd("q", 1, "2024-01-01")                  | 9  | 'interval'
            DateAdd("d", 1.5, "2024-01-01")                | 14 | 'value' is no whole number
            DateDiff("w", "2024-01-01", "2024-01-01")      | 10 | 'interval'
            FormatDateTime([d], "q'", "yyyy")              | 21 | 'inputFormat'
            FormatDateTime([d], , "yyyy", "j")             | 31 | 'outputFormat'
            FormatDateTime([d], "Nope", "yyyy", "yyyy")    | 21 | 'dateTimeStyles'
            FormatDateTime([d], "AssumeLocal,AssumeUniversal", "yyyy", "yyyy") | 21 | 'dateTimeStyles'
            FormatDateTime([d], "yyyy")                    | 1  | input format and the output format
            FormatDateTime([d], , , "yyyy")                | 1  | input format and the output format
            RandomString(-1, 0, 0, 0, 0)                   | 14 | 'length' is negative
            RandomString([n], 0, -1, 0, 0)                 | 22 | 'minimumSpecialCharacters' is negative
            RandomString(4, 2, 1, 1, 1)                    | 1  | length
            RandomString(257, 0, 0, 0, 0)                  | 1  | 256
            RandomString(4, 2, 0, 0, 0, "0123456789")      | 1  | digits
            RandomString("x", 2, 0, 0, 0)                  | 14 | 'length' is no whole number
            Append(IgnoreFlowIfNullOrEmpty([a]), "x")      | 8  | IgnoreFlowIfNullOrEmpty belongs around
            IIF(IgnoreFlowIfNullOrEmpty([a]), "x", "y")    | 5  | IgnoreFlowIfNullOrEmpty belongs around
            Switch(IgnoreFlowIfNullOrEmpty([a]), "d", "k", "v") | 8 | IgnoreFlowIfNullOrEmpty belongs around
            "x" & IgnoreFlowIfNullOrEmpty([a])             | 7  | IgnoreFlowIfNullOrEmpty belongs around
            toLower("a")                                   | 1  | did you mean ToLower
            Cstr("a")                                      | 1  | did you mean CStr
            IsNullorEmpty("a")                             | 1  | did you mean IsNullOrEmpty
            Apend("a", "b")                                | 1  | did you mean Append
            Frobnicate("a")                                | 1  | There is no function Frobnicate
            [Departmnt]                                    | 1  | did you mean [Department]
            [Custom Attribute1]                            | 1  | did you mean [CustomAttribute1]
            """)
    void a_mistake_is_named_with_its_column(String expression, int column, String sentence) {
        InvalidExpressionException invalid = invalid(expression);

        assertThat(invalid.problems()).hasSize(1);
        assertThat(invalid.problems().get(0).column()).isEqualTo(column);
        assertThat(invalid.problems().get(0).sentence()).contains(sentence).endsWith(".");
        assertThat(invalid).hasMessageStartingWith("column " + column + ": ");
    }

    @Test
    void a_name_too_short_to_be_a_misspelling_is_an_attribute_of_the_tenants_own() {
        assertThat(Expression.parse("Append([a], [pin])", List.of("c", "pim")).toString())
                .isEqualTo("Append([a], [pin])");
    }

    @ParameterizedTest
    @CsvSource({
        "LCase,ToLower",
        "lcase,ToLower",
        "UCase,ToUpper",
        "LTrim,Trim",
        "RTrim,Trim",
        "Right,Mid",
        "ReplaceChars,Replace",
        "IsBitSet,BitAnd with CBool",
        "IsEmpty,Switch",
        "ItemOrNull,Item",
        "RandomNum,RandomString"
    })
    void a_function_of_connect_sync_is_refused_with_what_to_write_instead(String name, String instead) {
        assertThat(invalid(name + "(\"a\")").problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.sentence()).contains("Connect Sync").contains("use " + instead));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Len",
                "InStrRev",
                "PadLeft",
                "PadRight",
                "CNum",
                "CGuid",
                "StringFromGuid",
                "ConvertFromUTF8Hex",
                "DNComponentRev",
                "EscapeDNComponent",
                "BitOr",
                "IsDate",
                "IsGuid",
                "IsNumeric",
                "Select",
                "Where",
                "With",
                "ImportedValue",
                "CertSubject",
                "CertThumbprint",
                "SelectUniqueValue",
                "SingleAppRoleAssignment",
                "AppRoleAssignmentsComplex",
                "AssertiveAppRoleAssignmentsComplex"
            })
    void a_function_of_other_places_is_refused_by_name(String name) {
        assertThat(invalid(name + "([a])").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).startsWith(name + " "));
    }

    @Test
    void all_mistakes_are_named_at_once_in_the_order_of_their_columns() {
        assertThat(invalid("Apend(Left([Departmnt], \"x\"), Split(\"a\", \"\"), abc, 9223372036854775808) + \"x\"")
                        .problems())
                .extracting(InvalidExpressionException.Problem::column)
                .containsExactly(1, 12, 25, 42, 47, 52, 73);
    }

    @Test
    void an_expression_has_ten_thousand_characters_at_most() {
        String longest = "\"%s\"".formatted("x".repeat(Expression.LONGEST - 2));

        assertThat(Expression.parse(longest, KNOWN).print()).isEqualTo(longest);
        assertThat(invalid(longest + " ").problems())
                .containsExactly(new InvalidExpressionException.Problem(
                        10_001, "The expression has 10001 characters; it may have 10000."));
    }

    @ParameterizedTest
    @CsvSource({"Trim(,399", "Not(,399", "(,399", "Trim((,199", "'Append(\"a\",',399"})
    void calls_nest_four_hundred_deep(String open, int times) {
        int closing = open.length() - open.replace("(", "").length();
        String deep = open.repeat(times) + "1" + ")".repeat(closing * times);

        assertThat(deep).hasSizeLessThanOrEqualTo(Expression.LONGEST);
        Expression parsed = Expression.parse(deep, KNOWN);
        assertThat(parsed.evaluate(Evaluation.inputs((String) null))).isInstanceOf(Evaluated.Values.class);
        assertThat(Expression.parse(parsed.print(), KNOWN)).isEqualTo(parsed);
    }

    @Test
    void deeper_expressions_are_refused() {
        assertThat(invalid("Trim(".repeat(400) + "1" + ")".repeat(400)).problems())
                .containsExactly(new InvalidExpressionException.Problem(
                        2001, "The expression is nested more than 400 deep; split it."));
    }

    @Test
    void what_is_not_near_a_known_name_is_taken_for_an_attribute_of_the_tenant() {
        assertThat(Expression.parse("[extension_0a1b_skypeId]", KNOWN).hints()).isEmpty();
        assertThat(Expression.parse("[Offices.primary]", KNOWN).attributes()).hasSize(1);
        assertThatThrownBy(() -> Expression.parse("[Offic]", KNOWN)).hasMessageContaining("[Office]");
    }

    private static InvalidExpressionException invalid(String expression) {
        return catchThrowableOfType(InvalidExpressionException.class, () -> Expression.parse(expression, KNOWN));
    }
}
