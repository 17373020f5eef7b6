package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The samples in the documentation of the formats are read by the readers, and are as the schemas say. */
class FormatsTest {

    private static List<String> samples = List.of();

    @BeforeAll
    static void read_the_documentation() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "formats.md"));
        samples = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    @Test
    void the_lines_of_the_feed_are_read() {
        List<String> lines = sample("{\"id\"").lines().toList();

        assertThat(lines).hasSize(2).allSatisfy(line -> {
            assertThat(SchemaCheck.violations("feed.schema.json", line)).isEmpty();
            assertThatCode(() -> FeedLine.parse(line)).doesNotThrowAnyException();
        });
    }

    @Test
    void the_profile_is_read() {
        String profile = sample("{\n  \"name\": \"contoso\"");

        assertThat(SchemaCheck.violations("profile.schema.json", profile)).isEmpty();
        assertThat(ProfileJson.parse(profile).rules()).hasSize(26);
    }

    private static String sample(String begin) {
        return samples.stream()
                .filter(sample -> sample.startsWith(begin))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/formats.md has no sample that begins with " + begin));
    }
}
