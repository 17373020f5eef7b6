package dev.writeback.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QuickstartTest {

    @Test
    void it_shows_a_plan_writes_it_and_finds_nothing_more_to_write() throws Exception {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        new Quickstart(new PrintStream(shown, true, StandardCharsets.UTF_8)).show();
        String text = shown.toString(StandardCharsets.UTF_8);

        assertThat(text)
                .contains("~ CN=ada,OU=People,DC=corp,DC=example")
                .contains("  - extensionAttribute1: Sales")
                .contains("  + extensionAttribute1: Research")
                .contains("NotCloudManaged")
                .contains("ProtectedEntry")
                .contains("2 written")
                .contains("feed.jsonl:5:")
                .contains("  proxyAddresses: X500:/o=Corp/ou=Exchange/cn=Recipients/cn=ada")
                .contains("  proxyAddresses: SMTP:countess@corp.example")
                .contains("  msExchRecipientDisplayType: -1073741818")
                .contains("COMPLETED: 0 written, 2 unchanged, 2 left alone, 0 failed")
                .doesNotContain("  extensionAttribute9: leaving soon\n  extensionAttribute9");
    }
}
