package dev.writeback.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueCheckTest {

    @ParameterizedTest
    @CsvSource({
        "msExchRecipientDisplayType,2147483647,2147483647",
        "msExchRecipientDisplayType,-2147483648,-2147483648",
        "msExchRecipientDisplayType,0005,5",
        "msExchRecipientDisplayType,2147483648,",
        "msExchRecipientDisplayType,1.5,",
        "msExchRecipientTypeDetails,9223372036854775807,9223372036854775807",
        "msExchRecipientTypeDetails,9223372036854775808,",
        "msExchHideFromAddressLists,true,TRUE",
        "msExchHideFromAddressLists,False,FALSE",
        "msExchHideFromAddressLists,1,",
        "altRecipient,'CN=a,DC=x','CN=a,DC=x'",
        "altRecipient,nobody,",
        "msExchLitigationHoldDate,20260701120000.0Z,20260701120000.0Z",
        "msExchLitigationHoldDate,20260701120000Z,20260701120000.0Z",
        "msExchLitigationHoldDate,'20260701120000,5+0230',20260701093000.0Z",
        "msExchLitigationHoldDate,202607011200-0230,20260701143000.0Z",
        "msExchLitigationHoldDate,2026070112Z,20260701120000.0Z",
        "msExchLitigationHoldDate,2026070112.5Z,",
        "msExchLitigationHoldDate,2026-07-01T12:00:00Z,20260701120000.0Z",
        "msExchLitigationHoldDate,2026-07-01T12:00:00.999+02:00,20260701100000.0Z",
        "msExchLitigationHoldDate,2026-07-01T12:00:00,20260701120000.0Z",
        "msExchLitigationHoldDate,2026-07-01T12:00,20260701120000.0Z",
        "msExchLitigationHoldDate,2026-07-01,",
        "msExchLitigationHoldDate,20260732120000Z,",
        "msExchLitigationHoldDate,0001-01-01T00:00:00Z,",
        "msExchLitigationHoldDate,1601-01-01T00:00:00+01:00,",
        "msExchLitigationHoldDate,today,",
        "displayNamePrintable,Ida Sand,Ida Sand",
        "displayNamePrintable,Ida Sänd,",
        "displayNamePrintable,Ida~\u007f,Ida~\u007f",
        "displayNamePrintable,Ida\u0080,",
        "targetAddress,SMTP:a@contoso.local,",
        "targetAddress,SMTP:a@contoso.example,SMTP:a@contoso.example",
        "mailNickname,.ida,",
        "mailNickname,ida.sand,ida.sand",
        "countryCode,65535,65535",
        "countryCode,65536,",
        "countryCode,0,0",
        "countryCode,-1,"
    })
    void a_value_takes_the_form_of_its_syntax_or_is_refused(String attribute, String value, String wire) {
        assertThat(ValueCheck.wire(entry(attribute), AttributeValue.text(value)).map(AttributeValue::toString))
                .isEqualTo(Optional.ofNullable(wire));
    }

    @Test
    void text_is_measured_in_utf_16_units() {
        assertThat(ValueCheck.wire(entry("mailNickname"), AttributeValue.text("ü".repeat(64))))
                .isPresent();
        assertThat(ValueCheck.wire(entry("mailNickname"), AttributeValue.text("😀".repeat(33))))
                .isEmpty();
        assertThat(ValueCheck.problem(entry("mailNickname"), AttributeValue.text("😀".repeat(33))))
                .isEqualTo("a value of mailNickname is 66 characters long (UTF-16 units); it may have at most 64.");
    }

    @Test
    void bytes_are_no_text_and_text_is_no_bytes() {
        AttributeValue bytes = AttributeValue.octets(new byte[16]);

        assertThat(ValueCheck.wire(entry("msExchMailboxGuid"), bytes)).contains(bytes);
        assertThat(ValueCheck.wire(entry("msExchMailboxGuid"), AttributeValue.text("x")))
                .isEmpty();
        assertThat(ValueCheck.wire(entry("msExchMailboxGuid"), AttributeValue.octets(new byte[15])))
                .isEmpty();
        assertThat(ValueCheck.wire(entry("mail"), bytes)).isEmpty();
        assertThat(ValueCheck.problem(entry("mail"), bytes)).isEqualTo("mail takes text.");
        assertThat(ValueCheck.problem(entry("proxyAddresses"), AttributeValue.whole(17)))
                .isEqualTo("proxyAddresses takes addresses, which are text.");
    }

    @Test
    void numbers_and_truth_values_may_become_text() {
        assertThat(ValueCheck.wire(entry("extensionAttribute1"), AttributeValue.whole(7)))
                .contains(AttributeValue.text("7"));
        assertThat(ValueCheck.wire(entry("extensionAttribute1"), new AttributeValue.Flag(true)))
                .contains(AttributeValue.text("TRUE"));
        assertThat(ValueCheck.wire(entry("extensionAttribute1"), AttributeValue.text("a\0b")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SMTP:ada@x.example,",
        "smtp:o'brien+tag@x.example,",
        "X500:/o=Org/ou=a (b)/cn=c;d,",
        "smtp:ada,name@domain",
        "smtp:a@b@c,name@domain",
        "smtp:@x,name@domain",
        "smtp:a@,name@domain",
        "smtp:a b@x.example,space",
        "smtp:a<b@x.example,space",
        "smtp:,empty",
        "SIP: ,prefix:address"
    })
    void an_address_is_checked_by_its_kind(String address, String problem) {
        if (problem == null) {
            assertThat(ProxyAddress.parse(address).problem()).isEmpty();
        } else {
            assertThat(ProxyAddress.parse(address).problem())
                    .hasValueSatisfying(it -> assertThat(it).contains(problem));
        }
    }

    @Test
    void an_address_longer_than_256_characters_is_refused() {
        assertThat(ProxyAddress.parse("X500:" + "x".repeat(251)).problem()).isEmpty();
        assertThat(ProxyAddress.parse("X500:" + "x".repeat(252)).problem()).isPresent();
    }

    @Test
    void half_a_character_and_a_zero_character_are_refused() {
        for (String wrong : new String[] {"a\ud83d", "\ude00a", "\ude00\ud83d", "a\0"}) {
            AttributeValue value = AttributeValue.text(wrong);

            assertThat(ValueCheck.wire(entry("extensionAttribute1"), value)).isEmpty();
            assertThat(ValueCheck.problem(entry("extensionAttribute1"), value)).contains("half of a character");
        }
        assertThat(ValueCheck.wire(entry("extensionAttribute1"), AttributeValue.text("😀")))
                .isPresent();
    }

    @Test
    void the_reason_names_what_an_address_breaks_and_not_the_address() {
        assertThat(ValueCheck.problem(entry("targetAddress"), AttributeValue.text("SMTP:secret@contoso.local")))
                .contains("targetAddress", "TopLevelDomain")
                .doesNotContain("secret");
    }

    @Test
    void no_value_makes_the_check_of_any_attribute_throw_and_what_passes_passes_again() {
        List<AttributeValue> values = List.of(
                AttributeValue.text("x"),
                AttributeValue.text("-1"),
                AttributeValue.text("\0"),
                AttributeValue.text("CN=x"),
                AttributeValue.whole(Long.MIN_VALUE),
                AttributeValue.whole(7),
                new AttributeValue.Flag(true),
                AttributeValue.octets(new byte[16]),
                new AttributeValue.Reference(CloudObjectId.of("7")));
        for (CatalogueEntry entry : AttributeCatalogue.standard().entries()) {
            for (AttributeValue value : values) {
                Optional<AttributeValue> wire = ValueCheck.wire(entry, value);

                assertThat(wire.flatMap(it -> ValueCheck.wire(entry, it))).isEqualTo(wire);
                assertThat(ValueCheck.problem(entry, value))
                        .contains(entry.name().value());
            }
        }
    }

    private static CatalogueEntry entry(String name) {
        return AttributeCatalogue.standard().find(AttributeName.of(name)).orElseThrow();
    }
}
