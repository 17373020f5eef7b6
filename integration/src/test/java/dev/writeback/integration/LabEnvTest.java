package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabEnvTest {

    @Test
    void reads_plain_and_quoted_values_and_keeps_the_equals_signs_in_them() {
        LabEnv env = LabEnv.parse("lab.env", List.of("# a comment=1", "", "AD_BASE_DN=DC=ad,DC=test", "AD_PW='a=b!'"));

        assertThat(env.values()).containsOnlyKeys("AD_BASE_DN", "AD_PW");
        assertThat(env.get("AD_BASE_DN")).isEqualTo("DC=ad,DC=test");
        assertThat(env.get("AD_PW")).isEqualTo("a=b!");
    }

    @Test
    void reads_the_file_that_it_is_given(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("lab.env"), "AD_HOST=127.0.0.1\n");

        assertThat(LabEnv.of(file.toString()).get("AD_HOST")).isEqualTo("127.0.0.1");
    }

    @Test
    void a_missing_property_says_what_to_do() {
        assertThatIllegalStateException()
                .isThrownBy(() -> LabEnv.of(null))
                .withMessageContaining("-Dad.lab=DIR/lab.env")
                .withMessageContaining("ad-lab/up.sh DIR");
    }

    @Test
    void a_file_that_is_not_there_is_named_with_its_absolute_path(@TempDir Path dir) {
        Path missing = dir.resolve("lab.env");

        assertThatIllegalStateException()
                .isThrownBy(() -> LabEnv.of(missing.toString()))
                .withMessageContaining(missing.toAbsolutePath().toString())
                .withMessageContaining("ad-lab/up.sh DIR");
    }

    @Test
    void a_value_that_is_not_there_is_named_with_its_file() {
        LabEnv env = LabEnv.parse("/somewhere/lab.env", List.of());

        assertThatIllegalStateException()
                .isThrownBy(() -> env.get("AD_HOST"))
                .withMessageContaining("/somewhere/lab.env has no line AD_HOST=");
    }
}
