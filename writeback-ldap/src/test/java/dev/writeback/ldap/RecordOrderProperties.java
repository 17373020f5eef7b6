package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecordOrderProperties {

    @Property
    void all_records_are_there_by_priority_and_the_same_each_time(
            @ForAll("records") List<ServiceRecord> records, @ForAll long seed, @ForAll Random shuffle) {
        RecordOrder order = new RecordOrder(new SplittableRandom(seed));
        List<ServiceRecord> first = order.of(records);
        List<ServiceRecord> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, shuffle);

        assertThat(first).containsExactlyInAnyOrderElementsOf(records);
        assertThat(first).extracting(ServiceRecord::priority).isSorted();
        assertThat(order.of(shuffled)).isEqualTo(first);
    }

    @Property
    void the_others_keep_their_order_when_one_goes_or_comes(
            @ForAll("records") List<ServiceRecord> records, @ForAll long seed) {
        RecordOrder order = new RecordOrder(new SplittableRandom(seed));
        List<ServiceRecord> all = order.of(records);
        if (records.size() > 1) {
            List<ServiceRecord> fewer = order.of(records.subList(1, records.size()));

            assertThat(all).containsSubsequence(fewer);
            assertThat(order.of(records)).isEqualTo(all);
        }
    }

    @Example
    void a_record_comes_first_as_often_as_its_weight_asks() {
        List<ServiceRecord> records = List.of(
                new ServiceRecord(0, 60, 389, "a"),
                new ServiceRecord(0, 30, 389, "b"),
                new ServiceRecord(0, 10, 389, "c"),
                new ServiceRecord(0, 0, 389, "d"),
                new ServiceRecord(1, 60000, 389, "e"));
        int rounds = 20_000;
        int[] first = new int[5];
        SplittableRandom random = new SplittableRandom(42);
        for (int round = 0; round < rounds; round++) {
            first[records.indexOf(new RecordOrder(random).of(records).get(0))]++;
        }

        assertThat((double) first[0] / rounds).isCloseTo(0.6, within(0.02));
        assertThat((double) first[1] / rounds).isCloseTo(0.3, within(0.02));
        assertThat((double) first[2] / rounds).isCloseTo(0.1, within(0.02));
        assertThat(first[3]).isLessThan(rounds / 100);
        assertThat(first[4]).isZero();
    }

    @Example
    void a_target_that_is_the_root_says_that_there_is_no_such_service() {
        assertThat(new RecordOrder(new SplittableRandom(1)).of(List.of(new ServiceRecord(0, 0, 0, ""))))
                .isEmpty();
    }

    @Provide
    Arbitrary<List<ServiceRecord>> records() {
        Arbitrary<Integer> priority = Arbitraries.of(0, 1, 10);
        Arbitrary<Integer> weight = Arbitraries.integers().between(0, 65_535);
        Arbitrary<String> host = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
        return Combinators.combine(priority, weight, host)
                .as((p, w, h) -> new ServiceRecord(p, w, 389, h))
                .list()
                .uniqueElements(it -> it.target().toLowerCase(Locale.ROOT))
                .ofMaxSize(12);
    }
}
