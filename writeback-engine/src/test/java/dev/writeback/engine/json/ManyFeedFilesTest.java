package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.CloudChange;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.SourceRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyFeedFilesTest {

    @TempDir
    private Path feed;

    private final List<String> seen = new ArrayList<>();

    @Test
    void of_many_files_none_is_let_go_of() throws IOException {
        for (int i = 0; i < 300; i++) {
            write("f%03d.jsonl", i, "first-" + i);
        }
        Cursor end = readOn(null);
        assertThat(seen).hasSize(300);
        seen.clear();

        write("f%03d.jsonl", 7, "grown");
        write("a%03d.jsonl", 1, "sorted-before");
        write("f%03d.jsonl", 299, "last");
        readOn(end);

        assertThat(seen).containsExactlyInAnyOrder("grown", "sorted-before", "last");
    }

    @Test
    void more_files_than_can_be_followed_are_refused_with_a_sentence() throws IOException {
        for (int i = 0; i <= 10_000; i++) {
            Files.createFile(feed.resolve(i + ".jsonl"));
        }

        assertThat(JsonLinesSource.of(feed).read(null))
                .isInstanceOfSatisfying(
                        SourceRead.Unavailable.class,
                        refused -> assertThat(refused.problem().reason()).contains("10001 files", "10000 at most"));
    }

    private Cursor readOn(@Nullable Cursor start) {
        JsonLinesSource source = JsonLinesSource.of(feed);
        Cursor at = start;
        while (true) {
            SourceRead.Page page = (SourceRead.Page) source.read(at);
            page.changes().stream().map(CloudChange::id).forEach(id -> seen.add(id.value()));
            at = page.next();
            if (page.rest() == SourceRead.Rest.NO_MORE_NOW) {
                return at;
            }
        }
    }

    private void write(String name, int number, String id) throws IOException {
        Files.writeString(
                feed.resolve(String.format(Locale.ROOT, name, number)),
                "{\"id\":\"" + id + "\",\"version\":1,\"attributes\":{\"CustomAttribute1\":\"x\"}}\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
