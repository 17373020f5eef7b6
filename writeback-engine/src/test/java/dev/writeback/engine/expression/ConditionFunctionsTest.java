package dev.writeback.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionFunctionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            IIF([headCount] >= 10, "large", "small")              | headCount=#9       | small
            IIF([headCount] >= 10, "large", "small")              | headCount=#10      | large
            IIF(True, "a", Error("no"))                           |                    | a
            IIF(False, Error("no"), "b")                          |                    | b
            IIF(2, "a", "b")                                      |                    | a
            IIF(0, "a", "b")                                      |                    | b
            IIF("tRUE", "a", "b")                                 |                    | a
            IIF("false", "a", "b")                                |                    | b
            IIF("", "a", "b")                                     |                    | b
            IIF([x], "a", "b")                                    |                    | b
            IIF([x], "a", "b")                                    | x=!true            | a
            IIF([x], "a", "b")                                    | x=yes              | <fails>
            IIF([x], "a", "b")                                    | x=[True,True]      | <fails>
            IIF([x], "a", )                                       |                    | <missing>
            IIF(True, , "b")                                      |                    | <missing>
            IIF(True, [list], "b")                                | list=[a,b]         | [a, b]
            IIF(Not([x] = "a"), "y", "n")                         | x=b                | y
            Switch([grade], "none", "A", "top", "B", "mid")       | grade=b            | none
            Switch([grade], "none", "A", "top", "B", "mid")       | grade=B            | mid
            Switch([grade], , "A", "top")                         | grade=b            | <missing>
            Switch([grade], , "A", "top")                         | grade=A            | top
            Switch([grade], , "A", "top")                         |                    | <missing>
            Switch([grade], , "A", )                              | grade=A            | <missing>
            Switch([grade], , "A", "")                            | grade=A            | <empty>
            Switch([site], [site], "", "unknown")                 |                    | unknown
            Switch([site], [site], "", "unknown")                 | site=              | unknown
            Switch([site], [site], "", "unknown")                 | site=Oslo          | Oslo
            Switch("", "d", "", "unknown")                        |                    | unknown
            Switch([site], "d", "a", "b")                         |                    | d
            Switch([flag], "d", "True", "yes", "False", "no")     | flag=!false        | no
            Switch(IsPresent([x]), "d", "True", "yes", "False", "no") |                | no
            Switch([n], "d", "7", "seven")                        | n=#7               | seven
            Switch([n], "d", 7, "seven")                          | n=7                | seven
            Switch(CDate("2024-02-29"), "d", "2/29/2024 12:00:00 AM", "leap") |        | leap
            Switch("a", "d", "a", "first", "a", "second")         |                    | first
            Switch("a", Error("no"), "a", "x", "b", Error("no"))  |                    | x
            Switch("a", "d", [k], "x", "a", "y")                  | k=a                | x
            Switch("a", "d", [k], "x", "a", "y")                  | k=b                | y
            Switch([x], "d", [k], "x")                            |                    | x
            Switch([list], "d", "a", "x")                         | list=[a,b]         | <fails>
            Switch([k], [y], "A", "top")                          | y=                 | <empty>
            Coalesce([mobile], [homePhone], "n/a")                | homePhone=555      | 555
            Coalesce([mobile], [homePhone], "n/a")                |                    | n/a
            Coalesce([mobile], [homePhone])                       |                    | <missing>
            Coalesce([mobile], [homePhone])                       | mobile=            | <missing>
            Coalesce([mobile], [homePhone])                       | mobile=; homePhone= | <empty>
            Coalesce([mobile], "")                                | mobile=            | <empty>
            Coalesce("", "x")                                     |                    | <empty>
            Coalesce([list], "x")                                 | list=[a,b]         | [a, b]
            Coalesce([list], , "x")                               | list=              | x
            Coalesce("a", Error("no"))                            |                    | a
            IsNull([x])                                           |                    | True
            IsNull([x])                                           | x=                 | True
            IsNull("")                                            |                    | False
            IsNull(NULL)                                          |                    | True
            IsNull([x])                                           | x=a                | False
            IsNullOrEmpty([x])                                    |                    | True
            IsNullOrEmpty("")                                     |                    | True
            IsNullOrEmpty(" ")                                    |                    | False
            IsNullOrEmpty(StripSpaces("  "))                      |                    | True
            IsNullOrEmpty(StripSpaces([list]))                    | list=[ ,  ]        | True
            IsNullOrEmpty(StripSpaces([list]))                    | list=[ ,a]         | False
            IsPresent([office])                                   | office=Lisbon      | True
            IsPresent([office])                                   | office=            | False
            IsPresent("")                                         |                    | False
            IsPresent(0)                                          |                    | True
            IsString(InStr("ab", "b"))                            |                    | True
            IsString([x])                                         |                    | False
            IsString([x])                                         | x=0x01             | False
            IsString([x])                                         | x=[a,b]            | False
            IsString([x])                                         | x=[a]              | True
            IsString([x])                                         | x=!true            | True
            IsString(Now())                                       |                    | True
            CBool(BitAnd([flags], 4))                             | flags=6            | True
            CBool(BitAnd([flags], 4))                             | flags=3            | False
            CBool([x])                                            | x=12               | True
            CBool([x])                                            | x=0                | False
            CBool([x])                                            | x=-1               | True
            CBool([x])                                            | x=TRUE             | True
            CBool([x])                                            | x=faLse            | False
            CBool([x])                                            | x=yes              | <fails>
            CBool([x])                                            |                    | False
            CBool("")                                             |                    | False
            CBool([x] = "a")                                      | x=a                | True
            CBool([x] <> "a")                                     | x=a                | False
            Not(IsPresent([office]))                              | office=Lisbon      | False
            Not(IsPresent([office]))                              |                    | True
            Not("tRuE")                                           |                    | False
            Not("anything")                                       |                    | True
            Not(1)                                                |                    | True
            Not([x])                                              |                    | True
            IgnoreFlowIfNullOrEmpty(StripSpaces([notes]))         | notes=             | <dropped>
            IgnoreFlowIfNullOrEmpty(Trim("  "))                   |                    | <dropped>
            IgnoreFlowIfNullOrEmpty([notes])                      |                    | <dropped>
            IgnoreFlowIfNullOrEmpty([notes])                      | notes=a            | a
            IgnoreFlowIfNullOrEmpty(StripSpaces([list]))          | list=[ ,  ]        | <dropped>
            IIF(IsPresent([a]), [a], IgnoreFlowIfNullOrEmpty([b]))|                    | <dropped>
            IIF(IsPresent([a]), [a], IgnoreFlowIfNullOrEmpty([b]))| a=x                | x
            Switch([a], IgnoreFlowIfNullOrEmpty([b]), "k", IgnoreFlowIfNullOrEmpty([c])) | a=k; b=x | <dropped>
            Coalesce([a], IgnoreFlowIfNullOrEmpty([b]))           |                    | <dropped>
            (IgnoreFlowIfNullOrEmpty([b]))                        |                    | <dropped>
            Switch([kind], Error("kind is not known"), "R", "room") | kind=X           | <fails>
            Switch([kind], Error("kind is not known"), "R", "room") | kind=R           | room
            """)
    void only_what_is_chosen_is_evaluated(String expression, String object, String result) {
        assertThat(Evaluation.of(expression, object)).isEqualTo(result);
    }
}
