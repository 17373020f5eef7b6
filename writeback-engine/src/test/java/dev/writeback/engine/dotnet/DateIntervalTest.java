package dev.writeback.engine.dotnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateIntervalTest {

    @ParameterizedTest
    @CsvSource({
        "m,1,2023-01-31,2/28/2023 12:00:00 AM",
        "m,1,2024-01-31,2/29/2024 12:00:00 AM",
        "m,-11,2024-01-31,2/28/2023 12:00:00 AM",
        "yyyy,1,2024-02-29,2/28/2025 12:00:00 AM",
        "yyyy,4,2024-02-29,2/29/2028 12:00:00 AM",
        "yyyy,-2023,2024-05-06,5/6/0001 12:00:00 AM",
        "d,1,2024-02-28,2/29/2024 12:00:00 AM",
        "d,366,2024-01-01,1/1/2025 12:00:00 AM",
        "ww,-1,2024-01-01,12/25/2023 12:00:00 AM",
        "h,25,2024-03-30T23:00,4/1/2024 12:00:00 AM",
        "n,-1,2024-01-01,12/31/2023 11:59:00 PM",
        "s,86400,2024-02-28,2/29/2024 12:00:00 AM",
        "d,0,9999-12-31T23:59:59.9999999,12/31/9999 11:59:59 PM"
    })
    void units_are_added(String interval, long units, String date, String sum) {
        assertThat(DateInterval.named(interval).add(units, at(date)).map(DateText::print))
                .contains(sum);
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy,8000",
        "yyyy,-2024",
        "yyyy,9223372036854775807",
        "m,96000",
        "m,-9223372036854775808",
        "d,3652059",
        "d,-739010",
        "ww,9223372036854775807",
        "h,-9223372036854775808",
        "n,99999999999",
        "s,-99999999999"
    })
    void no_sum_leaves_the_years_1_to_9999(String interval, long units) {
        assertThat(DateInterval.named(interval).add(units, at("2024-05-03"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ww,2024-05-03,2024-05-06,1",
        "ww,2024-05-05,2024-05-11,0",
        "ww,2024-05-04,2024-05-05,1",
        "ww,2024-05-06,2024-05-03,-1",
        "ww,2024-05-04T23:00,2024-05-05T01:00,0",
        "ww,2024-05-05,2024-05-04,-1",
        "yyyy,2023-12-31,2024-01-01,1",
        "yyyy,2024-12-31,2024-01-01,0",
        "yyyy,0001-01-01,9999-12-31,9998",
        "m,2024-01-31,2024-02-01,1",
        "m,2024-02-01,2023-12-31,-2",
        "d,2024-01-01T23:00:00Z,2024-01-02T01:00:00Z,0",
        "d,2024-01-02T01:00:00Z,2024-01-01T23:00:00Z,0",
        "d,2024-02-28,2024-03-01,2",
        "d,2024-01-02,2024-01-01,-1",
        "d,0001-01-01,9999-12-31,3652058",
        "h,2024-03-31,2024-04-01,24",
        "h,2024-01-01T00:59,2024-01-01T00:00,0",
        "n,2024-01-01,2024-01-01T01:00:59,60",
        "s,2024-01-01,2024-01-01T00:00:01.9999999,1",
        "s,2024-01-01T00:00:01.9999999,2024-01-01,-1"
    })
    void a_difference_counts_units(String interval, String first, String second, long units) {
        assertThat(DateInterval.named(interval).difference(at(first), at(second)))
                .isEqualTo(units);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "D", "y", "yy", "w", "q", "mm", "hh", "YYYY"})
    void other_intervals_are_refused(String word) {
        assertThatThrownBy(() -> DateInterval.named(word)).isInstanceOf(InvalidSettingException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "133485408000000000,1/1/2024 12:00:00 AM",
        "1,1/1/1601 12:00:00 AM",
        "2650467743999999999,12/31/9999 11:59:59 PM",
        "0,never",
        "9223372036854775807,never",
        "-1,impossible",
        "-9223372036854775808,impossible",
        "2650467744000000000,impossible",
        "9223372036854775806,impossible"
    })
    void a_time_of_the_directory_is_a_moment_or_never(long number, String text) {
        assertThat(AdTime.of(number).match(DateText::print, () -> "never", () -> "impossible"))
                .isEqualTo(text);
    }

    @Test
    void a_moment_is_a_time_of_the_directory() {
        assertThat(AdTime.number(at("2024-01-01 01:00:00+01:00"))).hasValue(133485408000000000L);
        assertThat(AdTime.number(at("1601-01-01"))).hasValue(0);
        assertThat(AdTime.number(at("1600-12-31T23:59:59.9999999"))).isEmpty();
        assertThat(AdTime.number(at("9999-12-31T23:59:59.9999999"))).hasValue(2650467743999999999L);
    }

    private static Instant at(String text) {
        return DateText.read(text).orElseThrow();
    }
}
