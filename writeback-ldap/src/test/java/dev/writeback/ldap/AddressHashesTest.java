package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressHashesTest {

    @Test
    void each_address_is_new_once() {
        AddressHashes hashes = new AddressHashes();

        assertThat(IntStream.range(0, 100_000).filter(i -> hashes.add("user" + i + "@x.test")))
                .hasSize(100_000);
        assertThat(IntStream.range(0, 100_000).filter(i -> hashes.add("user" + i + "@x.test")))
                .isEmpty();
        assertThat(hashes.isFull()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "SMTP:Ada@X.Test,ada@x.test",
        "smtp:ada@x.test,ada@x.test",
        "ada@x.test ,ada@x.test",
        "SIP:Ada@x.test,sip:ada@x.test"
    })
    void an_address_is_compared_without_its_case_and_its_smtp_prefix(String address, String normalized) {
        assertThat(AddressHashes.normalized(address)).isEqualTo(normalized);
    }

    @ParameterizedTest
    @CsvSource({
        "17003,Exchange 2019 CU10 or later",
        "14732,Exchange 2010 SP2",
        "15313,'newer than Exchange 2013 CU7 to CU23, and not known here'",
        "10,older than Exchange 2007"
    })
    void a_version_of_the_schema_has_a_release(String version, String release) {
        assertThat(ExchangeRelease.of(version))
                .hasValueSatisfying(it -> assertThat(it).startsWith(release));
        assertThat(ExchangeRelease.of("seventeen")).isEmpty();
    }
}
