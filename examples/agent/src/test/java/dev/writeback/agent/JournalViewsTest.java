package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldif.LDIFModifyChangeRecord;
import com.unboundid.ldif.LDIFReader;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.JournalRecord.Change;
import dev.writeback.plan.JournalRecord.Decided;
import dev.writeback.plan.JournalRecord.Written;
import dev.writeback.plan.Side;
import dev.writeback.spi.JournalLine;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalViewsTest {

    private static final CloudObjectId OBJECT = CloudObjectId.of("a");
    private static final EntryId ENTRY =
            new EntryId(new ObjectGuid(new UUID(1, 2)), Dn.of("CN=Ünal,OU=People,DC=corp,DC=example"));

    @Test
    void ldif_holds_what_was_sent_and_what_was_there_before_as_comments() throws Exception {
        String ldif = ldif(written(
                change("proxyAddresses", List.of("SMTP:a@x", "smtp:kept@x"), List.of("smtp:kept@x", "SMTP:b@x")),
                change("extensionAttribute1", List.of(), List.of("ü"))));

        assertThat(ldif.lines())
                .contains(
                        "# before: proxyAddresses: SMTP:a@x",
                        "# before: proxyAddresses: smtp:kept@x",
                        "# before: no extensionAttribute1")
                .allMatch(line -> line.length() <= 76);
        try (LDIFReader reader = new LDIFReader(new BufferedReader(new StringReader(ldif)))) {
            LDIFModifyChangeRecord record = (LDIFModifyChangeRecord) reader.readChangeRecord();
            assertThat(record.getModifications()).hasSize(3);
            assertThat(record.getModifications()[0].getValues()).containsExactly("SMTP:a@x");
            assertThat(record.getModifications()[1].getValues()).containsExactly("SMTP:b@x");
            assertThat(record.getModifications()[2].getValues()).containsExactly("ü");
            assertThat(reader.readChangeRecord()).isNull();
        }
    }

    @Test
    void ldif_of_what_is_not_to_be_seen_is_a_comment() throws Exception {
        Change hidden = new Change(
                AttributeName.of("extensionAttribute1"),
                List.of(AttributeValue.text("[Redact]")),
                List.of(AttributeValue.text("[Redact]")),
                Disclosure.REDACTED);
        String ldif = ldif(written(hidden));
        assertThat(ldif.lines().skip(1)).allMatch(line -> line.isEmpty() || line.startsWith("# "));
        assertThat(ldif).contains("extensionAttribute1 was written: [[Redact]] -> [[Redact]]");
    }

    @Test
    void ldif_of_a_decision_is_a_comment() throws Exception {
        assertThat(ldif(decided()).lines().skip(1)).allMatch(line -> line.isEmpty() || line.startsWith("# "));
    }

    @Test
    void the_list_says_who_wrote_what_and_what_was_there_before() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(stream, stream, Terminal.Kind.PIPE, Map.of());
        try (JournalList list =
                new JournalList(new Output(terminal, Output.Form.TEXT, Output.Volume.FULL, Paint.PLAIN))) {
            list.show(new JournalLine(1, written(change("extensionAttribute1", List.of(), List.of("x\u001b")))));
            list.show(new JournalLine(2, decided()));
        }
        stream.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "2026-01-02T03:04:05Z  run r2, undoes r1  CN=Ünal,OU=People,DC=corp,DC=example",
                        "  extensionAttribute1: (nothing) -> x\\u001b",
                        "2026-01-02T03:04:05Z  run r3  object a",
                        "  extensionAttribute1: decided for the cloud, cloud c, directory d");
    }

    private static String ldif(JournalRecord record) throws IOException {
        StringWriter text = new StringWriter();
        try (JournalLdif ldif = JournalLdif.to(text)) {
            ldif.show(new JournalLine(7, record));
        }
        return text.toString();
    }

    private static Written written(Change... changes) {
        return new Written(
                "r2", Instant.parse("2026-01-02T03:04:05Z"), OBJECT, ENTRY, List.of(changes), Optional.of("r1"));
    }

    private static Decided decided() {
        return new Decided(
                "r3",
                Instant.parse("2026-01-02T03:04:05Z"),
                OBJECT,
                AttributeName.of("extensionAttribute1"),
                Side.CLOUD,
                List.of(AttributeValue.text("c")),
                List.of(AttributeValue.text("d")),
                Disclosure.OPEN);
    }

    private static Change change(String attribute, List<String> before, List<String> after) {
        return new Change(AttributeName.of(attribute), values(before), values(after), Disclosure.OPEN);
    }

    private static List<AttributeValue> values(List<String> texts) {
        return texts.stream().map(AttributeValue::text).toList();
    }
}
