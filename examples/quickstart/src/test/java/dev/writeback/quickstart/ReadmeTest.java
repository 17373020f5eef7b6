package dev.writeback.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README's Java is code that compiles here, word for word. */
class ReadmeTest {

    @Test
    void the_code_in_the_readme_is_the_code_that_compiles_here() throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/writeback/quickstart/Embedding.java"));
        String snippet = source.substring(source.indexOf("// snippet: embedding\n"), source.indexOf("        // end"))
                .replace("// snippet: embedding\n", "");

        assertThat(Files.readString(Path.of("../../README.md"))).contains("```java\n" + snippet.indent(-8) + "```");
    }

    @Test
    void the_feed_in_the_readme_is_the_sample_feed() throws IOException {
        String first = Files.readString(Path.of("src/main/resources/dev/writeback/quickstart/feed.jsonl"))
                .lines()
                .findFirst()
                .orElseThrow();

        assertThat(Files.readString(Path.of("../../README.md"))).contains(first);
    }
}
