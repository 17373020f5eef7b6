package dev.writeback.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.writeback.model.CloudObjectId;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.plan.WriteOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PortsTest {

    private static final Problem PROBLEM = Problem.of(ErrorCode.REJECTED, "It is refused.", "Ask.");
    private static final Status STATUS = new Status(
            "1",
            Instant.EPOCH,
            Duration.ZERO,
            "cycle",
            "change",
            "job",
            Optional.of(CloudObjectId.of("ada")),
            Optional.empty(),
            Step.Result.SUCCESS,
            Optional.empty(),
            List.of());

    @ParameterizedTest
    @MethodSource
    void every_reading_is_answered_by_its_own_case(SourceRead read, String expected) {
        assertThat(read.<String>match(
                        page -> "page " + page.rest(), unavailable -> "unavailable", expired -> "expired"))
                .isEqualTo(expected);
    }

    static Stream<Arguments> every_reading_is_answered_by_its_own_case() {
        return Stream.of(
                Arguments.of(
                        new SourceRead.Page(List.of(), List.of(), new Cursor("1"), SourceRead.Rest.MORE), "page MORE"),
                Arguments.of(new SourceRead.Unavailable(PROBLEM), "unavailable"),
                Arguments.of(new SourceRead.CursorExpired(), "expired"));
    }

    @ParameterizedTest
    @MethodSource
    void every_lookup_is_answered_by_its_own_case(LookupOutcome outcome, String expected) {
        assertThat(outcome.<String>match(
                        found -> "found", missing -> "not found", ambiguous -> "ambiguous", away -> "unavailable"))
                .isEqualTo(expected);
    }

    static Stream<Arguments> every_lookup_is_answered_by_its_own_case() {
        EntryId entry = new EntryId(ObjectGuid.ofBytes(new byte[16]), Dn.of("CN=Ada,DC=x"));
        return Stream.of(
                Arguments.of(new LookupOutcome.Found(new DirectoryEntry(entry, Map.of(), "dc1")), "found"),
                Arguments.of(new LookupOutcome.NotFound(PROBLEM), "not found"),
                Arguments.of(new LookupOutcome.Ambiguous(PROBLEM), "ambiguous"),
                Arguments.of(new LookupOutcome.Unavailable(PROBLEM), "unavailable"));
    }

    @Test
    void reporters_in_a_row_are_told_in_their_order() {
        List<String> told = new ArrayList<>();
        StatusReporter both = ((StatusReporter) status -> told.add("first")).and(status -> told.add("second"));
        both.report(STATUS);
        assertThat(told).containsExactly("first", "second");
    }

    @Test
    void a_reporter_that_throws_keeps_the_next_from_being_told() {
        List<Status> told = new ArrayList<>();
        StatusReporter broken = status -> {
            throw new IllegalStateException("closed");
        };
        assertThatIllegalStateException().isThrownBy(() -> broken.and(told::add).report(STATUS));
        assertThat(told).isEmpty();
    }

    @Test
    void the_reporter_for_nobody_takes_everything() {
        assertThatCode(() -> StatusReporter.none().report(STATUS)).doesNotThrowAnyException();
    }

    @Test
    void a_source_is_called_cloud_unless_it_says_otherwise_and_nothing_needs_closing() {
        CloudSource source = after -> new SourceRead.CursorExpired();
        assertThat(source.name()).isEqualTo("cloud");
        assertThat(source.acceptedDomains()).isEmpty();
        assertThatCode(source::close).doesNotThrowAnyException();
        assertThatCode(new NoDirectory()::close).doesNotThrowAnyException();
        assertThatCode(new NoStore()::close).doesNotThrowAnyException();
    }

    @Test
    void a_source_that_cannot_tell_says_that_it_has_no_news() {
        CloudSource source = after -> new SourceRead.CursorExpired();
        assertThat(source.mayHaveNews(null)).isFalse();
        assertThat(source.mayHaveNews(new Cursor("1"))).isFalse();
    }

    @Test
    void a_store_of_one_process_goes_by_the_clock_of_its_host() {
        InstantSource own = InstantSource.fixed(Instant.EPOCH);
        assertThat(new NoStore().clock(own)).isSameAs(own);
    }

    private static final class NoDirectory implements DirectorySink {
        @Override
        public List<LookupOutcome> lookup(LookupRequest request) {
            return List.of();
        }

        @Override
        public WriteOutcome write(EntryWrite write) {
            return new WriteOutcome.Applied();
        }

        @Override
        public List<Finding> check(CheckRequest request) {
            return List.of();
        }
    }

    private static final class NoStore implements WritebackStore {
        @Override
        public Intake intake() {
            throw new UnsupportedOperationException();
        }

        @Override
        public WorkQueue work() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Records records() {
            throw new UnsupportedOperationException();
        }
    }
}
