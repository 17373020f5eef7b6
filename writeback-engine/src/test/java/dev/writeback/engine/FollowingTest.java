package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.writeback.engine.json.JsonLinesSource;
import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.plan.ErrorCode;
import dev.writeback.spi.LookupOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A Writeback that follows a feed. */
@Timeout(120)
class FollowingTest {

    private static final Duration LONG = Duration.ofDays(1);

    @TempDir
    Path folder;

    @Test
    void a_change_in_the_feed_reaches_the_directory_within_a_second() throws IOException {
        MapDirectory directory = MapDirectory.of(1);
        Path feed = folder.resolve("feed.jsonl");
        append(feed, 0);
        List<Long> took = new ArrayList<>();
        try (Writeback writeback = Writeback.builder()
                .source(JsonLinesSource.following(feed))
                .directory(directory)
                .build()) {
            writeback.start(LONG);
            await().until(() -> directory.text(0, "extensionAttribute1").equals("0"));
            for (int change = 1; change <= 21; change++) {
                String wanted = Integer.toString(change);
                long start = System.nanoTime();
                append(feed, change);
                await().pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> directory.text(0, "extensionAttribute1").equals(wanted));
                took.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
            }
        }
        took.sort(Long::compare);
        System.err.println("feed to directory in ms: " + took);
        assertThat(took.get(took.size() / 2)).isLessThan(1000);
    }

    @Test
    void a_directory_that_is_away_is_asked_less_and_less_and_what_came_meanwhile_is_written_when_it_is_back() {
        List<Ending> endings = new CopyOnWriteArrayList<>();
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            rig.directory.onLookup = (request, real) -> request.anchors().stream()
                    .<LookupOutcome>map(anchors ->
                            new LookupOutcome.Unavailable(MapDirectory.problem(ErrorCode.DIRECTORY_UNAVAILABLE)))
                    .toList();
            try (Writeback follow =
                    rig.builder().runs(report -> endings.add(report.ending())).build()) {
                follow.start(Duration.ofMillis(10));
                await().until(() -> endings.size() >= 5);
                rig.source.page(Mailboxes.changes(1, 2, "y"));
                await().until(() -> endings.size() >= 7);
                assertThat(endings).containsOnly(Ending.DIRECTORY_UNREACHABLE);
                rig.directory.onLookup = (request, real) -> real.get();
                await().until(() -> rig.directory.text(0, "extensionAttribute1").equals("y"));
                int before = endings.size();
                await().atMost(Duration.ofSeconds(20)).until(() -> endings.size() > before + 20);
            }
        }
    }

    private static void append(Path feed, int value) throws IOException {
        String line =
                "{\"id\":\"%s\",\"anchor\":{\"immutableId\":\"%s\"},\"attributes\":{\"IsExchangeCloudManaged\":true,\"CustomAttribute1\":\"%d\"}}%n"
                        .formatted(Mailboxes.id(0), Mailboxes.guid(0).toBase64(), value);
        Files.writeString(feed, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
