package dev.writeback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Modification;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Short forms of what is asked of a sink. */
final class SinkCall {

    static final AttributeName ONE = AttributeName.of("extensionAttribute1");
    static final AttributeName TWO = AttributeName.of("extensionAttribute2");
    static final AttributeName ADDRESSES = AttributeName.of("proxyAddresses");
    static final AttributeName MAIL = AttributeName.of("mail");
    static final AttributeName MAILBOX = AttributeName.of("msExchMailboxGuid");
    static final AttributeName CONSISTENCY = AttributeName.of("mS-DS-ConsistencyGuid");
    static final AttributeName EXTERNAL_ID = AttributeName.of("msDS-ExternalDirectoryObjectId");
    static final AttributeName UNKNOWN = AttributeName.of("noSuchAttribute");

    static final Map<AttributeName, AttributeSyntax> ATTRIBUTES = Map.of(
            ONE, AttributeSyntax.CASE_IGNORE,
            TWO, AttributeSyntax.CASE_IGNORE,
            ADDRESSES, AttributeSyntax.ADDRESS,
            MAILBOX, AttributeSyntax.OCTETS);

    private SinkCall() {}

    static LookupOutcome lookup(DirectorySink sink, Anchor... anchors) {
        List<LookupOutcome> outcomes = sink.lookup(new LookupRequest(List.of(List.of(anchors)), ATTRIBUTES));
        assertThat(outcomes).as("outcomes of a lookup of one entry").hasSize(1);
        return outcomes.get(0);
    }

    static Anchor immutableId(ObjectGuid guid) {
        return new Anchor.ImmutableId(guid);
    }

    /** The entry, which must be found by its objectGUID. */
    static DirectoryEntry entry(DirectorySink sink, ObjectGuid guid) {
        return entry(lookup(sink, immutableId(guid)));
    }

    static DirectoryEntry entry(LookupOutcome outcome) {
        assertThat(outcome).as("the outcome of a lookup that finds its entry").isInstanceOf(LookupOutcome.Found.class);
        return ((LookupOutcome.Found) outcome).entry();
    }

    static WriteOutcome write(DirectorySink sink, DirectoryEntry entry, Modification... modifications) {
        return sink.write(new EntryWrite(entry.id(), entry.server(), List.of(modifications)));
    }

    static Modification change(AttributeName attribute, List<AttributeValue> remove, List<AttributeValue> add) {
        return new Modification(attribute, remove, add);
    }

    static List<AttributeValue> texts(String... texts) {
        return Stream.of(texts).map(AttributeValue::text).toList();
    }

    static CheckRequest check(Map<AttributeName, AttributeSyntax> writes) {
        return new CheckRequest(writes, List.of(), Instant.EPOCH);
    }

    static void assertRefused(DirectorySink sink, String what, Anchor... anchors) {
        assertThat(lookup(sink, anchors))
                .as("the outcome for %s; a guess writes one person's data to another", what)
                .isInstanceOf(LookupOutcome.Ambiguous.class);
    }

    static void assertStale(WriteOutcome outcome) {
        assertThat(outcome)
                .as("the outcome of a write that somebody was faster than; applied, it overwrites them unseen")
                .isInstanceOf(WriteOutcome.Stale.class);
    }
}
