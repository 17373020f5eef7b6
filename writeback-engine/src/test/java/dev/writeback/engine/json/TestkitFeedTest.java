package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.RejectedChange;
import dev.writeback.spi.SourceRead;
import dev.writeback.testkit.cloud.CloudMailbox;
import dev.writeback.testkit.cloud.FileFeed;
import dev.writeback.testkit.cloud.GeneratedMailboxes;
import dev.writeback.testkit.cloud.ScriptedCloud;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the testkit writes as a feed is read as the changes that it was. */
class TestkitFeedTest {

    @TempDir
    Path folder;

    private record Read(List<CloudChange> changes, List<RejectedChange> rejected, Cursor end) {}

    private Read read(@Nullable Cursor from) {
        CloudSource source = JsonLinesSource.of(folder);
        List<CloudChange> changes = new ArrayList<>();
        List<RejectedChange> rejected = new ArrayList<>();
        Cursor place = from;
        SourceRead.Rest rest = SourceRead.Rest.MORE;
        while (rest == SourceRead.Rest.MORE) {
            SourceRead.Page page = (SourceRead.Page) source.read(place);
            changes.addAll(page.changes());
            rejected.addAll(page.rejected());
            place = page.next();
            rest = page.rest();
        }
        return new Read(changes, rejected, Objects.requireNonNull(place));
    }

    @Test
    void hostile_values_come_back_to_the_character() {
        StringBuilder controls = new StringBuilder();
        IntStream.rangeClosed(0, 0xff).forEach(c -> controls.append((char) c));
        CloudMailbox ada = CloudMailbox.of("a\"\\d\u0130a \ud83d\ude00")
                .anchoredAt(new UUID(7, 1))
                .anchoredBy(new Anchor.ExternalDirectoryObjectId("User_\"x\""))
                .anchoredBy(new Anchor.SecurityIdentifier("S-1-5-21-1-2-3-1104"))
                .anchoredBy(new Anchor.DistinguishedName(Dn.of("CN=A\\, \\\"L\\\",OU=People,DC=corp,DC=example")))
                .stating("CustomAttribute1", controls.toString(), " ", "\u2028\u2029\ufeff\uffff", "null", "\\u0041")
                .stating("CustomAttribute2", "{\"ref\":\"x\"}")
                .stating("Count", AttributeValue.whole(Long.MIN_VALUE), AttributeValue.whole(Long.MAX_VALUE))
                .stating("Flag", new AttributeValue.Flag(false))
                .stating("ArchiveGuid", AttributeValue.octets(new byte[] {0, (byte) 0xff, 10, 13, 0}))
                .stating("GrantSendOnBehalfTo", new AttributeValue.Reference(CloudObjectId.of("b\"ob")))
                .clearing("CustomAttribute3");
        List<CloudChange> changes = List.of(
                ada.change(),
                ada.unversioned().change(),
                ada.version(Long.MAX_VALUE).removal(),
                new CloudChange.Update(
                        CloudObjectId.of("timed"),
                        OptionalLong.of(0),
                        List.of(),
                        Map.of(),
                        Optional.of(Instant.parse("2026-01-02T03:04:05.123456789Z"))));

        FileFeed.in(folder).add(changes);

        assertThat(read(null).changes()).isEqualTo(changes);
        assertThat(read(null).rejected()).isEmpty();
    }

    @Test
    void a_script_comes_back_whole_with_what_cannot_be_read_and_then_as_far_as_it_grew() {
        GeneratedMailboxes mailboxes = GeneratedMailboxes.of(5, 3_000).changing(0.1);
        ScriptedCloud cloud = ScriptedCloud.empty()
                .states(mailboxes)
                .repeating(0.1, 2)
                .reordered(3)
                .late(4)
                .malformed("{oops");
        FileFeed feed = FileFeed.in(folder).write(cloud);
        Read first = read(null);
        assertThat(first.changes())
                .hasSizeGreaterThan(3_000)
                .containsAll(mailboxes.cycle(0).toList());
        assertThat(first.rejected()).extracting(RejectedChange::content).containsExactly("{oops");

        feed.write(cloud.changes(mailboxes, 1)).unfinished(mailboxes.change(0, 2));
        Read second = read(first.end());
        assertThat(second.changes())
                .containsExactlyElementsOf(mailboxes.cycle(1).toList());
        assertThat(second.rejected()).hasSize(1);

        feed.finish();
        assertThat(read(second.end()).changes()).containsExactly(mailboxes.change(0, 2));
    }

    @Test
    void half_of_a_surrogate_pair_is_written_and_refused() {
        FileFeed.in(folder)
                .add(Stream.of("\ud83d", "x\ude00", "\ude00\ud83d")
                        .map(half -> CloudMailbox.of("ada")
                                .stating("CustomAttribute1", half)
                                .change())
                        .toList());
        Read read = read(null);
        assertThat(read.changes()).isEmpty();
        assertThat(read.rejected())
                .hasSize(3)
                .allSatisfy(rejected -> assertThat(rejected.reason()).contains("half of a surrogate pair"));
    }
}
