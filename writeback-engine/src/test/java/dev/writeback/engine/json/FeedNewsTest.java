package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.spi.Cursor;
import dev.writeback.spi.SourceRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a feed says that it has grown. */
class FeedNewsTest {

    private static final String LINE = "{\"id\":\"a\",\"attributes\":{\"CustomAttribute1\":\"x\"}}\n";

    @TempDir
    static Path folder;

    private static int feeds;

    record Feed(Path path, JsonLinesSource source) {
        static Feed of(java.util.function.Function<Path, JsonLinesSource> form) {
            Path path = folder.resolve("feed" + feeds++);
            return new Feed(path, form.apply(path));
        }

        Cursor read() {
            return read(null);
        }

        Cursor read(@org.jspecify.annotations.Nullable Cursor after) {
            return ((SourceRead.Page) source.read(after)).next();
        }

        void write(String file, String text) throws IOException {
            Files.writeString(path.resolve(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    static Stream<Feed> feeds() {
        return Stream.of(Feed.of(JsonLinesSource::of), Feed.of(JsonLinesSource::following));
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void there_is_none_before_something_was_added_and_some_after_that(Feed feed) throws IOException {
        assertThat(feed.source().mayHaveNews(null)).isFalse();
        Files.createDirectory(feed.path());
        assertThat(feed.source().mayHaveNews(null)).isFalse();

        feed.write("1.jsonl", LINE);
        assertThat(feed.source().mayHaveNews(null)).isTrue();
        Cursor first = feed.read();
        assertThat(feed.source().mayHaveNews(first)).isFalse();

        feed.write("1.jsonl", LINE);
        assertThat(feed.source().mayHaveNews(first)).isTrue();
        Cursor second = feed.read(first);
        assertThat(feed.source().mayHaveNews(second)).isFalse();

        feed.write("2.jsonl", "");
        feed.write("no-feed.txt", LINE);
        assertThat(feed.source().mayHaveNews(second)).isFalse();
        feed.write("2.jsonl", LINE);
        assertThat(feed.source().mayHaveNews(second)).isTrue();
        Cursor third = feed.read(second);
        assertThat(feed.source().mayHaveNews(third)).isFalse();

        Files.delete(feed.path().resolve("2.jsonl"));
        assertThat(feed.source().mayHaveNews(third)).isFalse();
        Files.writeString(feed.path().resolve("1.jsonl"), "");
        assertThat(feed.source().mayHaveNews(third)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void a_line_that_is_not_finished_is_news_once(Feed feed) throws IOException {
        Files.createDirectory(feed.path());
        feed.write("1.jsonl", LINE + LINE.substring(0, 20));
        assertThat(feed.source().mayHaveNews(null)).isTrue();
        Cursor cursor = feed.read();
        assertThat(feed.source().mayHaveNews(cursor)).isFalse();
        feed.write("1.jsonl", LINE.substring(20));
        assertThat(feed.source().mayHaveNews(cursor)).isTrue();
        assertThat(feed.source().mayHaveNews(feed.read(cursor))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void a_new_process_knows_from_the_cursor_alone(Feed feed) throws IOException {
        Files.createDirectory(feed.path());
        feed.write("1.jsonl", LINE.repeat(3));
        Cursor cursor = feed.read();
        JsonLinesSource next = JsonLinesSource.following(feed.path());
        assertThat(next.mayHaveNews(cursor)).isFalse();
        feed.write("1.jsonl", LINE);
        assertThat(next.mayHaveNews(cursor)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void a_page_that_leaves_something_leaves_news(Feed feed) throws IOException {
        Files.createDirectory(feed.path());
        feed.write("1.jsonl", LINE.repeat(1500));
        Cursor cursor = feed.read();
        assertThat(feed.source().mayHaveNews(cursor)).isTrue();
        assertThat(feed.source().mayHaveNews(feed.read(cursor))).isFalse();
    }
}
