package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.Budget;
import dev.writeback.engine.Limits;
import dev.writeback.engine.Most;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsReaderTest {

    @Test
    void what_is_not_said_is_the_standard() {
        assertThat(read("{}")).isEqualTo(Limits.standard());
        assertThat(read("{\"limits\":{\"percent\":{},\"hour\":{\"percent\":{}},\"destructiveChanges\":null}}"))
                .isEqualTo(Limits.standard());
    }

    @Test
    void every_limit_can_be_set() {
        assertThat(read("""
                                {"limits": {"destructiveChanges": 1, "addresses": 2, "entries": 3,
                                    "percent": {"destructiveChanges": 4, "addresses": 5, "entries": 6},
                                    "hour": {"destructiveChanges": 7, "addresses": 8, "entries": 9,
                                        "percent": {"destructiveChanges": 10, "addresses": 11, "entries": 12}},
                                    "failedPercent": 13, "missingPercent": 14, "writesPerSecond": 15}}"""))
                .isEqualTo(new Limits(
                        new Budget(new Most(1, 4), new Most(2, 5), new Most(3, 6)),
                        new Budget(new Most(7, 10), new Most(8, 11), new Most(9, 12)),
                        13,
                        14,
                        15));
    }

    @Test
    void no_limit_can_be_said_of_shares() {
        assertThat(read("{\"limits\":{\"failedPercent\":null,\"missingPercent\":null,\"entries\":null}}"))
                .isEqualTo(Limits.standard().withFailedPercent(null).withMissingPercent(null));
    }

    private static Limits read(String json) {
        List<String> problems = new ArrayList<>();
        Limits limits = LimitsReader.read(new Section("", AgentFolder.json(json), problems, List.of("limits")));
        assertThat(problems).isEmpty();
        return limits;
    }
}
