package dev.writeback.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java and XML that the pages about the testkit show is code of the build, line by line; only the indentation is theirs. */
class SnippetsTest {

    private static final Pattern BLOCK = Pattern.compile("```(java|xml)\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"docs/test-your-integration.md", "writeback-testkit/README.md"})
    void every_snippet_is_code_of_the_build(String page) throws IOException {
        List<String> snippets = snippets(Files.readString(SourceTree.root().resolve(page)));

        assertThat(snippets).isNotEmpty();
        assertThat(untried(snippets, sources())).isEmpty();
    }

    @Test
    void a_snippet_that_is_no_code_of_the_build_is_found() {
        String page = "```java\nint tried = 1;\nint untried = 2;\n```\nand\n```java\n    int tried = 1;\n```\n";

        assertThat(untried(snippets(page), List.of("class C {\nint tried = 1;\n}\n")))
                .containsExactly("int tried = 1;\nint untried = 2;\n");
    }

    private static List<String> untried(List<String> snippets, List<String> sources) {
        return snippets.stream()
                .filter(snippet -> sources.stream().noneMatch(source -> source.contains(snippet)))
                .toList();
    }

    private static List<String> snippets(String page) {
        return BLOCK.matcher(page)
                .results()
                .map(block -> withoutIndentation(block.group(2)))
                .toList();
    }

    /** The text alone: taking every file apart would take as many seconds as there are modules. */
    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path file : SourceTree.files()) {
            sources.add(withoutIndentation(Files.readString(file)));
        }
        sources.add(withoutIndentation(Files.readString(SourceTree.root().resolve("examples/embedding/pom.xml"))));
        return sources;
    }

    private static String withoutIndentation(String text) {
        return Pattern.compile("^[ ]+", Pattern.MULTILINE).matcher(text).replaceAll("");
    }
}
