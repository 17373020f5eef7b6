package dev.writeback.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.plan.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about retries says what the schedule does. */
class RetrySchedulePageTest {

    private static final RetrySchedule STANDARD =
            new RetrySchedule(Duration.ofSeconds(30), Duration.ofHours(6), Duration.ofHours(72));

    @Test
    void the_page_shows_the_waits_of_each_kind_as_they_are() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "retries.md"));
        for (FailureKind kind : FailureKind.values()) {
            assertThat(page).contains(row(kind));
        }
    }

    @Test
    void the_page_names_each_code_with_its_kind() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "retries.md"));
        for (ErrorCode code : ErrorCode.values()) {
            String kind = word(FailureKind.of(code));
            assertThat(lines)
                    .as("%s is of the kind %s", code.label(), kind)
                    .anyMatch(line -> line.startsWith("| " + kind + " |") && line.contains("`" + code.label() + "`"));
        }
    }

    @Test
    void what_waits_for_longer_than_is_kept_is_overdue() {
        Instant now = Instant.parse("2026-11-21T10:00:00Z");
        assertThat(STANDARD.overdue(now)).contains(Instant.parse("2026-11-18T10:00:00Z"));
        RetrySchedule ever = new RetrySchedule(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofDays(999_999));
        assertThat(ever.overdue(now)).isEmpty();
    }

    @Test
    void impossible_waits_are_refused() {
        Duration hour = Duration.ofHours(1);
        assertThatThrownBy(() -> new RetrySchedule(Duration.ZERO, hour, hour)).hasMessageContaining("PT0S");
        assertThatThrownBy(() -> new RetrySchedule(hour, Duration.ofMinutes(1), hour))
                .hasMessageContaining("PT1M");
        assertThatThrownBy(() -> new RetrySchedule(hour, hour, Duration.ZERO)).hasMessageContaining("retention");
    }

    /** When it is tried again after the first failure, without chance, and how often in 72 hours. */
    private static String row(FailureKind kind) {
        List<String> times = new ArrayList<>();
        Duration at = Duration.ZERO;
        int tries = 0;
        while (true) {
            at = at.plus(STANDARD.base(kind, tries));
            if (at.compareTo(STANDARD.retention()) > 0) {
                break;
            }
            tries++;
            if (tries <= 10) {
                times.add(shown(at));
            }
        }
        return "| %s | %d | %s | %d |".formatted(word(kind), kind.growth(), String.join(", ", times), tries);
    }

    private static String shown(Duration at) {
        String text = at.toString().substring(2).replaceAll("([HMS])(?=.)", "$1 ");
        return text.replace("H", " h").replace("M", " min").replace("S", " s");
    }

    private static String word(FailureKind kind) {
        String[] words = kind.name().split("_");
        return Arrays.stream(words)
                .map(word -> word.toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
