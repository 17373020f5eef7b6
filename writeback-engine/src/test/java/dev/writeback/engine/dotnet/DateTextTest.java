package dev.writeback.engine.dotnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T22:15:00+03:00,2/29/2024 7:15:00 PM",
        "2022-11-05-04:00,11/5/2022 4:00:00 AM",
        "2024-05-03,5/3/2024 12:00:00 AM",
        "2024-05-03Z,5/3/2024 12:00:00 AM",
        "2024-05-03 12:00,5/3/2024 12:00:00 PM",
        "2024-05-03T12:00:01,5/3/2024 12:00:01 PM",
        "2024-05-03T12:00:01.9Z,5/3/2024 12:00:01 PM",
        "2024-05-03T12:00:01.1234567Z,5/3/2024 12:00:01 PM",
        "2024-05-03T12:00+02,5/3/2024 10:00:00 AM",
        "2024-05-03T12:00+2,5/3/2024 10:00:00 AM",
        "2024-05-03T12:00-0230,5/3/2024 2:30:00 PM",
        "5/3/2024,5/3/2024 12:00:00 AM",
        "05/03/2024 7:05:09 pm,5/3/2024 7:05:09 PM",
        "12/31/9999 11:59:59 PM,12/31/9999 11:59:59 PM",
        "5/3/2024 19:05,5/3/2024 7:05:00 PM",
        "5/3/2024 9:05 AM,5/3/2024 9:05:00 AM",
        "5/3/2024 12:05 AM,5/3/2024 12:05:00 AM",
        "1/1/0001,1/1/0001 12:00:00 AM",
        "'  2024-05-03\t',5/3/2024 12:00:00 AM"
    })
    void a_date_is_read_and_printed_in_utc(String text, String printed) {
        assertThat(DateText.read(text).map(DateText::print)).contains(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-03T12:00:01.1234567,2024-05-03T12:00:01.123456700Z",
        "2024-05-03T12:00:01.5,2024-05-03T12:00:01.500Z",
        "2024-05-03T12:00:01.0000001,2024-05-03T12:00:01.000000100Z"
    })
    void a_fraction_is_kept(String text, Instant instant) {
        assertThat(DateText.read(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "2024",
                "20240503",
                "2024-5-3",
                "2024-02-30",
                "2023-02-29",
                "0000-01-01",
                "0001-01-01+01:00",
                "9999-12-31T23:59:59-01:00",
                "2024-05-03T",
                "2024-05-03T12",
                "2024-05-03T1:00",
                "2024-05-03T24:00",
                "2024-05-03T12:60",
                "2024-05-03T12:00:60",
                "2024-05-03T12:00.5",
                "2024-05-03T12:00:01.",
                "2024-05-03T12:00:01.12345678",
                "2024-05-03T12:00+15:00",
                "2024-05-03T12:00+01:60",
                "2024-05-03T12:00+2:00",
                "2024-05-03T12:00+020",
                "2024-05-03T12:00+",
                "2024-05-03ZZ",
                "2024-05-03 3:00 PM",
                "13/1/2024",
                "5/3/24",
                "5/3/2024 0:05 AM",
                "5/3/2024 13:05 PM",
                "5/3/2024 3:05 XM",
                "5/3/2024T12:00",
                "3. May 2024"
            })
    void anything_else_is_no_date(String text) {
        assertThat(DateText.read(text)).isEmpty();
    }
}
