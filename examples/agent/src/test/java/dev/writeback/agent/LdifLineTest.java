package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldif.LDIFReader;
import dev.writeback.model.AttributeValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LdifLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                " leading",
                "trailing ",
                ":colon",
                "<less",
                "R&D",
                "ünlü",
                "two\nlines",
                "\u0000",
                "a:b<c"
            })
    void whatever_the_value_is_it_is_read_back(String value) throws Exception {
        String text = LdifLine.of("extensionAttribute1", AttributeValue.text(value.repeat(40)));

        assertThat(text.lines()).allMatch(line -> line.length() <= 76);
        assertThat(LDIFReader.decodeEntry(("dn: CN=x\n" + text).split("\n")).getAttributeValue("extensionAttribute1"))
                .isEqualTo(value.repeat(40));
    }

    @Test
    void text_is_readable_where_it_may_be_and_bytes_never() {
        assertThat(LdifLine.of("a", AttributeValue.text("R&D"))).isEqualTo("a: R&D\n");
        assertThat(LdifLine.of("a", AttributeValue.octets(new byte[] {65}))).isEqualTo("a:: QQ==\n");
        assertThat(LdifLine.comment("two\nlines")).isEqualTo("dHdvCmxpbmVz");
    }
}
