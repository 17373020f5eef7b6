package dev.writeback.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFunctionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CDate("2024-02-29T22:15:00+03:00")                            |   | 2/29/2024 7:15:00 PM
            CDate("2022-11-05-04:00")                                     |   | 11/5/2022 4:00:00 AM
            CDate("2024-02-29")                                           |   | 2/29/2024 12:00:00 AM
            CDate("2024-02-29 22:15")                                     |   | 2/29/2024 10:15:00 PM
            CDate("2024-02-29T22:15:01.1234567Z")                         |   | 2/29/2024 10:15:01 PM
            CDate(" 2/9/2024 ")                                           |   | 2/9/2024 12:00:00 AM
            CDate("2/9/2024 13:05:06")                                    |   | 2/9/2024 1:05:06 PM
            CDate("2/9/2024 1:05:06 PM")                                  |   | 2/9/2024 1:05:06 PM
            CDate("2024-02-29T22:15:00+3")                                |   | 2/29/2024 7:15:00 PM
            CDate("2024-02-29T22:15:00+0300")                             |   | 2/29/2024 7:15:00 PM
            CDate("2024-02-30")                                           |   | <fails>
            CDate("tomorrow")                                             |   | <fails>
            CDate("")                                                     |   | <missing>
            CDate([x])                                                    |   | <missing>
            CDate([x])                                                    | x= | <empty>
            CDate([x])                                                    | x=[2024-01-01,2024-01-02] | [1/1/2024 12:00:00 AM, 1/2/2024 12:00:00 AM]
            CDate(5)                                                      |   | <fails>
            Now()                                                         |   | 4/9/2026 2:05:06 PM
            DateAdd("h", 1, Now())                                        |   | 4/9/2026 3:05:06 PM
            CBool(Now() = Now())                                          |   | True
            DateAdd("m", 1, CDate("2023-01-31"))                          |   | 2/28/2023 12:00:00 AM
            DateAdd("m", -1, "2024-03-31")                                |   | 2/29/2024 12:00:00 AM
            DateAdd("yyyy", 1, "2024-02-29")                              |   | 2/28/2025 12:00:00 AM
            DateAdd("ww", -1, "2024-03-08")                               |   | 3/1/2024 12:00:00 AM
            DateAdd("d", "1", "2024-02-28")                               |   | 2/29/2024 12:00:00 AM
            DateAdd("n", 90, "2024-02-28")                                |   | 2/28/2024 1:30:00 AM
            DateAdd("s", 90, "2024-02-28")                                |   | 2/28/2024 12:01:30 AM
            DateAdd("yyyy", 9000, "2024-02-28")                           |   | <fails>
            DateAdd("s", 9223372036854775807, "2024-02-28")               |   | <fails>
            DateAdd("d", [n], "2024-02-28")                               | n=1.5 | <fails>
            DateAdd("d", [n], "2024-02-28")                               |   | <fails>
            DateAdd([i], 1, "2024-02-28")                                 | i=D | <fails>
            DateAdd("d", 1, [x])                                          |   | <missing>
            DateDiff("ww", CDate("2024-05-03"), CDate("2024-05-06"))      |   | 1
            DateDiff("yyyy", CDate("2023-12-31"), CDate("2024-01-01"))    |   | 1
            DateDiff("m", "2024-01-31", "2024-02-01")                     |   | 1
            DateDiff("m", "2024-02-01", "2024-01-31")                     |   | -1
            DateDiff("d", CDate("2024-01-01T23:00:00Z"), CDate("2024-01-02T01:00:00Z")) | | 0
            DateDiff("h", "2024-01-01", "2024-01-01T02:59:59")            |   | 2
            DateDiff("n", "2024-01-01T02:59:59", "2024-01-01")            |   | -179
            DateDiff("s", "2024-01-01", "2024-01-01")                     |   | 0
            DateDiff("s", [x], "2024-01-01")                              |   | <missing>
            DateDiff("s", "2024-01-01", [x])                              |   | <missing>
            DateFromNum(133485408000000000)                               |   | 1/1/2024 12:00:00 AM
            DateFromNum("133485408000000000")                             |   | 1/1/2024 12:00:00 AM
            DateFromNum(0)                                                |   | <missing>
            DateFromNum(9223372036854775807)                              |   | <missing>
            DateFromNum([n])                                              | n=#-1 | <fails>
            DateFromNum([n])                                              | n= | <empty>
            NumFromDate("2024-01-01 01:00:00+01:00")                      |   | 133485408000000000
            NumFromDate(CDate("2024-01-01"))                              |   | 133485408000000000
            NumFromDate(Join("", "2024-01-01", "T", "00:00:00", "Z"))     |   | 133485408000000000
            NumFromDate("1601-01-01")                                     |   | 0
            NumFromDate("1600-12-31")                                     |   | <fails>
            FormatDateTime("03/07/2024 14:05", , "dd/MM/yyyy HH:mm", "yyyyMMdd'T'HHmm") | | 20240703T1405
            FormatDateTime("2024-7-3", "yyyy-M-d", "dd MMM yyyy")         |   | 03 Jul 2024
            FormatDateTime("20240703140501.0Z", , "yyyyMMddHHmmss.fZ", "yyyy-MM-dd") | | 2024-07-03
            FormatDateTime("2024-07-03+02:00", , "yyyy-MM-ddzzz", "yyyy-MM-dd") | | 2024-07-02
            FormatDateTime(CDate("2024-07-03"), , "M/d/yyyy hh:mm:ss tt", "yyyy-MM-dd HH:mm") | | 2024-07-03 00:00
            FormatDateTime("07:05", "HH:mm", "yyyy h:mm tt")              |   | 2026 7:05 AM
            FormatDateTime("2024-02-30", "yyyy-MM-dd", "d")               |   | <fails>
            FormatDateTime("", "yyyy-MM-dd", "d")                         |   | <missing>
            FormatDateTime([x], "yyyy-MM-dd", "d")                        |   | <missing>
            FormatDateTime([x], "yyyy-MM-dd", "yyyy")                     | x=[2024-01-01,2023-01-01] | [2024, 2023]
            FormatDateTime("2024-02-29", [f], "%d")                       | f=yyyy-MM-dd | 29
            FormatDateTime("2024-02-29", [f], "%d")                       | f=q'     | <fails>
            FormatDateTime("2024-02-29", "None", "yyyy-MM-dd", "%d")      |   | 29
            FormatDateTime(" 2024-02-29", "none", "yyyy-MM-dd", "%d")     |   | <fails>
            FormatDateTime(" 2024-02-29 ", "allowleadingWhite, AllowTrailingWhite", "yyyy-MM-dd", "%d") | | 29
            """)
    void dates_are_what_the_documentation_says(String expression, String object, String result) {
        assertThat(Evaluation.of(expression, object)).isEqualTo(result);
    }
}
