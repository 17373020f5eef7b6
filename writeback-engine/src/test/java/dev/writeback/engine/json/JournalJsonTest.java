package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.JournalRecord.Change;
import dev.writeback.plan.JournalRecord.Decided;
import dev.writeback.plan.JournalRecord.Written;
import dev.writeback.plan.Side;
import dev.writeback.spi.JournalLine;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalJsonTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final AttributeName NAME = AttributeName.of("extensionAttribute1");

    @Test
    void the_journal_is_one_document_a_record_a_line() throws IOException {
        String document = document(written(Disclosure.OPEN, Optional.empty()), decided());

        assertThat(document.lines())
                .containsExactly(
                        "{\"format\":\"writeback-journal/1\",\"lines\":[",
                        "{\"number\":1,\"type\":\"written\",\"run\":\"r\",\"at\":\"2026-01-02T03:04:05Z\",\"object\":\"%s\",\"entry\":{\"guid\":\"%s\",\"dn\":\"%s\"},\"undoes\":null,\"changes\":[{\"attribute\":\"extensionAttribute1\",\"redacted\":false,\"before\":[],\"after\":[\"x\",{\"base64\":\"AQI=\"}]}]},"
                                .formatted(
                                        Samples.ADA,
                                        Samples.ENTRY.guid(),
                                        Samples.ENTRY
                                                .dn()
                                                .value()
                                                .replace("\\", "\\\\")
                                                .replace("\"", "\\\"")),
                        "{\"number\":2,\"type\":\"decided\",\"run\":\"r\",\"at\":\"2026-01-02T03:04:05Z\",\"object\":\"%s\",\"attribute\":\"extensionAttribute1\",\"choice\":\"directory\",\"cloud\":[\"c\"],\"directory\":[\"d\"]}"
                                .formatted(Samples.ADA),
                        "]}");
        assertThat(SchemaCheck.violations("journal.schema.json", document)).isEmpty();
        assertThat(SchemaCheck.violations("journal.schema.json", document())).isEmpty();
    }

    @Test
    void an_undo_names_the_run_that_it_takes_back() throws IOException {
        String document = document(written(Disclosure.OPEN, Optional.of("before")));
        assertThat(document).contains("\"undoes\":\"before\"");
        assertThat(SchemaCheck.violations("journal.schema.json", document)).isEmpty();
    }

    @Test
    void values_that_are_not_to_be_seen_are_replaced() throws IOException {
        String document = document(written(Disclosure.REDACTED, Optional.empty()));
        assertThat(document).contains("\"redacted\":true,\"before\":[],\"after\":[\"[Redact]\"]");
        assertThat(SchemaCheck.violations("journal.schema.json", document)).isEmpty();
    }

    private static String document(JournalRecord... records) throws IOException {
        StringWriter text = new StringWriter();
        try (JournalJson json = JournalJson.to(text)) {
            for (int i = 0; i < records.length; i++) {
                json.add(new JournalLine(i + 1, records[i]));
            }
        }
        return text.toString();
    }

    private static Written written(Disclosure disclosure, Optional<String> undoes) {
        Change change = new Change(
                NAME,
                List.of(),
                List.of(AttributeValue.text("x"), AttributeValue.octets(new byte[] {1, 2})),
                disclosure);
        return new Written("r", AT, Samples.ADA, Samples.ENTRY, List.of(change), undoes);
    }

    private static Decided decided() {
        return new Decided(
                "r",
                AT,
                Samples.ADA,
                NAME,
                Side.DIRECTORY,
                List.of(AttributeValue.text("c")),
                List.of(AttributeValue.text("d")),
                Disclosure.OPEN);
    }
}
