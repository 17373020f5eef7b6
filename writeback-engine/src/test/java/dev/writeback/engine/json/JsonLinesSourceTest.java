package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.ErrorCode;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.RejectedChange;
import dev.writeback.spi.SourceRead;
import dev.writeback.spi.SourceRead.Page;
import dev.writeback.spi.SourceRead.Rest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesSourceTest {

    @TempDir
    Path folder;

    private Path feed;
    private JsonLinesSource source;

    @BeforeEach
    void an_empty_feed() throws IOException {
        feed = Files.createDirectory(folder.resolve("feed"));
        source = JsonLinesSource.of(feed);
    }

    @Test
    void files_are_read_in_the_order_of_their_names_and_others_are_not_read() throws IOException {
        write("b.jsonl", line("3"));
        write("a.jsonl", line("1") + line("2"));
        write("c.txt", line("4"));
        write(".d.jsonl", line("5"));
        Files.createDirectory(feed.resolve("e.jsonl"));

        assertThat(ids(page(null))).containsExactly("1", "2", "3");
    }

    @Test
    void a_single_file_is_a_feed_too() throws IOException {
        write("a.jsonl", line("1") + "oops\n");

        Page page = (Page) JsonLinesSource.of(feed.resolve("a.jsonl")).read(null);

        assertThat(ids(page)).containsExactly("1");
        assertThat(page.rejected()).extracting(RejectedChange::place).containsExactly("a.jsonl:2:1");
    }

    @Test
    void an_empty_folder_is_an_empty_page() {
        Page page = page(null);

        assertThat(page.changes()).isEmpty();
        assertThat(page.rest()).isEqualTo(Rest.NO_MORE_NOW);
        assertThat(ids(page(page.next()))).isEmpty();
    }

    @Test
    void pages_of_a_thousand_lines_deliver_every_line_once() throws IOException {
        write("a.jsonl", lines(0, 1500));
        write("b.jsonl", lines(1500, 2500));

        List<String> all = new ArrayList<>();
        Cursor cursor = null;
        List<Integer> sizes = new ArrayList<>();
        Page page;
        do {
            page = page(cursor);
            all.addAll(ids(page));
            sizes.add(page.changes().size());
            cursor = page.next();
        } while (page.rest() == Rest.MORE);

        assertThat(all)
                .isEqualTo(IntStream.range(0, 2500).mapToObj(Integer::toString).toList());
        assertThat(sizes).containsExactly(1000, 1000, 500);
    }

    @Test
    void lines_that_are_appended_to_any_file_and_new_files_are_found() throws IOException {
        write("b.jsonl", line("1"));
        write("c.jsonl", line("2"));
        Cursor cursor = page(null).next();
        append("b.jsonl", line("3"));
        append("c.jsonl", line("4"));
        write("a.jsonl", line("5"));
        write("d.jsonl", line("6"));

        Page page = page(cursor);

        assertThat(ids(page)).containsExactly("5", "3", "4", "6");
        assertThat(ids(page(page.next()))).isEmpty();
    }

    @Test
    void a_cursor_outlives_the_source_that_made_it() throws IOException {
        write("a.jsonl", line("1") + "\n" + line("2"));
        Cursor cursor = page(null).next();
        append("a.jsonl", "oops\n" + line("3"));

        Page page = (Page) JsonLinesSource.of(feed).read(cursor);

        assertThat(ids(page)).containsExactly("3");
        assertThat(page.rejected()).extracting(RejectedChange::place).containsExactly("a.jsonl:4:1");
    }

    @Test
    void byte_order_mark_blank_lines_and_crlf_are_passed_over() throws IOException {
        write("a.jsonl", "\uFEFF" + line("1").replace("\n", "\r\n") + "\r\n \t\n" + line("2") + "oops\r\n");

        Page page = page(null);

        assertThat(ids(page)).containsExactly("1", "2");
        assertThat(page.rejected())
                .containsExactly(new RejectedChange(
                        "a.jsonl:5:1",
                        "this is not JSON; a line holds one object, its names and texts in double quotes",
                        java.util.Optional.empty(),
                        "oops"));
    }

    @Test
    void a_malformed_line_is_told_with_place_reason_object_and_content_and_the_others_go_on() throws IOException {
        String malformed = "{\"id\":\"2\",\"version\":1.5}";
        write("a.jsonl", line("1") + malformed + "\n" + line("3"));

        Page page = page(null);

        assertThat(ids(page)).containsExactly("1", "3");
        RejectedChange rejected = page.rejected().get(0);
        assertThat(rejected.place()).isEqualTo("a.jsonl:2:21");
        assertThat(rejected.reason())
                .isEqualTo("version is a number with a fraction or an exponent;"
                        + " it is a whole number that grows, for instance 17");
        assertThat(rejected.object()).contains(CloudObjectId.of("2"));
        assertThat(rejected.content()).isEqualTo(malformed);
        assertThat(page(page.next()).rejected()).isEmpty();
    }

    @Test
    void what_is_not_utf_8_is_malformed() throws IOException {
        byte[] latin = "{\"id\":\"1\",\"attributes\":{\"A\":\"\u00e4\"}}\n"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        Files.write(feed.resolve("a.jsonl"), latin);
        append("a.jsonl", line("2"));

        Page page = page(null);

        assertThat(ids(page)).containsExactly("2");
        RejectedChange rejected = page.rejected().get(0);
        assertThat(rejected.place()).isEqualTo("a.jsonl:1:30");
        assertThat(rejected.reason()).isEqualTo("the bytes from here on are not UTF-8; save the file as UTF-8");
        assertThat(rejected.object()).contains(CloudObjectId.of("1"));
    }

    @Test
    void a_line_longer_than_the_bound_is_rejected_with_its_beginning() throws IOException {
        String id = "{\"id\":\"1\",\"attributes\":{\"A\":\"";
        write("a.jsonl", id + "x".repeat(FeedFile.LONGEST_LINE) + "\"}}\n" + line("2"));

        Page page = page(null);

        assertThat(ids(page)).containsExactly("2");
        RejectedChange rejected = page.rejected().get(0);
        assertThat(rejected.place()).isEqualTo("a.jsonl:1:1");
        assertThat(rejected.reason())
                .isEqualTo("the line is longer than 4194304 bytes; split what it states over several lines");
        assertThat(rejected.content()).startsWith(id).hasSize(1024);
        assertThat(rejected.object()).contains(CloudObjectId.of("1"));
    }

    @Test
    void a_line_of_exactly_the_bound_is_read_and_ends_its_page() throws IOException {
        String frame = "{\"id\":\"1\",\"attributes\":{\"A\":\"\"}}";
        String longest = frame.replace("\"\"", "\"" + "x".repeat(FeedFile.LONGEST_LINE - frame.length()) + "\"");
        write("a.jsonl", longest + "\n" + line("2"));

        Page page = page(null);

        assertThat(ids(page)).containsExactly("1");
        assertThat(page.rest()).isEqualTo(Rest.MORE);
        assertThat(ids(page(page.next()))).containsExactly("2");
    }

    @Test
    void a_last_line_without_its_end_counts_if_it_can_be_read() throws IOException {
        write("a.jsonl", line("1") + "{\"id\":\"2\"}");
        Page page = page(null);
        assertThat(ids(page)).containsExactly("1", "2");

        append("a.jsonl", "\n" + line("3") + "oops\n");

        Page next = page(page.next());
        assertThat(ids(next)).containsExactly("3");
        assertThat(next.rejected()).extracting(RejectedChange::place).containsExactly("a.jsonl:4:1");
    }

    @Test
    void an_unfinished_last_line_is_rejected_once_and_read_when_it_is_finished() throws IOException {
        write("a.jsonl", line("1") + "{\"id\":\"2\",");
        Page page = page(null);
        assertThat(ids(page)).containsExactly("1");
        assertThat(page.rejected()).extracting(RejectedChange::place).containsExactly("a.jsonl:2:11");
        assertThat(page(page.next()).rejected()).isEmpty();

        append("a.jsonl", "\"version\":1}\n");

        Page next = page(page.next());
        assertThat(ids(next)).containsExactly("2");
        assertThat(next.rejected()).isEmpty();
    }

    @Test
    void a_new_run_tells_of_the_unfinished_line_again() throws IOException {
        write("a.jsonl", "{\"id\":\"2\",");
        Cursor cursor = page(null).next();

        Page again = (Page) JsonLinesSource.of(feed).read(cursor);

        assertThat(again.rejected()).extracting(RejectedChange::place).containsExactly("a.jsonl:1:11");
    }

    @Test
    void a_follower_waits_for_a_line_that_is_being_written() throws IOException {
        source = JsonLinesSource.following(feed);
        write("a.jsonl", "{\"id\":");
        Page first = page(null);
        append("a.jsonl", "\"1\",");
        Page second = page(first.next());
        Page third = page(second.next());
        Page fourth = page(third.next());

        assertThat(first.rejected()).isEmpty();
        assertThat(second.rejected()).isEmpty();
        assertThat(third.rejected()).hasSize(1);
        assertThat(fourth.rejected()).isEmpty();
    }

    @Test
    void a_cursor_expires_when_its_file_was_shortened_or_replaced() throws IOException {
        write("a.jsonl", line("1") + line("2"));
        Cursor cursor = page(null).next();

        write("a.jsonl", line("1"));
        assertThat(source.read(cursor)).isInstanceOf(SourceRead.CursorExpired.class);

        write("a.jsonl", line("3") + line("4") + line("5"));
        assertThat(source.read(cursor)).isInstanceOf(SourceRead.CursorExpired.class);

        assertThat(source.read(new Cursor("17"))).isInstanceOf(SourceRead.CursorExpired.class);
        assertThat(source.read(new Cursor("{oops"))).isInstanceOf(SourceRead.CursorExpired.class);
    }

    @Test
    void a_file_that_was_read_may_be_taken_away_and_another_put_in_its_place() throws IOException {
        write("a.jsonl", line("1"));
        write("b.jsonl", line("2"));
        Cursor cursor = page(null).next();

        Files.delete(feed.resolve("a.jsonl"));
        Page page = page(cursor);
        assertThat(ids(page)).isEmpty();

        write("a.jsonl", line("3"));
        assertThat(ids(page(page.next()))).containsExactly("3");
    }

    @Test
    void a_missing_path_is_unavailable_with_a_sentence() {
        SourceRead read = JsonLinesSource.of(folder.resolve("nowhere")).read(null);

        assertThat(read).isInstanceOfSatisfying(SourceRead.Unavailable.class, unavailable -> {
            assertThat(unavailable.problem().code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
            assertThat(unavailable.problem())
                    .hasToString("The feed %s does not exist. Create it, or correct its path."
                            .formatted(folder.resolve("nowhere")));
        });
    }

    @Test
    void the_name_tells_sources_apart() {
        assertThat(source.name()).isEqualTo("jsonl:" + feed);
    }

    private Page page(@Nullable Cursor after) {
        return (Page) source.read(after);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(feed.resolve(name), text);
    }

    private void append(String name, String text) throws IOException {
        Files.writeString(feed.resolve(name), text, StandardOpenOption.APPEND);
    }

    private static List<String> ids(Page page) {
        return page.changes().stream()
                .map(CloudChange::id)
                .map(CloudObjectId::value)
                .toList();
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> line(Integer.toString(i)))
                .collect(Collectors.joining());
    }

    private static String line(String id) {
        return "{\"id\":\"" + id + "\",\"version\":1,\"attributes\":{\"CustomAttribute1\":\"R&D\"}}\n";
    }
}
