package dev.writeback.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingFunctionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ConvertToBase64("Zürich")                   |                                          | WgD8AHIAaQBjAGgA
            ConvertToBase64("")                         |                                          | <empty>
            ConvertToBase64([x])                        |                                          | <missing>
            ConvertToBase64([bin])                      | bin=0x000102                             | AAEC
            ConvertToBase64([bin])                      | bin=[0x000102,a]                         | [AAEC, YQA=]
            ConvertToBase64(7)                          |                                          | NwA=
            ConvertFromBase64("w5xiZXI=", UTF8)         |                                          | Über
            ConvertFromBase64("WgD8AHIAaQBjAGgA")       |                                          | Zürich
            ConvertFromBase64("WgD8AHIAaQBjAGgA", )     |                                          | Zürich
            ConvertFromBase64("WgD8AHIAaQBjAGgA", Unicode)|                                        | Zürich
            ConvertFromBase64("YWI=", ASCII)            |                                          | ab
            ConvertFromBase64("w5xiZXI=", ASCII)        |                                          | <fails>
            ConvertFromBase64("YQ==")                   |                                          | <fails>
            ConvertFromBase64("/w==", UTF8)             |                                          | <fails>
            ConvertFromBase64("no base64!")             |                                          | <fails>
            ConvertFromBase64("")                       |                                          | <empty>
            ConvertFromBase64([x])                      |                                          | <missing>
            ConvertToUTF8Hex("Grüße")                   |                                          | 4772C3BCC39F65
            ConvertToUTF8Hex("")                        |                                          | <empty>
            ConvertToUTF8Hex([x])                       |                                          | <missing>
            BitAnd(&H1C, 10)                            |                                          | 8
            BitAnd(&h1c, "10")                          |                                          | 8
            BitAnd(-1, 9223372036854775807)             |                                          | 9223372036854775807
            BitAnd(&HFFFFFFFFFFFFFFFF, 5)               |                                          | 5
            BitAnd([x], 5)                              |                                          | <missing>
            BitAnd(5, [x])                              |                                          | <fails>
            BitAnd([x], 5)                              | x=abc                                    | <fails>
            BitAnd([x], 5)                              | x=7                                      | 5
            BitAnd([x], 5)                              | x=9223372036854775808                    | <fails>
            StringFromSid([s])                          | s=0x01020000000000052000000020020000     | S-1-5-32-544
            StringFromSid([s])                          | s=0x010100000000000500000080             | S-1-5-2147483648
            StringFromSid([s])                          | s=0x0101010000000000ffffffff             | S-1-0x010000000000-4294967295
            StringFromSid([s])                          | s=0x010200000000000520000000             | <fails>
            StringFromSid([s])                          | s=S-1-5-32                               | <fails>
            StringFromSid([s])                          |                                          | <missing>
            StringFromSid([s])                          | s=[0x010100000000000500000080,0x010100000000000501000000] | [S-1-5-2147483648, S-1-5-1]
            """)
    void bytes_and_bits_are_what_the_documentation_says(String expression, String object, String result) {
        assertThat(Evaluation.of(expression, object)).isEqualTo(result);
    }
}
