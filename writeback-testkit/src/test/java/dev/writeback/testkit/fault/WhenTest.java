package dev.writeback.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WhenTest {

    private static List<Long> struck(When when) {
        return LongStream.rangeClosed(1, 10).filter(when::strikes).boxed().toList();
    }

    @Test
    void counts_from_one() {
        assertThat(struck(When.always())).hasSize(10);
        assertThat(struck(When.nth(3))).containsExactly(3L);
        assertThat(struck(When.every(4))).containsExactly(4L, 8L);
        assertThat(struck(When.first(2))).containsExactly(1L, 2L);
        assertThat(struck(When.after(8))).containsExactly(9L, 10L);
        assertThat(struck(When.after(2).and(When.every(3)))).containsExactly(3L, 6L, 9L);
    }

    @Test
    void draws_the_same_share_from_the_same_seed() {
        When some = When.share(0.3, 7);
        long hits = LongStream.rangeClosed(1, 10_000).filter(some::strikes).count();
        assertThat(hits).isBetween(2_800L, 3_200L);
        assertThat(struck(some)).isEqualTo(struck(When.share(0.3, 7)));
        assertThat(LongStream.range(0, 99).filter(some::strikes).toArray())
                .isNotEqualTo(LongStream.range(0, 99)
                        .filter(When.share(0.3, 8)::strikes)
                        .toArray());
        assertThat(struck(When.share(0, 7))).isEmpty();
        assertThat(struck(When.share(1, 7))).hasSize(10);
    }

    @Test
    void reads_like_a_sentence() {
        UnaryOperator<When> third = when -> when.and(When.nth(3));
        assertThat(third.apply(When.touching("mail"))).hasToString("about mail, call 3");
        assertThat(Faults.none()).hasToString("nothing goes wrong");
        assertThat(Faults.none().on(Call.WRITE, When.nth(3), Fault.cutAfter()))
                .hasToString("WRITE, call 3: it is done, and then the connection is cut");
    }

    @Test
    void is_refused_where_it_means_nothing() {
        assertThatThrownBy(() -> When.nth(0)).hasMessage("calls are counted from 1, not from 0");
        assertThatThrownBy(() -> When.share(1.1, 1)).hasMessage("the share is 1.1; it lies between 0 and 1");
        assertThatThrownBy(() -> When.share(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> When.touching("no such")).isInstanceOf(IllegalArgumentException.class);
    }
}
