package dev.writeback.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;

class AttributeValueProperties {

    @Property
    void bytes_come_back_as_they_went_in(@ForAll @NotEmpty byte[] bytes) {
        AttributeValue.Octets octets = (AttributeValue.Octets) AttributeValue.octets(bytes);
        assertThat(octets.bytes()).isEqualTo(bytes);
        assertThat(new AttributeValue.Octets(octets.base64())).isEqualTo(octets);
    }

    @Property
    void whatever_text_comes_it_is_octets_or_an_illegal_argument(@ForAll String text) {
        try {
            assertThat(new AttributeValue.Octets(text).bytes()).isNotEmpty();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("an octet value is");
        }
    }
}
