package dev.writeback.engine.dotnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomTextTest {

    @ParameterizedTest
    @CsvSource({
        "-1,0,0,0,0,''",
        "257,0,0,0,0,''",
        "4,1,1,1,2,''",
        "9223372036854775807,9223372036854775807,1,0,0,''",
        "8,-1,0,0,0,''",
        "8,300,0,0,0,''",
        "8,1,0,0,0,0123456789",
        "8,0,0,1,0,ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    })
    void a_recipe_that_no_text_follows_is_refused(
            long length, long digits, long special, long capitals, long small, String avoid) {
        assertThatThrownBy(() -> RandomText.of(length, digits, special, capitals, small, avoid))
                .isInstanceOf(InvalidSettingException.class);
    }

    @Test
    void a_recipe_that_avoids_everything_is_refused() {
        StringBuilder all = new StringBuilder();
        for (char c = '!'; c <= '~'; c++) {
            all.append(c);
        }
        assertThatThrownBy(() -> RandomText.of(1, 0, 0, 0, 0, all.toString()))
                .isInstanceOf(InvalidSettingException.class);
        assertThat(RandomText.of(0, 0, 0, 0, 0, all.toString()).draw(source())).isEmpty();
    }

    @Test
    void what_is_open_comes_from_the_kinds_that_are_required() {
        assertThat(RandomText.of(256, 1, 0, 0, 0, "").draw(source())).matches("[0-9]{256}");
        assertThat(RandomText.of(256, 1, 0, 0, 1, "").draw(source())).matches("[0-9a-z]{256}");
        assertThat(RandomText.of(256, 0, 0, 0, 0, "").draw(source()))
                .containsPattern("[0-9]")
                .containsPattern("[a-z]")
                .containsPattern("[A-Z]")
                .containsPattern("[^0-9a-zA-Z]");
    }

    @Test
    void each_character_is_as_likely_as_any_other() {
        RandomText recipe = RandomText.of(100, 1, 0, 0, 0, "01234");
        LongSupplier random = source();
        int[] counts = new int[128];
        for (int i = 0; i < 1000; i++) {
            recipe.draw(random).chars().forEach(c -> counts[c]++);
        }
        assertThat(counts['5'] + counts['6'] + counts['7'] + counts['8'] + counts['9'])
                .isEqualTo(100_000);
        for (char c = '5'; c <= '9'; c++) {
            assertThat(counts[c]).isBetween(19_000, 21_000);
        }
    }

    @Test
    void each_kind_may_stand_anywhere() {
        RandomText recipe = RandomText.of(4, 1, 0, 3, 0, "");
        LongSupplier random = source();
        int[] places = new int[4];
        for (int i = 0; i < 4000; i++) {
            String text = recipe.draw(random);
            assertThat(text).hasSize(4).containsOnlyOnce(text.replaceAll("[A-Z]", ""));
            places[text.indexOf(text.replaceAll("[A-Z]", ""))]++;
        }
        assertThat(Arrays.stream(places).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(800, 1200));
    }

    @Test
    void a_source_that_is_not_random_is_noticed() {
        assertThatThrownBy(() -> RandomText.of(8, 1, 1, 1, 1, "").draw(() -> -1L))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_guid_is_random_and_says_so() {
        assertThat(GuidText.of(() -> -1L)).isEqualTo("ffffffff-ffff-4fff-bfff-ffffffffffff");
        assertThat(GuidText.of(() -> 0L)).isEqualTo("00000000-0000-4000-8000-000000000000");
        LongSupplier random = source();
        assertThat(GuidText.of(random))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                .isNotEqualTo(GuidText.of(random));
    }

    private static LongSupplier source() {
        return new SplittableRandom(42)::nextLong;
    }
}
