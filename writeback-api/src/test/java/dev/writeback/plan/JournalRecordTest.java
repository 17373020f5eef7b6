package dev.writeback.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalRecordTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final CloudObjectId ADA = CloudObjectId.of("ada");
    private static final AttributeName PIN = AttributeName.of("extensionAttribute9");
    private static final List<AttributeValue> SECRET = List.of(AttributeValue.text("4711"));

    private static JournalRecord.Decided decided(Disclosure disclosure, Side choice) {
        return new JournalRecord.Decided("run", NOW, ADA, PIN, choice, SECRET, List.of(), disclosure);
    }

    @Test
    void a_decision_is_shown_without_the_values_that_are_not_to_be_seen() {
        assertThat(decided(Disclosure.REDACTED, Side.CLOUD).shown().toString())
                .contains("[Redact]")
                .doesNotContain("4711");
        assertThat(decided(Disclosure.OPEN, Side.CLOUD).shown()).isEqualTo(decided(Disclosure.OPEN, Side.CLOUD));
    }

    @Test
    void a_decision_is_for_one_side() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decided(Disclosure.OPEN, Side.BOTH))
                .withMessageContaining("one side");
    }

    @Test
    void a_write_is_shown_without_the_values_that_are_not_to_be_seen() {
        EntryId entry = new EntryId(new ObjectGuid(new UUID(1, 2)), Dn.of("CN=Ada,DC=corp"));
        JournalRecord.Change change = new JournalRecord.Change(PIN, List.of(), SECRET, Disclosure.REDACTED);

        assertThat(new JournalRecord.Written("run", NOW, ADA, entry, List.of(change))
                        .shown()
                        .toString())
                .contains("[Redact]")
                .doesNotContain("4711");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JournalRecord.Written("run", NOW, ADA, entry, List.of()))
                .withMessageContaining("CN=Ada");
    }
}
