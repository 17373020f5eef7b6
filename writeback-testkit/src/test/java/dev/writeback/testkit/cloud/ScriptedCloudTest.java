package dev.writeback.testkit.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.CloudChange;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.SourceRead;
import dev.writeback.testkit.contract.CloudSourceContract;
import java.util.List;
import java.util.Optional;
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

    private SourceRead.Page page(@Nullable Cursor after) {
        return (SourceRead.Page) cloud.read(after);
    }
}
