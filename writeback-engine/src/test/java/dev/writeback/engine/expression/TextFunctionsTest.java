package dev.writeback.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFunctionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Append([office], "-EU")                           | office=Lisbon       | Lisbon-EU
            Append([office], "-EU")                           |                     | <missing>
            Append([office], "-EU")                           | office=             | <empty>
            Append([office], [site])                          | office=Lisbon       | Lisbon
            Append([n], 7)                                    | n=#4                | 47
            Append([list], "x")                               | list=[a,b]          | [ax, bx]
            Append("x", [list])                               | list=[a,b]          | <fails>
            Append("x", [list])                               | list=[a]            | xa
            Append([bin], "x")                                | bin=0x01            | <fails>
            Append(True, "x")                                 |                     | Truex
            Append([flag], "x")                               | flag=!false         | Falsex
            Append(CDate("2024-02-29"), "!")                  |                     | 2/29/2024 12:00:00 AM!
            Left("Reykjavik", 4)                              |                     | Reyk
            Left("Reykjavik", 0)                              |                     | <empty>
            Left("Reykjavik", -1)                             |                     | Reykjavik
            Left("Reykjavik", 99)                             |                     | Reykjavik
            Left("Reykjavik", 9223372036854775807)            |                     | Reykjavik
            Left("Reykjavik", " +4 ")                         |                     | Reyk
            Left([x], 3)                                      |                     | <missing>
            Left([x], 3)                                      | x=                  | <empty>
            Append(Left([x], 3), "y")                         |                     | y
            Left("abc", [n])                                  |                     | <fails>
            Left("abc", [n])                                  | n=two               | <fails>
            Left("abc", [n])                                  | n=1.5               | <fails>
            Left("abc", [n])                                  | n=٢                 | <fails>
            Left("abc", [n])                                  | n=2                 | ab
            Mid("Reykjavik", 5, 3)                            |                     | jav
            Mid("Reykjavik", 5)                               |                     | javik
            Mid("Reykjavik", 5, )                             |                     | javik
            Mid("Reykjavik", 5, 99)                           |                     | javik
            Mid("Reykjavik", 5, 9223372036854775807)          |                     | javik
            Mid("Reykjavik", 9, 1)                            |                     | k
            Mid("Reykjavik", 10, 1)                           |                     | Reykjavik
            Mid("Reykjavik", 0, 1)                            |                     | Reykjavik
            Mid("Reykjavik", -5, 1)                           |                     | Reykjavik
            Mid("Reykjavik", 3, 0)                            |                     | <empty>
            Mid("Reykjavik", 3, -1)                           |                     | Reykjavik
            Append(Mid([x], 1, 2), "y")                       |                     | y
            Mid("😀b", 1, 2)                                  |                     | 😀
            InStr("banana", "an", 3)                          |                     | 4
            InStr("banana", "an")                             |                     | 2
            InStr("banana", "AN")                             |                     | 0
            InStr("banana", "AN", , vbTextCompare)            |                     | 2
            InStr("banana", "AN", 1, vbBinaryCompare)         |                     | 0
            InStr("Lisbon", "B", 1, vbTextCompare)            |                     | 4
            InStr("banana", "", 3)                            |                     | 3
            InStr("banana", "")                               |                     | 1
            InStr("banana", "a", 6)                           |                     | 6
            InStr("banana", "a", 7)                           |                     | 0
            InStr("banana", "", 7)                            |                     | 0
            InStr("", "a")                                    |                     | 0
            InStr([x], "a")                                   |                     | 0
            InStr("banana", [x])                              |                     | <fails>
            InStr("banana", "a", [n])                         | n=#0                | <fails>
            InStr("banana", "a", [n])                         | n=#-1               | <fails>
            Word("HR/Payroll;Lisbon", 2, "/;")                |                     | Payroll
            Word("HR/Payroll;Lisbon", 1, "/;")                |                     | HR
            Word("HR/Payroll;Lisbon", 3, "/;")                |                     | Lisbon
            Word("HR/Payroll;Lisbon", 4, "/;")                |                     | <empty>
            Word("HR/Payroll;Lisbon", 0, "/;")                |                     | <empty>
            Word("HR/Payroll;Lisbon", -9223372036854775807, "/")|                   | <empty>
            Word("//a//b//", 2, "/")                          |                     | b
            Word("//a//b//", 3, "/")                          |                     | <empty>
            Word("////", 1, "/")                              |                     | <empty>
            Word("one", 1, " ")                               |                     | one
            Word("one two", 1, "")                            |                     | one two
            Append(Word([x], 1, " "), "y")                    |                     | y
            Word("one two", 1, [x])                           |                     | <fails>
            Split("red, green,blue", ",")                     |                     | [red, green, blue]
            Split("a::b:c", "::")                             |                     | [a, b:c]
            Split(",a,,b,", ",")                              |                     | [a, b]
            Split(" , ", ",")                                 |                     | <missing>
            Split("", ",")                                    |                     | <missing>
            Split([x], ",")                                   |                     | <missing>
            Split([x], ",")                                   | x=                  | <empty>
            Split("one", ",")                                 |                     | one
            Split("a,b", [x])                                 |                     | <fails>
            Split([list], "-")                                | list=[a-b,c]        | [a, b, c]
            StripSpaces("AB 12 CD")                           |                     | AB12CD
            ConvertToUTF8Hex(StripSpaces(" \t\u00a0"))        |                     | 09C2A0
            Trim("  a b ")                                    |                     | a b
            ConvertToUTF8Hex(Trim("\t\u00a0\u2003a\u200b\u3000"))|                    | 61E2808B
            Trim([list])                                      | list=[ a ,b ]       | [a, b]
            ToLower("ÉCOLE")                                  |                     | école
            ToLower("ΣΑΣ")                                    |                     | σασ
            ToLower("Iİ", "tr")                               |                     | ıi
            ToLower("Iİ")                                     |                     | iİ
            ToUpper("straße")                                 |                     | STRAßE
            ToUpper("iı")                                     |                     | Iı
            ToUpper("istanbul", "tr-TR")                      |                     | İSTANBUL
            ToUpper("istanbul", "az-Latn-AZ")                 |                     | İSTANBUL
            ToUpper("istanbul", "en-US")                      |                     | ISTANBUL
            ToUpper("a", [c])                                 | c=de-DE             | A
            ToUpper("a", [c])                                 |                     | A
            ToUpper("a", [c])                                 | c=nonsense-culture  | <fails>
            PCase("anna-maria VAN DYK")                       |                     | Anna-Maria Van Dyk
            PCase("anna-maria VAN DYK", " ")                  |                     | Anna-maria Van Dyk
            PCase("anna-maria VAN DYK", "")                   |                     | Anna-Maria Van Dyk
            PCase("anna-maria VAN DYK", [x])                  |                     | Anna-Maria Van Dyk
            PCase("o'hara d’arc")                             |                     | O'hara D’Arc
            PCase("3rd a1b")                                  |                     | 3Rd A1b
            PCase("3rd a1b", " ")                             |                     | 3rd A1b
            PCase("ǆ")                                        |                     | ǅ
            NormalizeDiacritics("Müller-Ødegård, Straße 5")   |                     | Muller-OEdegard, Strasse 5
            NormalizeDiacritics("İıłæœÆ đð")                  |                     | IilaeoeAE đð
            CStr(BitAnd(12, 10))                              |                     | 8
            CStr([flag])                                      | flag=!true          | True
            CStr([ref])                                       | ref=@abc            | abc
            CStr([bin])                                       | bin=0x01            | <fails>
            CStr([x])                                         |                     | <missing>
            CStr([list])                                      | list=[#1,!true,a]   | [1, True, a]
            Redact([badgePin])                                | badgePin=4711       | 4711
            Redact([list])                                    | list=[a,b]          | [a, b]
            Redact([x])                                       |                     | <missing>
            Redact([x])                                       | x=                  | <empty>
            Join("/", "North", "", [wings])                   | wings=[A,B]         | North/A/B
            Join("", "North", "", [wings])                    | wings=[A,B]         | NorthAB
            Join("/", "", "North")                            |                     | North
            Join("/", [x], "North", [y])                      | y=                  | North
            Join("-", 1, -2, &H1F, True)                      |                     | 1--2-31-True
            Join("/", "", "")                                 |                     | <empty>
            Join("/", [x], [y])                               |                     | <missing>
            Join("/", [x], [y])                               | y=                  | <empty>
            Join([s], "a", "b")                               |                     | <fails>
            Join("/", [bin])                                  | bin=0x01            | <fails>
            """)
    void a_text_is_what_the_documentation_says(String expression, String object, String result) {
        assertThat(Evaluation.of(expression, object)).isEqualTo(result);
    }
}
