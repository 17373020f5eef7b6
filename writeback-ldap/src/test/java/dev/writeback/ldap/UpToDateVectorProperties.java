package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.ReplicaMark;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class UpToDateVectorProperties {

    /** As a domain controller of the lab kept it, after it had replicated from one other. */
    private static final byte[] OF_THE_LAB = HexFormat.of()
            .parseHex("02000000000000000100000000000000" + "949bd62db7bd924da95dd9c9dc94042f" + "d210000000000000"
                    + "00803ed5deb19d01");

    private static final String OTHER = "2dd69b94-bdb7-4d92-a95d-d9c9dc94042f";

    @Example
    void a_real_one_is_read() {
        UpToDateVector vector = UpToDateVector.of(OF_THE_LAB);

        assertThat(vector.seen(OTHER)).hasValue(4306);
        assertThat(vector.seen("0f8fad5b-d9cb-469f-a165-70867728950e")).isEmpty();
    }

    @Property
    void nonsense_says_nothing_of_a_copy_that_is_not_in_it(@ForAll byte[] bytes) {
        assertThat(UpToDateVector.of(bytes).seen(OTHER)).isEmpty();
    }

    @Example
    void one_that_is_cut_off_says_nothing() {
        byte[] cut = java.util.Arrays.copyOf(OF_THE_LAB, OF_THE_LAB.length - 1);

        assertThat(UpToDateVector.of(cut)).isEqualTo(UpToDateVector.empty());
    }

    @Property
    void a_mark_is_read_as_it_was_written(
            @ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long usn,
            @ForAll @LongRange(min = 0, max = 99_999_999_999L) long seconds,
            @ForAll boolean known) {
        Watermark mark = new Watermark(
                "dc1.corp.example:636",
                OTHER,
                known ? OptionalLong.of(usn) : OptionalLong.empty(),
                Instant.ofEpochSecond(seconds));

        assertThat(Watermark.of(mark.mark())).contains(mark);
    }

    @Property
    void other_marks_are_none(@ForAll String text) {
        Optional<ReplicaMark> mark =
                text.isEmpty() || text.length() > 1000 ? Optional.empty() : Optional.of(new ReplicaMark(text));

        assertThat(mark.flatMap(Watermark::of)).isEmpty();
    }
}
