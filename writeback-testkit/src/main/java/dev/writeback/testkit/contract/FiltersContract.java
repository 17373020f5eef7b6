package dev.writeback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.plan.ErrorCode;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.FilterMatch;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.spi.ScopeConditions;
import dev.writeback.spi.ScopeRead;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What a {@link DirectorySink} must do whose scope may be limited by an LDAP filter. A test extends it beside {@link
 * DirectorySinkContract}; a sink that takes no filter says so when it is asked, and has nothing to prove.
 */
public abstract class FiltersContract extends ScopeFixture {

    /** For those who extend it. */
    protected FiltersContract() {}

    @Test
    void an_entry_meets_the_filter_or_fails_it_and_an_escaped_star_is_a_star() {
        assertThat(matches("(extensionAttribute1=Sales)"))
                .as("whether the entries that hold Sales and R*D are in Sales")
                .containsExactly(FilterMatch.MEETS, FilterMatch.FAILS);
        assertThat(matches("(extensionAttribute1=R\\2aD)"))
                .as("whether they are in R*D")
                .containsExactly(FilterMatch.FAILS, FilterMatch.MEETS);
        assertThat(matches("(&(extensionAttribute1=*)(!(extensionAttribute1=Sales)))"))
                .as("whether they are in something else than Sales")
                .containsExactly(FilterMatch.FAILS, FilterMatch.MEETS);
    }

    @Test
    void a_filter_that_cannot_be_read_is_refused_when_the_scope_is_asked_for() {
        ScopeRead read =
                sink.scope(new ScopeConditions(List.of(), List.of(), Optional.of("(extensionAttribute1=Sales")));
        assertThat(read)
                .as("what comes of a filter without its last bracket; taken for none, everybody is in scope")
                .isInstanceOf(ScopeRead.Unresolved.class);
        assertThat(((ScopeRead.Unresolved) read).problem().code()).isEqualTo(ErrorCode.SCOPE_UNRESOLVED);
    }

    private List<FilterMatch> matches(String filter) {
        LookupRequest request = new LookupRequest(
                List.of(List.of(SinkCall.immutableId(ada)), List.of(SinkCall.immutableId(bob))),
                Map.of(),
                Set.of(),
                List.of(),
                List.of(),
                Optional.of(filter));
        return sink.lookup(request).stream()
                .map(it -> {
                    assertThat(it).as("the outcome of a lookup with a filter").isInstanceOf(LookupOutcome.Found.class);
                    return ((LookupOutcome.Found) it).match();
                })
                .toList();
    }
}
