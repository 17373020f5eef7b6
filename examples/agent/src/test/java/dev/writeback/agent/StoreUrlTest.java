package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreUrlTest {

    private static final Path FOLDER = Path.of("/etc/agent");

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:./state/writeback, /etc/agent/state/writeback, ''",
        "jdbc:h2:state, /etc/agent/state, ''",
        "jdbc:h2:file:../x, /etc/x, ''",
        "jdbc:h2:/var/lib/x;CACHE_SIZE=1, /var/lib/x, ;CACHE_SIZE=1",
    })
    void a_path_is_relative_to_the_configuration_and_settings_are_kept(String url, Path file, String settings) {
        assertThat(StoreUrl.parse(url, FOLDER)).contains(new StoreUrl(file, settings));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jdbc:h2:",
                "jdbc:h2:;X=1",
                "jdbc:h2:state/",
                "jdbc:h2:mem:x",
                "jdbc:h2:tcp://host/x",
                "jdbc:postgresql://host/x"
            })
    void what_names_no_file_is_no_store(String url) {
        assertThat(StoreUrl.parse(url, FOLDER)).isEmpty();
    }

    @Test
    void the_database_is_not_closed_by_a_signal_unless_the_url_says_so() {
        assertThat(StoreUrl.parse("jdbc:h2:x;CACHE_SIZE=1", FOLDER)
                        .orElseThrow()
                        .url(List.of()))
                .isEqualTo("jdbc:h2:file:/etc/agent/x;CACHE_SIZE=1;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
        assertThat(StoreUrl.parse("jdbc:h2:x;db_close_on_exit=true", FOLDER)
                        .orElseThrow()
                        .url(List.of()))
                .isEqualTo("jdbc:h2:file:/etc/agent/x;db_close_on_exit=true;TRACE_LEVEL_FILE=0");
    }
}
