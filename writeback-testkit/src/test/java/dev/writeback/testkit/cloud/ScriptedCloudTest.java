package dev.writeback.testkit.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.model.CloudChange;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.SourceRead;
import dev.writeback.testkit.contract.CloudSourceContract;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScriptedCloudTest extends CloudSourceContract {

    private static final CloudChange ADA = CloudMailbox.of("ada").change();
    private static final CloudChange BOB = CloudMailbox.of("bob").change();

    private final ScriptedCloud cloud = ScriptedCloud.empty();

    @Override
    protected CloudSource open() {
        return cloud;
    }

    @Override
    protected void publish(List<CloudChange> changes) {
        cloud.page(changes);
    }

    @Override
    protected int publishMalformed() {
        cloud.malformed("{oops");
        return 1;
    }

    @Override
    protected Runnable interrupt() {
        cloud.unavailable(1);
        return () -> {};
    }

    @Test
    void a_page_comes_again_where_the_script_says_so() {
        cloud.page(ADA).page(BOB).again(0);

        assertThat(page(new Cursor("2")).changes()).containsExactly(ADA);
    }

    @Test
    void a_cursor_expires_once_and_the_start_never_does() {
        cloud.page(ADA).page(BOB).expired();

        assertThat(page(null).rest()).isEqualTo(SourceRead.Rest.MORE);
        assertThat(cloud.read(new Cursor("1"))).isEqualTo(new SourceRead.CursorExpired());
        assertThat(page(new Cursor("1")).changes()).containsExactly(BOB);
    }

    @Test
    void it_is_unavailable_as_often_as_the_script_says() {
        cloud.page(ADA).unavailable(2);

        assertThat(cloud.read(null)).isInstanceOf(SourceRead.Unavailable.class);
        assertThat(cloud.read(null)).isInstanceOf(SourceRead.Unavailable.class);
        assertThat(page(null).changes()).containsExactly(ADA);
    }

    @Test
    void an_answer_of_the_test_comes_instead_of_a_page_which_is_not_lost() {
        cloud.page(ADA).next(after -> new SourceRead.CursorExpired());

        assertThat(cloud.read(null)).isEqualTo(new SourceRead.CursorExpired());
        assertThat(page(null).changes()).containsExactly(ADA);
    }

    @Test
    void what_was_read_and_from_where_is_known() {
        cloud.page(ADA);

        page(null);
        page(new Cursor("1"));

        assertThat(cloud.reads()).containsExactly(Optional.empty(), Optional.of(new Cursor("1")));
    }

    @Test
    void a_malformed_part_has_its_place_and_its_content() {
        cloud.page(ADA).malformed("{oops");

        assertThat(page(new Cursor("1")).rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.place()).isEqualTo("script:2");
            assertThat(rejected.content()).isEqualTo("{oops");
        });
    }

    @Test
    void a_cloud_that_is_asked_too_often_says_how_long_to_wait() {
        cloud.page(ADA).throttled(1, Duration.ofSeconds(30));

        assertThat(cloud.read(null))
                .isInstanceOfSatisfying(
                        SourceRead.Unavailable.class,
                        it -> assertThat(it.problem().action()).isEqualTo("Read again from the same place in PT30S."));
        assertThat(page(null).changes()).containsExactly(ADA);
    }

    @Test
    void a_page_comes_in_another_order_and_always_in_the_same_one() {
        List<CloudChange> many = GeneratedMailboxes.of(1, 50).cycle(0).toList();
        cloud.page(many).reordered(7);

        assertThat(page(null).changes())
                .containsExactlyInAnyOrderElementsOf(many)
                .isNotEqualTo(many)
                .isEqualTo(page(null).changes());
        assertThat(page(null).changes())
                .isNotEqualTo(
                        ((SourceRead.Page) ScriptedCloud.of(many).reordered(8).read(null)).changes());
    }

    @Test
    void pages_come_late() {
        for (int version = 1; version <= 9; version++) {
            cloud.page(CloudMailbox.of("ada").version(version).change());
        }
        cloud.late(3);

        List<Long> versions = IntStream.range(0, 9)
                .mapToObj(number -> page(new Cursor(Integer.toString(number))).changes())
                .map(changes -> changes.get(0).version().getAsLong())
                .toList();

        assertThat(versions)
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L)
                .isNotEqualTo(versions.stream().sorted().toList());
    }

    @Test
    void a_share_lies_between_nothing_and_all() {
        assertThatThrownBy(() -> cloud.repeating(7.5, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the share is 7.5; it lies between 0 and 1");
        assertThatThrownBy(() -> cloud.repeating(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_share_of_a_page_comes_once_more_on_the_next() {
        List<CloudChange> many = GeneratedMailboxes.of(1, 100).cycle(0).toList();
        cloud.page(many).page(BOB).repeating(0.5, 7);

        assertThat(page(null).changes()).isEqualTo(many);
        List<CloudChange> next = page(new Cursor("1")).changes();
        assertThat(next).hasSizeBetween(30, 70).startsWith(BOB);
        assertThat(many).containsAll(next.subList(1, next.size()));
    }

    @Test
    void a_cloud_that_was_read_is_put_in_disorder_no_more() {
        cloud.page(ADA).page(BOB);
        page(null);

        assertThatThrownBy(() -> cloud.late(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("put it in disorder before that");
    }

    private SourceRead.Page page(@Nullable Cursor after) {
        return (SourceRead.Page) cloud.read(after);
    }
}
