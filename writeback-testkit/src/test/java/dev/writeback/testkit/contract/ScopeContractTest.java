package dev.writeback.testkit.contract;

import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.EntryPointer;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.FilterMatch;
import dev.writeback.spi.Finding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.spi.Membership;
import dev.writeback.spi.ResolvedScope;
import dev.writeback.spi.ScopeConditions;
import dev.writeback.spi.ScopeRead;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ScopeContractTest {

    @Test
    void every_broken_sink_is_caught() {
        new Flaws<UnaryOperator<DirectorySink>>(ScopeContract.class, Held::new)
                .add(
                        "knows units by their name alone",
                        scopes((sink, it) -> sink.scope(units(
                                it,
                                it.organizationalUnits().stream()
                                        .filter(EntryPointer.Named.class::isInstance)
                                        .toList()))),
                        "a_unit_is_found_by_its_name_and_by_its_id",
                        "a_unit_that_was_renamed_is_found_by_its_id_and_not_by_its_old_name")
                .add(
                        "remembers where a unit was",
                        ScopeContractTest::remembering,
                        "a_unit_that_was_renamed_is_found_by_its_id_and_not_by_its_old_name")
                .add(
                        "takes a star for any unit",
                        scopes((sink, it) -> sink.scope(units(
                                it,
                                it.organizationalUnits().stream()
                                        .map(ScopeContractTest::guessed)
                                        .toList()))),
                        "a_unit_that_is_not_there_is_left_out_whatever_its_name_looks_like")
                .add(
                        "adds members and never takes one away",
                        ScopeContractTest::adding,
                        "members_count_by_way_of_groups_within_groups_even_if_they_form_a_circle")
                .add(
                        "lets everybody meet a filter",
                        sink -> new Wrapped(
                                sink,
                                DirectorySink::scope,
                                it -> it instanceof LookupOutcome.Found found
                                        ? new LookupOutcome.Found(found.entry(), FilterMatch.MEETS)
                                        : it),
                        "an_entry_meets_the_filter_or_fails_it_and_an_escaped_star_is_a_star")
                .add(
                        "takes a filter that it cannot read for none",
                        scopes((sink, it) -> sink.scope(
                                new ScopeConditions(it.organizationalUnits(), it.groups(), Optional.empty()))),
                        "a_filter_that_cannot_be_read_is_refused_when_the_scope_is_asked_for")
                .add(
                        "takes silence for a scope without anybody",
                        scopes((sink, it) -> sink.scope(it)
                                .match(read -> read, silence -> new ScopeRead.Resolved(ResolvedScope.nothing()))),
                        "a_directory_that_cannot_be_reached_leaves_the_scope_open")
                .assertCaught();
    }

    private static UnaryOperator<DirectorySink> scopes(BiFunction<DirectorySink, ScopeConditions, ScopeRead> flaw) {
        return sink -> new Wrapped(sink, flaw, it -> it);
    }

    private static ScopeConditions units(ScopeConditions asked, List<EntryPointer> units) {
        return new ScopeConditions(units, asked.groups(), asked.filter());
    }

    private static EntryPointer guessed(EntryPointer pointer) {
        return pointer.toString().contains("*")
                ? new EntryPointer.Named(Dn.of(pointer.toString().replace("*", "Sales")))
                : pointer;
    }

    /** A unit that is asked for by name is said to be there, as where the sink had looked it up before. */
    private static DirectorySink remembering(DirectorySink sink) {
        return scopes((real, asked) -> real.scope(asked)
                        .match(
                                read -> new ScopeRead.Resolved(new ResolvedScope(
                                        named(asked, read.scope()),
                                        read.scope().units(),
                                        read.scope().membership(),
                                        read.scope().gap())),
                                open -> open))
                .apply(sink);
    }

    private static Map<EntryPointer, EntryId> named(ScopeConditions asked, ResolvedScope scope) {
        Map<EntryPointer, EntryId> places = new HashMap<>(scope.places());
        scope.places().values().stream()
                .findFirst()
                .ifPresent(any -> asked.organizationalUnits().stream()
                        .filter(EntryPointer.Named.class::isInstance)
                        .forEach(it -> places.putIfAbsent(it, any)));
        return places;
    }

    private static DirectorySink adding(DirectorySink sink) {
        Set<ObjectGuid> all = new HashSet<>();
        return scopes((real, asked) -> real.scope(asked)
                        .match(
                                read -> {
                                    all.addAll(read.scope().membership().entries());
                                    return new ScopeRead.Resolved(new ResolvedScope(
                                            read.scope().places(),
                                            read.scope().units(),
                                            new Membership(all, Set.of()),
                                            read.scope().gap()));
                                },
                                open -> open))
                .apply(sink);
    }

    /** The contract, held against a sink with a flaw. */
    private static final class Held extends ScopeContract {

        private final UnaryOperator<DirectorySink> flaw;

        Held(UnaryOperator<DirectorySink> flaw) {
            this.flaw = flaw;
        }

        @Override
        protected ScopedDirectory open() {
            return new PlainScopes(flaw);
        }
    }

    private record Wrapped(
            DirectorySink sink,
            BiFunction<DirectorySink, ScopeConditions, ScopeRead> scopes,
            UnaryOperator<LookupOutcome> found)
            implements DirectorySink {

        @Override
        public List<LookupOutcome> lookup(LookupRequest request) {
            return sink.lookup(request).stream().map(found).toList();
        }

        @Override
        public ScopeRead scope(ScopeConditions conditions) {
            return scopes.apply(sink, conditions);
        }

        @Override
        public WriteOutcome write(EntryWrite write) {
            return sink.write(write);
        }

        @Override
        public List<Finding> check(CheckRequest request) {
            return sink.check(request);
        }
    }
}
