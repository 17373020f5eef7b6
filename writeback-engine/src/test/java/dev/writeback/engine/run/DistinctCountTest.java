package dev.writeback.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctCountTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 1_000, 100_000, 2_000_000})
    void counts_each_text_once(int texts) {
        DistinctCount count = new DistinctCount();
        for (int i = 0; i < texts; i++) {
            count.add("object-" + i);
            count.add("object-" + i / 2);
        }

        assertThat(count.estimate()).isCloseTo(texts, Percentage.withPercentage(0.2));
    }

    @Test
    void tells_of_very_many_that_there_are_very_many() {
        DistinctCount count = new DistinctCount();
        for (int i = 0; i < 20_000_000; i++) {
            count.add(Integer.toString(i));
        }

        assertThat(count.estimate()).isCloseTo(20_000_000, Percentage.withPercentage(1));
    }
}
