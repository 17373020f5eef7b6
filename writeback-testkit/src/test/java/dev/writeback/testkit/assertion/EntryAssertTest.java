package dev.writeback.testkit.assertion;

import static dev.writeback.testkit.assertion.WritebackAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.testkit.directory.EntrySnapshot;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntryAssertTest {

    private final InMemoryActiveDirectory directory =
            InMemoryActiveDirectory.builder().users(1).start();

    private final EntrySnapshot before = directory.user(0);

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void says_nothing_where_all_is_as_it_was_expected() throws Exception {
        change("replace: extensionAttribute1", "extensionAttribute1: R&D", "-", "delete: proxyAddresses");

        assertThat(directory.user(0))
                .holds("EXTENSIONATTRIBUTE1", "R&D")
                .holdsNo("proxyAddresses")
                .holds("objectGUID", before.immutableId())
                .differsFrom(before, "proxyaddresses", "extensionAttribute1");
        assertThat(before).differsFrom(before);
    }

    @Test
    void shows_each_value_that_is_missing_or_that_nobody_expected() throws Exception {
        change("replace: proxyAddresses", "proxyAddresses: SMTP:ada@x", "proxyAddresses: smtp:al@x");

        assertThat(catchThrowable(
                        () -> assertThat(directory.user(0)).holds("proxyAddresses", "smtp:ada@x", "smtp:al@x")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        proxyAddresses of %s:
                          - smtp:ada@x   # expected, and not there
                          + SMTP:ada@x   # there, and not expected   # only its case differs from smtp:ada@x
                            smtp:al@x""".formatted(before.dn()));
        assertThat(catchThrowable(() -> assertThat(directory.user(0)).holdsNo("proxyAddresses")))
                .hasMessageContaining("  + SMTP:ada@x   # there, and not expected");
    }

    @Test
    void shows_what_changed_that_was_to_stay_and_what_stayed_that_was_to_change() throws Exception {
        change("replace: extensionAttribute1", "extensionAttribute1: R&D");

        assertThat(catchThrowable(() -> assertThat(directory.user(0)).differsFrom(before, "displayName")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("displayName, which was to change, is as it was:\n    " + value("displayName"))
                .hasMessageContaining("extensionAttribute1, which was to stay:\n")
                .hasMessageContaining("  + R&D");
    }

    @Test
    void takes_entries_of_a_sink() {
        DirectoryEntry entry = new DirectoryEntry(
                new EntryId(new ObjectGuid(before.objectGuid()), Dn.of(before.dn())),
                Map.of(AttributeName.of("mail"), List.of(AttributeValue.text("ada@x"))),
                "dc1");

        assertThat(entry).holds("mail", "ada@x").holdsNo("title").differsFrom(entry);
        assertThat(catchThrowable(() -> assertThat(entry).holds("mail", "bob@x")))
                .hasMessageContaining("mail of " + before.dn());
    }

    @Test
    void takes_nothing_for_a_failure() {
        assertThat(catchThrowable(() -> assertThat((EntrySnapshot) null).holdsNo("mail")))
                .isInstanceOf(AssertionError.class);
        assertThat(catchThrowable(() -> assertThat((DirectoryEntry) null).differsFrom(before)))
                .isInstanceOf(AssertionError.class);
    }

    private String value(String attribute) {
        return before.value(attribute).orElseThrow();
    }

    private void change(String... lines) throws Exception {
        String[] all = new String[lines.length + 2];
        all[0] = "dn: " + before.dn();
        all[1] = "changetype: modify";
        System.arraycopy(lines, 0, all, 2, lines.length);
        directory.modify(all);
    }
}
