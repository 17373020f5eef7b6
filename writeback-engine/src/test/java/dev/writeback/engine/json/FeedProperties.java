package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.CloudChange;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.SourceRead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;

/** No line of a feed is lost, whatever stands in it and in whatever pieces it arrives. */
class FeedProperties {

    private @Nullable Path folder;

    @BeforeProperty
    void make_a_folder() throws IOException {
        folder = Files.createTempDirectory("feed");
    }

    @AfterProperty
    void remove_the_folder() throws IOException {
        Files.deleteIfExists(file());
        Files.deleteIfExists(file().getParent());
    }

    @Property(tries = 300)
    void every_line_ends_in_a_change_or_is_rejected_with_its_number(@ForAll("lines") List<byte[]> lines)
            throws IOException {
        Files.write(file(), joined(lines));

        SourceRead.Page page = (SourceRead.Page) JsonLinesSource.of(file()).read(null);

        List<Integer> expected = new ArrayList<>();
        int good = 0;
        for (int i = 0; i < lines.size(); i++) {
            String text = new String(lines.get(i), StandardCharsets.ISO_8859_1);
            if (text.startsWith("{\"id\"")) {
                good++;
            } else if (!text.replace('\r', ' ')
                    .replace('\t', ' ')
                    .replace(" ", "")
                    .isEmpty()) {
                expected.add(i + 1);
            }
        }
        assertThat(page.changes()).hasSize(good);
        assertThat(page.rejected().stream()
                        .map(rejected -> Integer.valueOf(rejected.place().split(":")[1])))
                .isEqualTo(expected);
    }

    @Property(tries = 100)
    void the_pieces_that_a_feed_arrives_in_make_no_difference(@ForAll("lines") List<byte[]> lines, @ForAll int seed)
            throws IOException {
        byte[] all = joined(lines);
        Files.write(file(), all);
        List<CloudChange> atOnce = ((SourceRead.Page) JsonLinesSource.of(file()).read(null)).changes();
        Files.write(file(), new byte[0]);
        JsonLinesSource follower = JsonLinesSource.following(file());
        List<CloudChange> inPieces = new ArrayList<>();
        Cursor cursor = null;
        int from = 0;
        while (from < all.length) {
            int to = Math.min(all.length, from + 1 + Math.floorMod(seed, 23));
            Files.write(file(), java.util.Arrays.copyOfRange(all, from, to), StandardOpenOption.APPEND);
            from = to;
            SourceRead.Page page = (SourceRead.Page) follower.read(cursor);
            inPieces.addAll(page.changes());
            cursor = page.next();
        }

        assertThat(inPieces).isEqualTo(atOnce);
    }

    @Provide
    Arbitrary<List<byte[]>> lines() {
        Arbitrary<byte[]> good = Arbitraries.strings()
                .ofMaxLength(20)
                .map(text -> "{\"id\":\"%s\",\"attributes\":{\"A\":\"%s\"}}"
                        .formatted(Integer.toHexString(text.hashCode()), text.replaceAll("[^\\p{L}\\p{N} ]", "ü")))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> bad =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(30).map(FeedProperties::withoutLineEnds);
        return Arbitraries.oneOf(good, bad, Arbitraries.just(new byte[0]))
                .list()
                .ofMaxSize(30);
    }

    private static byte[] withoutLineEnds(byte[] bytes) {
        byte[] line = bytes.clone();
        for (int i = 0; i < line.length; i++) {
            if (line[i] == '\n') {
                line[i] = '!';
            }
        }
        return line;
    }

    private static byte[] joined(List<byte[]> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        lines.forEach(line -> {
            out.writeBytes(line);
            out.write('\n');
        });
        return out.toByteArray();
    }

    private Path file() {
        return java.util.Objects.requireNonNull(folder).resolve("a.jsonl");
    }
}
