package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> KNOWN = List.of("passwordFile", "passwordEnv", "method", "dn", "immutableId");

    @ParameterizedTest
    @CsvSource({
        "passwrodFile, passwordFile",
        "PASSWORDENV, passwordEnv",
        "IMMUTABLEID, immutableId",
        "methods, method",
        "metod, method",
        "nd, dn"
    })
    void a_slip_finds_the_name_that_was_meant(String written, String meant) {
        assertThat(NearestName.to(written, KNOWN)).contains(meant);
    }

    @Test
    void what_is_near_to_nothing_lists_what_is_known() {
        assertThat(NearestName.to("colour", KNOWN)).isEmpty();
        assertThat(NearestName.hint("colour", List.of("a", "b"))).isEqualTo("known are: a, b");
        assertThat(NearestName.hint("metod", KNOWN)).isEqualTo("did you mean method?");
    }
}
