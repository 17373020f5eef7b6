package dev.writeback.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FunctionsTest {

    @Test
    void every_function_stands_on_the_page_about_expressions_in_a_call() throws IOException {
        String page = Files.readString(Path.of("../docs/expressions.md"));

        assertThat(Functions.names())
                .hasSize(47)
                .allSatisfy(name -> assertThat(page).containsPattern("[`(, ]" + name + "\\("));
    }
}
