package dev.writeback.engine.dotnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {

    @Test
    void base64_is_of_utf_16_or_of_bytes() {
        assertThat(Base64Text.encode("Zürich")).isEqualTo("WgD8AHIAaQBjAGgA");
        assertThat(Base64Text.encode("")).isEmpty();
        assertThat(Base64Text.encode("\ud800")).isEqualTo(Base64Text.encode("\ufffd"));
        assertThat(Base64Text.encode(new byte[] {-1, 0})).isEqualTo("/wA=");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF8,w5xiZXI=,Über",
        "UTF8,w5xi\tZXI=,Über",
        "Unicode,WgD8AHIAaQBjAGgA,Zürich",
        "ASCII,QWI=,Ab",
        "UTF8,'',''"
    })
    void base64_is_decoded(String encoding, String base64, String text) {
        assertThat(Base64Text.decode(base64, TextEncoding.named(encoding))).contains(text);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF8,w5xiZXI",
        "UTF8,w5xiZXI==",
        "UTF8,w5xi*XI=",
        "UTF8,w5xi-_I=",
        "UTF8,=",
        "UTF8,QQ=Q",
        "UTF8,/wA=",
        "UTF8,7aCA",
        "ASCII,w5xiZXI=",
        "Unicode,QWJj",
        "Unicode,ANg="
    })
    void what_is_malformed_is_not_decoded(String encoding, String base64) {
        assertThat(Base64Text.decode(base64, TextEncoding.named(encoding))).isEmpty();
    }

    @Test
    void other_encodings_are_refused() {
        assertThatThrownBy(() -> TextEncoding.named("utf8")).isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> TextEncoding.named("")).isInstanceOf(InvalidSettingException.class);
    }

    @ParameterizedTest
    @CsvSource({"Grüße,4772C3BCC39F65", "'',''", "😀,F09F9880", "ab,6162"})
    void utf_8_is_written_in_capital_digits(String text, String hex) {
        assertThat(Utf8Hex.of(text)).isEqualTo(hex);
    }

    @Test
    void half_a_pair_is_replaced_as_in_dot_net() {
        assertThat(Utf8Hex.of("a\ud800b😀")).isEqualTo("61EFBFBD62F09F9880");
    }

    @ParameterizedTest
    @CsvSource({
        "01020000000000052000000020020000,S-1-5-32-544",
        "010500000000000515000000ffffffff0100000002000000f4010000,S-1-5-21-4294967295-1-2-500",
        "0100000000000005,S-1-5",
        "010100010000000001000000,S-1-0x000100000000-1",
        "01010000ffffffff01000000,S-1-4294967295-1"
    })
    void a_security_identifier_is_text(String bytes, String text) {
        assertThat(SecurityIdentifierText.of(HexFormat.of().parseHex(bytes))).contains(text);
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "01",
        "01010000000000",
        "0101000000000005",
        "010200000000000520000000",
        "01000000000000050000",
        "0180000000000005"
    })
    void bytes_of_another_length_are_none(String bytes) {
        assertThat(SecurityIdentifierText.of(HexFormat.of().parseHex(bytes))).isEmpty();
    }

    @Test
    void no_identifier_has_more_than_15_parts() {
        byte[] sid = new byte[8 + 16 * 4];
        sid[1] = 16;

        assertThat(SecurityIdentifierText.of(sid)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "CN=Ruiz\\, Eva,OU=Legal,DC=fabrikam,DC=example~1~Ruiz, Eva",
                "CN=Ruiz\\, Eva,OU=Legal,DC=fabrikam,DC=example~2~Legal",
                "CN=Ruiz\\, Eva,OU=Legal,DC=fabrikam,DC=example~4~example",
                "CN=Ruiz\\, Eva,OU=Legal,DC=fabrikam,DC=example~5~missing",
                "CN=a,DC=b~0~missing",
                "CN=a,DC=b~-1~missing",
                "CN=a,DC=b~9223372036854775807~missing",
                "CN = a b , OU = c~1~a b",
                "CN = a b , OU = c~2~c",
                "CN=a+SN=b,OU=c~1~a",
                "CN=a+SN=b,OU=c~2~c",
                "CN=a\\+b,OU=c~1~a+b",
                "CN=J\\C3\\BCrgen\\2C x,OU=c~1~Jürgen, x",
                "CN=\\ a\\ ,OU=c~1~' a '",
                "CN=a=b,OU=c~1~a=b",
                "CN=a\\\\,OU=c~2~c",
                "CN=a\\22,OU=c~1~a\"",
                "1.2.3=#0402AB,OU=c~1~#0402AB",
                "CN=a;OU=b~1~malformed",
                "CN=a,,OU=b~1~malformed",
                "CN=a,OU~1~malformed",
                "nobody~1~malformed",
                "CN=a\\~1~malformed",
                "=a~1~malformed"
            })
    void a_component_of_a_name_is_its_value(String dn, long number, String value) {
        assertThat(DnComponent.of(dn, number).match(text -> text, () -> "missing", () -> "malformed"))
                .isEqualTo(value);
    }
}
