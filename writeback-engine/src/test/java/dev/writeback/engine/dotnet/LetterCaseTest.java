package dev.writeback.engine.dotnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterCaseTest {

    @ParameterizedTest
    @CsvSource({
        "tr-TR,istanbul,İSTANBUL",
        "tr,ı,I",
        "az-Latn-AZ,i,İ",
        "AZ,i,İ",
        "en-US,istanbul,ISTANBUL",
        "'',i,I",
        "'',ıİ,ıİ",
        "'',straße,STRAßE",
        "'',ﬁ,ﬁ",
        "'',ŉ,ŉ",
        "'',ς,Σ",
        "'',ǆ,Ǆ",
        "lt-LT,ì,Ì",
        "'',𐐨,𐐀"
    })
    void letters_become_capitals_one_for_one(String culture, String text, String upper) {
        assertThat(Culture.named(culture).upper(text)).isEqualTo(upper);
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR,IİSTANBUL,ıistanbul",
        "fr-FR,ÉCOLE,école",
        "'',ÉCOLE,école",
        "'',İı,İı",
        "'',ΟΔΟΣ,οδοσ",
        "'',Ǆ,ǆ",
        "lt-LT,Ì,ì",
        "'',𐐀x,𐐨x"
    })
    void capitals_become_small_letters_one_for_one(String culture, String text, String lower) {
        assertThat(Culture.named(culture).lower(text)).isEqualTo(lower);
    }

    @Test
    void no_character_changes_its_length() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            for (Culture culture : Culture.values()) {
                assertThat(Character.charCount(culture.upper(c)))
                        .as("U+%04X", c)
                        .isEqualTo(Character.charCount(c));
                assertThat(Character.charCount(culture.lower(c)))
                        .as("U+%04X", c)
                        .isEqualTo(Character.charCount(c));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en",
                "en-US",
                "EN-us",
                "ja-JP",
                "fil-PH",
                "haw-US",
                "gsw-CH",
                "zh-Hans-CN",
                "sr-Latn-RS",
                "es-419",
                "sq-XK"
            })
    void cultures_are_known(String name) {
        assertThat(Culture.named(name)).isEqualTo(Culture.INVARIANT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xx",
                "x",
                "english",
                "en_US",
                "en-",
                "-US",
                "en-XX",
                "en-USA",
                "en-US-x",
                "qqq",
                "deu-DE",
                "ab ",
                " ",
                "e1",
                "en-Fooo",
                "en-Latn-",
                "tr-TR-TR"
            })
    void other_cultures_are_refused(String name) {
        assertThatThrownBy(() -> Culture.named(name)).isInstanceOf(InvalidSettingException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "anna-maria VAN DYK~Anna-Maria Van Dyk",
                "o'hara~O'hara",
                "O'HARA~O'hara",
                "o’hara~O’Hara",
                "3rd~3Rd",
                "a1b~A1b",
                "x_y.z/w~X_Y.Z/W",
                "a+b=c$d~A+B=C$D",
                "(big) «one»~(Big) «One»",
                "ab\u0301c~Ab\u0301c",
                "ǆep~ǅep",
                "Ǆep~ǅep",
                "ß~ß",
                "ı i~ı I",
                "'tis~'Tis",
                "ⅷb~ⅷB",
                "𐐨𐐀~𐐀𐐨",
                "``~``"
            })
    void words_begin_with_a_capital(String text, String title) {
        assertThat(TitleCase.of(text)).isEqualTo(title);
        assertThat(TitleCase.of(text, "")).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "anna-maria VAN DYK~` `~Anna-maria Van Dyk",
                "anna-maria VAN DYK~-~Anna-Maria van dyk",
                "3rd floor~` `~3rd Floor",
                "a''b~'~A''B",
                "a.b-c~-.~A.B-C",
                "o'hara~` `~O'hara"
            })
    void only_the_given_separators_stand_between_words(String text, String separators, String title) {
        assertThat(TitleCase.of(text, separators)).isEqualTo(title);
    }

    @Test
    void white_space_is_trimmed() {
        assertThat(DotNetSpace.trim("  a b ")).isEqualTo("a b");
        assertThat(DotNetSpace.trim(
                        "\t\r\n\u000b\f\u0085\u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000a\u3000"))
                .isEqualTo("a");
        assertThat(DotNetSpace.trim(" \u00a0 ")).isEmpty();
        assertThat(DotNetSpace.trim("\u200ba\ufeff")).isEqualTo("\u200ba\ufeff");
    }
}
