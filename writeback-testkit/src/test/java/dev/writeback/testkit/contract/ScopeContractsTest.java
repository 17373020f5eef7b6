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
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ScopeContractsTest {

    @Test
    void every_sink_is_caught_that_is_broken_in_its_units() {
        new Flaws<UnaryOperator<DirectorySink>>(UnitsContract.class, HeldUnits::new)
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
                        ScopeContractsTest::remembering,
                        "a_unit_that_was_renamed_is_found_by_its_id_and_not_by_its_old_name")
                .add(
                        "takes a star for any unit",
                        scopes((sink, it) -> sink.scope(units(
                                it,
                                it.organizationalUnits().stream()
                                        .map(ScopeContractsTest::guessed)
                                        .toList()))),
                        "a_unit_that_is_not_there_is_left_out_whatever_its_name_looks_like")
                .add(
                        "takes silence for a scope without anybody",
                        scopes((sink, it) -> sink.scope(it)
                                .match(read -> read, silence -> new ScopeRead.Resolved(ResolvedScope.nothing()))),
                        "a_directory_that_cannot_be_reached_leaves_the_scope_open")
                .assertCaught();
    }

    @Test
    void every_sink_is_caught_that_is_broken_in_its_groups() {
        new Flaws<UnaryOperator<DirectorySink>>(GroupsContract.class, HeldGroups::new)
                .add(
                        "adds members and never takes one away",
                        ScopeContractsTest::adding,
                        "members_count_by_way_of_groups_within_groups_even_if_they_form_a_circle")
                .add(
                        "takes silence for a scope without anybody",
                        scopes((sink, it) -> sink.scope(it)
                                .match(read -> read, silence -> new ScopeRead.Resolved(ResolvedScope.nothing()))),
                        "a_directory_that_cannot_be_reached_leaves_the_scope_open")
                .add(
                        "knows groups by their name alone",
                        scopes((sink, it) -> sink.scope(new ScopeConditions(
                                it.organizationalUnits(),
                                it.groups().stream()
                                        .filter(EntryPointer.Named.class::isInstance)
                                        .toList(),
                                it.filter()))),
                        "a_group_is_found_by_its_name_and_by_its_id_and_one_that_is_not_there_is_left_out")
                .add(
                        "takes an empty group for everybody",
                        ScopeContractsTest::generous,
                        "a_group_without_members_has_none")
                .assertCaught();
    }

    @Test
    void every_sink_is_caught_that_is_broken_in_its_filters() {
        new Flaws<UnaryOperator<DirectorySink>>(FiltersContract.class, HeldFilters::new)
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

    private static DirectorySink generous(DirectorySink sink) {
        return scopes((real, asked) -> real.scope(asked)
                        .match(
                                read -> read.scope().membership().entries().isEmpty()
                                        ? new ScopeRead.Resolved(new ResolvedScope(
                                                read.scope().places(),
                                                read.scope().units(),
                                                new Membership(Set.of(new ObjectGuid(new UUID(7, 0))), Set.of()),
                                                read.scope().gap()))
                                        : read,
                                open -> open))
                .apply(sink);
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

    private static final class HeldUnits extends UnitsContract {

        private final UnaryOperator<DirectorySink> flaw;

        HeldUnits(UnaryOperator<DirectorySink> flaw) {
            this.flaw = flaw;
        }

        @Override
        protected ScopedDirectory open() {
            return new PlainScopes(flaw);
        }
    }

    private static final class HeldGroups extends GroupsContract {

        private final UnaryOperator<DirectorySink> flaw;

        HeldGroups(UnaryOperator<DirectorySink> flaw) {
            this.flaw = flaw;
        }

        @Override
        protected ScopedDirectory open() {
            return new PlainScopes(flaw);
        }
    }

    private static final class HeldFilters extends FiltersContract {

        private final UnaryOperator<DirectorySink> flaw;

        HeldFilters(UnaryOperator<DirectorySink> flaw) {
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
