package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SecurityIdentifiersProperties {

    @Property
    void text_and_bytes_are_one_thing(
            @ForAll @LongRange(min = 0, max = 0xffff_ffff_ffffL) long authority,
            @ForAll @Size(min = 1, max = 15) List<@LongRange(min = 0, max = 0xffff_ffffL) Long> parts) {
        String text =
                "S-1-" + authority + "-" + parts.stream().map(String::valueOf).collect(Collectors.joining("-"));

        assertThat(SecurityIdentifiers.toText(SecurityIdentifiers.toBytes(text)))
                .isEqualTo(text);
    }

    @Property
    void any_bytes_are_read_without_a_fault(@ForAll byte[] bytes) {
        assertThat(SecurityIdentifiers.toText(bytes)).matches("|S-\\d+-\\d+(-\\d+)*");
    }

    @Example
    void the_bytes_are_those_that_active_directory_holds() {
        assertThat(HexFormat.of()
                        .formatHex(SecurityIdentifiers.toBytes("S-1-5-21-1004336348-1177238915-682003330-512")))
                .isEqualTo("010500000000000515000000dcf4dc3b833d2b46828ba62800020000");
    }
}
