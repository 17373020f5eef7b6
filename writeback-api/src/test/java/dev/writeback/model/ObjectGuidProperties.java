package dev.writeback.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class ObjectGuidProperties {

    @Property
    void bytes_come_back_as_they_went_in(@ForAll @Size(16) byte[] bytes) {
        assertThat(ObjectGuid.ofBytes(bytes).toBytes()).isEqualTo(bytes);
    }

    @Property
    void an_immutable_id_leads_back_to_its_guid(@ForAll long high, @ForAll long low) {
        ObjectGuid guid = new ObjectGuid(new UUID(high, low));
        assertThat(ObjectGuid.ofBase64(guid.toBase64())).isEqualTo(guid);
        assertThat(ObjectGuid.ofBytes(guid.toBytes())).isEqualTo(guid);
    }

    @Property
    void different_bytes_are_different_entries(@ForAll @Size(16) byte[] one, @ForAll @Size(16) byte[] other) {
        assertThat(ObjectGuid.ofBytes(one).equals(ObjectGuid.ofBytes(other))).isEqualTo(Arrays.equals(one, other));
    }

    @Property
    void whatever_text_comes_it_is_a_guid_or_an_illegal_argument(@ForAll String text) {
        try {
            assertThat(ObjectGuid.ofBase64(text).toBytes()).hasSize(ObjectGuid.LENGTH);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("an immutable id is the base64 of 16 bytes");
        }
    }
}
