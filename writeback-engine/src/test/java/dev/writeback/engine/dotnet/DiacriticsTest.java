package dev.writeback.engine.dotnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiacriticsTest {

    @ParameterizedTest
    @CsvSource({
        "a,ä à â ã å á ą ă ā ā́ ā̀ ā̂ ā̃ ā̈ ǟ ǡ a̱ å̄",
        "ae,æ ǣ",
        "c,ç č ć c̄ c̱",
        "d,ď d̄ ḏ",
        "e,ë è é ê ę ě ė ē ḗ ḕ ē̂ ē̃ ê̄ e̱ ë̄ e̊̄",
        "g,ğ ḡ g̱",
        "i,ï î ì í ī ī́ ī̀ ī̂ ī̃ i̱ ı",
        "l,ľ ł l̄ ḹ ḻ",
        "n,ñ ń ň n̄ ṉ",
        "o,ö ò ő õ ô ó ō ṓ ṑ ō̂ ō̃ ȫ ō̈ ǭ ȭ ȱ o̱",
        "oe,ø ø̄ œ œ̄",
        "r,ř r̄ ṟ ṝ",
        "s,š ś ș ş s̄ s̱",
        "t,ť ț t̄ ṯ",
        "u,ü ù û ú ů ű ū ū́ ū̀ ū̂ ū̃ u̇̄ ǖ ṻ ṳ̄ u̱",
        "y,ÿ ý ȳ ȳ́ ȳ̀ ȳ̃ y̱",
        "z,ź ž ż z̄ ẕ"
    })
    void letters_lose_their_marks(String plain, String letters) {
        for (String letter : letters.split(" ")) {
            for (Normalizer.Form form : new Normalizer.Form[] {Normalizer.Form.NFC, Normalizer.Form.NFD}) {
                String spelled = Normalizer.normalize(letter, form);
                assertThat(Diacritics.normalize(spelled)).as(letter).isEqualTo(plain);
                if (!letter.equals("ı")) {
                    assertThat(Diacritics.normalize(spelled.toUpperCase(Locale.ROOT)))
                            .as(letter)
                            .isEqualTo(plain.toUpperCase(Locale.ROOT));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'Müller-Ødegård, Straße 5','Muller-OEdegard, Strasse 5'",
        "Øst,OEst",
        "İzmir,Izmir",
        "Iğdır,Igdir",
        "ķģŵ,kgw",
        "đðþħŧẞ,đðþħŧẞ",
        "Łódź,Lodz",
        "plain,plain",
        "й한が,й한が",
        "ά,ά",
        "Đ\u0301,Đ",
        "한,한"
    })
    void other_letters_stay(String text, String plain) {
        assertThat(Diacritics.normalize(text)).isEqualTo(plain);
    }

    @Test
    void marks_of_other_scripts_stay() {
        assertThat(Diacritics.normalize("и\u0306a\u0306")).isEqualTo("йa");
        assertThat(Diacritics.normalize("1\u0301")).isEqualTo("1\u0301");
    }
}
