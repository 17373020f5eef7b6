package dev.writeback.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.SourceRead;
import dev.writeback.testkit.cloud.CloudMailbox;
import dev.writeback.testkit.cloud.ScriptedCloud;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultySourceTest {

    private static final CloudChange ADA =
            CloudMailbox.of("ada").stating("Title", "x").change();
    private static final CloudChange BOB = CloudMailbox.of("bob").change();
    private static final CloudChange CY = CloudMailbox.of("cy").change();

    private final ScriptedCloud cloud = ScriptedCloud.of(ADA, BOB, CY).page(BOB);

    private static SourceRead.Page page(CloudSource source, @Nullable Cursor after) {
        return (SourceRead.Page) source.read(after);
    }

    private static Problem problem(SourceRead read) {
        return ((SourceRead.Unavailable) read).problem();
    }

    @Test
    void half_a_page_comes_then_the_source_fails_and_then_the_whole_page_comes_from_the_same_place() {
        Injection faults = Faults.none()
                .on(Call.READ, When.first(1), Fault.halfDelivered())
                .begin();
        CloudSource source = faults.source(cloud);

        SourceRead.Page half = page(source, null);
        assertThat(half.changes()).containsExactly(ADA);
        assertThat(half.rest()).isEqualTo(SourceRead.Rest.MORE);
        assertThat(source.mayHaveNews(half.next())).isTrue();
        assertThat(problem(source.read(half.next())).code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
        SourceRead.Page whole = page(source, half.next());
        assertThat(whole.changes()).containsExactly(ADA, BOB, CY);
        assertThat(page(source, whole.next()).changes()).containsExactly(BOB);
        assertThat(faults.injected()).hasSize(1);
    }

    @Test
    void the_read_that_fails_after_half_a_page_counts_for_no_line() {
        Injection faults = Faults.none()
                .on(Call.READ, When.nth(1), Fault.halfDelivered())
                .on(Call.READ, When.nth(2), Fault.unavailable())
                .begin();
        CloudSource source = faults.source(cloud);
        Cursor place = page(source, null).next();
        assertThat(problem(source.read(place)).reason()).contains("cut the connection");
        assertThat(problem(source.read(place)).reason()).contains("does not answer");
        assertThat(page(source, place).changes()).hasSize(3);
        assertThat(faults.unmet()).isEmpty();
        assertThat(faults.calls(Call.READ)).isEqualTo(4);
    }

    @Test
    void nothing_is_broken_any_more_once_the_plan_has_ended() {
        Injection faults = Faults.none()
                .on(Call.READ, When.always(), Fault.halfDelivered())
                .begin();
        CloudSource source = faults.source(cloud);
        Cursor place = page(source, null).next();
        faults.end();
        assertThat(page(source, place).changes()).containsExactly(ADA, BOB, CY);
    }

    @Test
    void half_of_a_later_page_leads_to_its_own_place() {
        Injection faults =
                Faults.none().on(Call.READ, When.nth(2), Fault.halfDelivered()).begin();
        CloudSource source = faults.source(cloud);
        Cursor second = page(source, null).next();
        SourceRead.Page half = page(source, second);
        assertThat(half.changes()).isEmpty();
        assertThat(half.next()).isEqualTo(second);
    }

    @Test
    void an_empty_page_has_no_half() {
        Injection faults = Faults.none()
                .on(Call.READ, When.always(), Fault.halfDelivered())
                .begin();
        assertThat(page(faults.source(ScriptedCloud.empty()), null).rest()).isEqualTo(SourceRead.Rest.NO_MORE_NOW);
        assertThat(faults.injected()).isEmpty();
    }

    @Test
    void a_page_is_struck_by_what_is_on_it() {
        Injection faults = Faults.none()
                .on(Call.READ, When.of(CloudObjectId.of("cy")).and(When.nth(1)), Fault.unavailable())
                .on(Call.READ, When.touching("title").and(When.nth(2)), Fault.throttled(Duration.ofSeconds(30)))
                .begin();
        CloudSource source = faults.source(cloud);
        assertThat(page(source, new Cursor("1")).changes()).containsExactly(BOB);
        assertThat(source.read(null)).isInstanceOf(SourceRead.Unavailable.class);
        assertThat(problem(source.read(null)).action()).isEqualTo("Try again in PT30S.");
        assertThat(page(source, null).changes()).hasSize(3);
        assertThat(faults.unmet()).isEmpty();
    }

    @Test
    void a_place_expires_but_the_start_never_does() {
        Injection faults =
                Faults.none().on(Call.READ, When.always(), Fault.expired()).begin();
        CloudSource source = faults.source(cloud);
        assertThat(page(source, null).changes()).hasSize(3);
        assertThat(source.read(new Cursor("1"))).isEqualTo(new SourceRead.CursorExpired());
        assertThat(faults.injected()).hasSize(1);
    }

    @Test
    void it_refuses_is_cut_off_and_throws() {
        Injection faults = Faults.none()
                .on(Call.READ, When.nth(1), Fault.refused(ErrorCode.INSUFFICIENT_RIGHTS))
                .on(Call.READ, When.nth(2), Fault.cutBefore())
                .on(Call.READ, When.nth(3), Fault.cutAfter())
                .on(Call.READ, When.nth(4), Fault.throwing(() -> new IllegalStateException("planned")))
                .on(Call.ACCEPTED_DOMAINS, When.nth(1), Fault.throwing(() -> new IllegalStateException("planned")))
                .begin();
        CloudSource source = faults.source(cloud);
        assertThat(problem(source.read(null)).code()).isEqualTo(ErrorCode.INSUFFICIENT_RIGHTS);
        assertThat(problem(source.read(null)).reason()).contains("cut the connection");
        assertThat(cloud.reads()).isEmpty();
        assertThat(problem(source.read(null)).reason()).contains("cut the connection");
        assertThat(cloud.reads()).hasSize(1);
        assertThatThrownBy(() -> source.read(null)).hasMessage("planned");
        assertThatThrownBy(source::acceptedDomains).hasMessage("planned");
        assertThat(source.acceptedDomains()).isEmpty();
        assertThat(page(source, null).changes()).isEqualTo(List.of(ADA, BOB, CY));
        assertThat(faults.unmet()).isEmpty();
    }
}
