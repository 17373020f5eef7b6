package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.json.JsonLinesSource;
import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.plan.ErrorCode;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.RunRecord;
import dev.writeback.spi.SourceRead;
import dev.writeback.spi.WritebackStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShrinkingSourceTest {

    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource({
        "100, 51, COMPLETED",
        "100, 50, HELD",
        "100, 0, HELD",
        "100, 200, COMPLETED",
        "10, 0, HELD",
        "9, 0, COMPLETED"
    })
    void a_feed_that_was_replaced_holds_the_run_if_half_of_it_is_missing(int before, int after, Ending ending)
            throws IOException {
        WritebackStore store = Writeback.memoryStore();
        MapDirectory directory = MapDirectory.of(200);
        try (CloudSource feed = JsonLinesSource.of(feed(before, "first"));
                Writeback writeback = writeback(feed, directory, store)) {
            writeback.runOnce();
            int written = directory.applied.get();
            feed(after, "second");

            RunReport report = writeback.runOnce();

            assertThat(report.ending()).isEqualTo(ending);
            assertThat(directory.applied).hasValue(ending == Ending.HELD ? written : written + after);
        }
    }

    @Test
    void what_came_from_a_source_that_shrank_is_written_once_somebody_approves() throws IOException {
        WritebackStore store = Writeback.memoryStore();
        MapDirectory directory = MapDirectory.of(20);
        try (CloudSource feed = JsonLinesSource.of(feed(20, "first"));
                Writeback writeback = writeback(feed, directory, store)) {
            writeback.runOnce();
            feed(5, "second");
            RunReport shrunk = writeback.runOnce();
            assertThat(shrunk.problem().orElseThrow().code()).isEqualTo(ErrorCode.SOURCE_SHRUNK);
            assertThat(shrunk.problem().orElseThrow().reason())
                    .contains("states 5", "stated 20", "limits.missingPercent");
            assertThat(writeback.runOnce().ending()).isEqualTo(Ending.HELD);
            assertThat(directory.text(0, "extensionAttribute1")).isEqualTo("first");

            assertThat(writeback.approve(plan -> {}).ending()).isEqualTo(Ending.COMPLETED);

            assertThat(writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED);
            assertThat(directory.text(0, "extensionAttribute1")).isEqualTo("second");
            assertThat(store.records()
                            .journal()
                            .runs()
                            .account(shrunk.started())
                            .enumerated())
                    .hasValue(5);
        }
    }

    @Test
    void after_a_rejection_a_source_is_held_against_what_it_stated_before() throws IOException {
        WritebackStore store = Writeback.memoryStore();
        try (CloudSource feed = JsonLinesSource.of(feed(20, "first"));
                Writeback writeback = writeback(feed, MapDirectory.of(20), store)) {
            writeback.runOnce();
            feed(5, "second");
            writeback.runOnce();
            writeback.reject();
            feed(4, "third");

            assertThat(writeback.runOnce().ending()).isEqualTo(Ending.HELD);
        }
    }

    @Test
    void a_plan_that_reads_such_a_source_holds_the_runs_after_it() throws IOException {
        WritebackStore store = Writeback.memoryStore();
        try (CloudSource feed = JsonLinesSource.of(feed(20, "first"));
                Writeback writeback = writeback(feed, MapDirectory.of(20), store)) {
            writeback.runOnce();
            feed(0, "second");
            writeback.plan(plan -> {});

            assertThat(writeback.runOnce().ending()).isEqualTo(Ending.HELD);
            assertThat(store.records().journal().runs().newest(1))
                    .extracting(RunRecord::state)
                    .containsExactly(RunRecord.State.HELD);
        }
    }

    @Test
    void a_source_that_is_not_read_to_its_end_is_not_counted() {
        try (Rig rig = new Rig(20, Mailboxes.changes(20, 1, "x"))) {
            rig.writeback.runOnce();
            rig.source.instead(after -> new SourceRead.CursorExpired());
            rig.source.instead(after -> new SourceRead.Unavailable(MapDirectory.problem(ErrorCode.SOURCE_UNAVAILABLE)));

            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.SOURCE_UNREACHABLE);
            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED);
        }
    }

    private Path feed(int objects, String text) throws IOException {
        return Files.writeString(
                dir.resolve("feed.jsonl"),
                IntStream.range(0, objects)
                        .mapToObj(number -> line(number, text))
                        .collect(Collectors.joining()));
    }

    private static String line(int number, String text) {
        return """
                {"id":"%s","anchor":{"immutableId":"%s"},"attributes":{"CustomAttribute1":"%s","IsExchangeCloudManaged":true}}
                """.formatted(Mailboxes.id(number), immutableId(number), text);
    }

    private static String immutableId(int number) {
        return Mailboxes.guid(number).toBase64();
    }

    private static Writeback writeback(CloudSource feed, MapDirectory directory, WritebackStore store) {
        return Writeback.builder()
                .source(feed)
                .directory(directory)
                .store(store)
                .build();
    }
}
