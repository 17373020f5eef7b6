package dev.writeback.engine.dotnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReformatTest {

    private static final String FULL = "yyyy-MM-dd HH:mm:ss.fffffff";

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "d~7~%d",
                "dd~07~dd",
                "ddd~Wed~ddd",
                "dddd~Wednesday~dddd",
                "ddddd~Wednesday~ddddd",
                "M~2~%M",
                "MM~02~MM",
                "MMM~Feb~MMM",
                "MMMM~February~MMMM",
                "y~24~%y",
                "yy~24~yy",
                "yyy~2024~yyy",
                "yyyy~2024~yyyy",
                "yyyyy~02024~yyyyy",
                "H~15~%H",
                "HH~15~HH",
                "h~3~%h",
                "hh~03~hh",
                "hhh~03~hhh",
                "m~4~%m",
                "mm~04~mm",
                "s~5~%s",
                "ss~05~ss",
                "f~0~%f",
                "fff~067~fff",
                "fffffff~0678900~fffffff",
                "F~~%F",
                "FFF~067~FFF",
                "FFFFFFF~06789~FFFFFFF",
                "s.F~5~s.F",
                "s.FF~5.06~s.FF",
                "t~P~%t",
                "tt~PM~tt",
                "z~+0~%z",
                "zz~+00~zz",
                "zzz~+00:00~zzz",
                "K~~%K",
                "g~A.D.~%g",
                "gg~A.D.~gg",
                "time~15:04~HH:mm",
                "date~2/7~M/d",
                "quoted~day 7~'day 'd",
                "double~day 7~\"day \"d",
                "in quotes~it's 7~'it\\'s 'd",
                "escaped~d7~\\dd",
                "none~7~''d",
                "others~2024T02Z,x~yyyyTMMZ,x",
                "standard d~02/07/2024~d",
                "standard D~Wednesday, 07 February 2024~D",
                "standard t~15:04~t",
                "standard T~15:04:05~T",
                "standard f~Wednesday, 07 February 2024 15:04~f",
                "standard F~Wednesday, 07 February 2024 15:04:05~F",
                "standard g~02/07/2024 15:04~g",
                "standard G~02/07/2024 15:04:05~G",
                "standard M~February 07~M",
                "standard Y~2024 February~Y",
                "standard s~2024-02-07T15:04:05~s",
                "standard u~2024-02-07 15:04:05Z~u",
                "standard r~Wed, 07 Feb 2024 15:04:05 GMT~r",
                "standard o~2024-02-07T15:04:05.0678900~o",
                "documented~20240207150405.0Z~yyyyMMddHHmmss.fZ",
                "documented~2024-02-07+00:00~yyyy-MM-ddzzz",
                "documented~2/7/2024 03:04:05 PM~M/d/yyyy hh:mm:ss tt",
                "documented~2/7/2024 3:04:05 PM~M/d/yyyy h:mm:ss tt"
            })
    void a_date_is_printed(String what, String text, String format) {
        assertThat(DateReformat.of(FULL, format).apply("2024-02-07 15:04:05.0678900", 1999))
                .as(what)
                .contains(text == null ? "" : text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "7~%d~2023-01-07 00:00:00.0000000",
                "17~%d~2023-01-17 00:00:00.0000000",
                "7/2~d/M~2023-02-07 00:00:00.0000000",
                "07/02~dd/MM~2023-02-07 00:00:00.0000000",
                "Wed 7 FEB 2024~ddd d MMM yyyy~2024-02-07 00:00:00.0000000",
                "wednesday, 07 february 2024~D~2024-02-07 00:00:00.0000000",
                "49~yy~2049-01-01 00:00:00.0000000",
                "50~yy~1950-01-01 00:00:00.0000000",
                "9~%y~2009-01-01 00:00:00.0000000",
                "987~yyy~0987-01-01 00:00:00.0000000",
                "02024~yyyyy~2024-01-01 00:00:00.0000000",
                "2024~yyyy~2024-01-01 00:00:00.0000000",
                "5~%H~2023-01-01 05:00:00.0000000",
                "23:59~HH:mm~2023-01-01 23:59:00.0000000",
                "12:30~hh:mm~2023-01-01 00:30:00.0000000",
                "12:30 am~hh:mm tt~2023-01-01 00:30:00.0000000",
                "12:30 PM~h:mm tt~2023-01-01 12:30:00.0000000",
                "1:30 p~h:mm t~2023-01-01 13:30:00.0000000",
                "13:30 PM~H:mm tt~2023-01-01 13:30:00.0000000",
                "1:2:3~H:m:s~2023-01-01 01:02:03.0000000",
                "1.25~s.ff~2023-01-01 00:00:01.2500000",
                "1.25~s.FFFF~2023-01-01 00:00:01.2500000",
                "1~s.FFFF~2023-01-01 00:00:01.0000000",
                "1.~s.FFFF~2023-01-01 00:00:01.0000000",
                "1.1234567~s.fffffff~2023-01-01 00:00:01.1234567",
                "2024-02-29~yyyy-MM-dd~2024-02-29 00:00:00.0000000",
                "0001-01-01~yyyy-MM-dd~0001-01-01 00:00:00.0000000",
                "9999-12-31~yyyy-MM-dd~9999-12-31 00:00:00.0000000",
                "2024-01-01 01:00 +2~yyyy-MM-dd HH:mm z~2023-12-31 23:00:00.0000000",
                "2024-01-01 01:00 -02~yyyy-MM-dd HH:mm zz~2024-01-01 03:00:00.0000000",
                "2024-01-01 01:00 +05:30~yyyy-MM-dd HH:mm zzz~2023-12-31 19:30:00.0000000",
                "2024-01-01 01:00 +0530~yyyy-MM-dd HH:mm zzz~2023-12-31 19:30:00.0000000",
                "2024-01-01 01:00+05:30~yyyy-MM-dd HH:mmK~2023-12-31 19:30:00.0000000",
                "2024-01-01 01:00Z~yyyy-MM-dd HH:mmK~2024-01-01 01:00:00.0000000",
                "2024-01-01 01:00~yyyy-MM-dd HH:mmK~2024-01-01 01:00:00.0000000",
                "2024-02-07T15:04:05.0678900+01:00~o~2024-02-07 14:04:05.0678900",
                "Wed, 07 Feb 2024 15:04:05 GMT~r~2024-02-07 15:04:05.0000000",
                "2024 a.d.~yyyy g~2024-01-01 00:00:00.0000000",
                "20240207150405.0Z~yyyyMMddHHmmss.fZ~2024-02-07 15:04:05.0000000",
                "2024-02-07-05:00~yyyy-MM-ddzzz~2024-02-07 05:00:00.0000000",
                "2/7/2024 03:04:05 PM~M/d/yyyy hh:mm:ss tt~2024-02-07 15:04:05.0000000",
                "12/17/2024 11:04:05 AM~M/d/yyyy h:mm:ss tt~2024-12-17 11:04:05.0000000",
                "2024 24~yyyy yy~2024-01-01 00:00:00.0000000",
                "it's 7~'it\\'s 'd~2023-01-07 00:00:00.0000000",
                "  2024  ~yyyy~2024-01-01 00:00:00.0000000",
                "2024~yyyy ~2024-01-01 00:00:00.0000000",
                "2024~' 'yyyy~2024-01-01 00:00:00.0000000"
            })
    void a_date_is_read(String text, String format, String result) {
        assertThat(DateReformat.of(format, FULL).apply(text, 2023)).contains(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "2023-02-30~yyyy-MM-dd",
                "2023-02-29~yyyy-MM-dd",
                "2024-13-01~yyyy-MM-dd",
                "2024-00-01~yyyy-MM-dd",
                "0000-01-01~yyyy-MM-dd",
                "24-01-01~yyyy-MM-dd",
                "02024-01-01~yyyy-MM-dd",
                "2024-1-01~yyyy-MM-dd",
                "2024-01-01x~yyyy-MM-dd",
                "2024/01/01~yyyy-MM-dd",
                "Tue 7 Feb 2024~ddd d MMM yyyy",
                "00:30~hh:mm",
                "13:30~hh:mm",
                "24:00~HH:mm",
                "1:30~HH:mm",
                "12:60~HH:mm",
                "12:00:60~HH:mm:ss",
                "13:30 AM~H:mm tt",
                "1:30 xm~h:mm tt",
                "1.2~s.ff",
                "1.234~s.ff",
                "1.234~s.FF",
                "2024-01-01 +15:00~yyyy-MM-dd zzz",
                "2024-01-01 +05:60~yyyy-MM-dd zzz",
                "2024-01-01 05:00~yyyy-MM-dd zzz",
                "0001-01-01 +01:00~yyyy-MM-dd zzz",
                "9999-12-31 23 -01:00~yyyy-MM-dd HH zzz",
                "2024 25~yyyy yy",
                "20240101T~yyyyMMddZ",
                "20240101z~yyyyMMddZ",
                "2024  01~yyyy MM",
                "٢٠٢٤~yyyy",
                "~yyyy"
            })
    void what_does_not_fit_is_not_read(String text, String format) {
        assertThat(DateReformat.of(format, FULL).apply(text == null ? "" : text, 2023))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "RoundtripKind~2024-01-01T01:00Z~2024-01-01 01:00Z",
                "RoundtripKind~2024-01-01T01:00+02:00~2023-12-31 23:00+00:00",
                "RoundtripKind~2024-01-01T01:00~2024-01-01 01:00",
                "None~2024-01-01T01:00Z~2024-01-01 01:00+00:00",
                "AdjustToUniversal~2024-01-01T01:00+02:00~2023-12-31 23:00Z",
                "AdjustToUniversal~2024-01-01T01:00~2024-01-01 01:00",
                "assumeuniversal, adjusttouniversal~2024-01-01T01:00~2024-01-01 01:00Z",
                "AssumeUniversal~2024-01-01T01:00~2024-01-01 01:00+00:00",
                "AssumeLocal~2024-01-01T01:00~2024-01-01 01:00+00:00",
                "AssumeLocal,AdjustToUniversal~2024-01-01T01:00~2024-01-01 01:00Z"
            })
    void the_styles_say_what_the_time_is_relative_to(String styles, String text, String result) {
        assertThat(DateReformat.of(styles, "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd HH:mmK")
                        .apply(text, 2023))
                .contains(result);
    }

    @Test
    void the_styles_say_where_white_space_may_stand() {
        assertThat(DateReformat.of("None", "yyyy", "yyyy").apply(" 2024", 2023)).isEmpty();
        assertThat(DateReformat.of("None", "yyyy", "yyyy").apply("2024\t", 2023))
                .isEmpty();
        assertThat(DateReformat.of("AllowLeadingWhite", "yyyy", "yyyy").apply("\u00a02024", 2023))
                .contains("2024");
        assertThat(DateReformat.of("AllowTrailingWhite", "yyyy", "yyyy").apply(" 2024", 2023))
                .isEmpty();
        assertThat(DateReformat.of("AllowInnerWhite", "yyyy-MM", "MM").apply("2024 -  05", 2023))
                .contains("05");
        assertThat(DateReformat.of("AllowWhiteSpaces", "yyyy MM", "MM").apply(" 202405 ", 2023))
                .contains("05");
    }

    @Test
    void a_text_without_a_date_takes_this_year_or_the_first() {
        assertThat(DateReformat.of("HH:mm", "yyyy-MM-dd").apply("10:00", 2023)).contains("2023-01-01");
        assertThat(DateReformat.of("NoCurrentDateDefault", "HH:mm", "yyyy-MM-dd")
                        .apply("10:00", 2023))
                .contains("0001-01-01");
        assertThat(DateReformat.of("NoCurrentDateDefault", "MM", "yyyy-MM-dd").apply("02", 2023))
                .contains("2023-02-01");
        assertThat(DateReformat.of("d/M", "d").apply("29/2", 2024)).contains("02/29/2024");
        assertThat(DateReformat.of("d/M", "d").apply("29/2", 2023)).isEmpty();
    }

    @Test
    void the_examples_of_the_documentation_hold() {
        assertThat(DateReformat.of("dd/MM/yyyy HH:mm", "yyyyMMdd'T'HHmm").apply("03/07/2024 14:05", 2023))
                .contains("20240703T1405");
        assertThat(DateReformat.of("yyyy-M-d", "dd MMM yyyy").apply("2024-7-3", 2023))
                .contains("03 Jul 2024");
        assertThat(DateReformat.of("yyyy'Z'", "yyyyK").apply("2024Z", 2023)).contains("2024Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q", "U", "-", "'a", "\"a", "ab\\", "%", "d%", "%%d", "ffffffff", "yyyy FFFFFFFF"})
    void a_format_that_is_none_is_refused(String format) {
        assertThatThrownBy(() -> DateReformat.of(format, "yyyy")).isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> DateReformat.of("yyyy", format)).isInstanceOf(InvalidSettingException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Roundtrip",
                "AssumeLocal,AssumeUniversal",
                "RoundtripKind,AssumeLocal",
                "AdjustToUniversal, RoundtripKind",
                "roundtripkind,ASSUMEUNIVERSAL"
            })
    void styles_that_are_none_or_exclude_each_other_are_refused(String styles) {
        assertThatThrownBy(() -> DateReformat.of(styles, "yyyy", "yyyy")).isInstanceOf(InvalidSettingException.class);
    }
}
