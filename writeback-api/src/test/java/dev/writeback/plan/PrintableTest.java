package dev.writeback.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "R&D", "Ünlü İĞ ı", "東京 \uD83D\uDE00", "\\u0041", "a\u00a0b"})
    void what_only_shows_itself_stays_as_it_is(String text) {
        assertThat(Printable.of(text)).isEqualTo(text);
    }

    @Test
    void what_does_something_is_shown_as_its_code() {
        assertThat(Printable.of("a\nb\r\u0000\u001b[2J\u007f\u0085"))
                .isEqualTo("a\\u000ab\\u000d\\u0000\\u001b[2J\\u007f\\u0085");
        assertThat(Printable.of("\u202egnp\u2066\u200b\ufeff\u2028"))
                .isEqualTo("\\u202egnp\\u2066\\u200b\\ufeff\\u2028");
        assertThat(Printable.of("x\uDB40\uDC01y")).isEqualTo("x\\u{e0001}y");
        assertThat(Printable.of("half \uD83D of \uDE00")).isEqualTo("half \\ud83d of \\ude00");
    }
}
