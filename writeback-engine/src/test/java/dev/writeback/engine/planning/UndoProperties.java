package dev.writeback.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.exchange.ProxyAddress;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.merge.Difference;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.JournalRecord.Change;
import dev.writeback.plan.JournalRecord.Written;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of taking a run back, over entries, runs of several writes, and what others do to the entries since. */
class UndoProperties {

    private static final AttributeName ADDRESSES = AttributeName.of("proxyAddresses");
    private static final AttributeName SINGLE = AttributeName.of("extensionAttribute1");
    private static final AttributeName MULTIPLE = AttributeName.of("msExchExtensionCustomAttribute1");
    private static final List<AttributeName> NAMES = List.of(ADDRESSES, SINGLE, MULTIPLE);

    private final UndoPlanner planner = new UndoPlanner(Profile.exchangeOnline());

    @Property
    void undo_restores_what_a_run_changed(
            @ForAll("states") State before, @ForAll("states") State first, @ForAll("states") State second) {
        List<Written> run = run(before, first, second);
        Plan undo = planner.plan(Samples.ID, run, entry(last(before, first, second)));
        assertThat(same(before, applied(undo, last(before, first, second)))).isTrue();
        assertThat(UndoPlanner.left(undo)).isZero();
    }

    @Property
    void undo_of_undo_is_the_run(@ForAll("states") State before, @ForAll("states") State after) {
        State now = last(before, after);
        Plan undo = planner.plan(Samples.ID, run(before, after), entry(now));
        State undone = applied(undo, now);
        List<Written> record = written("undo", now, undone);
        if (record.isEmpty()) {
            assertThat(same(now, undone)).isTrue();
            return;
        }
        Plan redo = planner.plan(Samples.ID, record, entry(undone));
        assertThat(same(now, applied(redo, undone))).isTrue();
    }

    @Property
    void undo_writes_only_what_the_run_wrote(
            @ForAll("states") State before, @ForAll("states") State after, @ForAll("states") State now) {
        List<Written> run = run(before, after);
        if (run.isEmpty()) {
            return;
        }
        Set<AttributeName> written = run.stream()
                .flatMap(write -> write.changes().stream())
                .map(Change::attribute)
                .collect(Collectors.toSet());
        Plan undo = planner.plan(Samples.ID, run, entry(now));
        assertThat(undo.modifications()).allMatch(it -> written.contains(it.attribute()));
        assertThat(undo.decisions()).extracting(AttributeDecision::attribute).isSubsetOf(written);
    }

    @Property
    void undo_loses_nothing_that_somebody_edited_later(
            @ForAll("states") State before, @ForAll("states") State after, @ForAll("states") State now) {
        State ours = last(before, after);
        Plan undo = planner.plan(Samples.ID, run(before, after), entry(now));
        State undone = applied(undo, now);
        for (AttributeName name : NAMES) {
            AttributeSyntax syntax = syntax(name);
            for (AttributeValue theirs : now.values(name)) {
                if (!holds(syntax, ours.values(name), theirs)) {
                    assertThat(holds(syntax, undone.values(name), theirs))
                            .as("%s of %s, which the run had not written", theirs, name)
                            .isTrue();
                }
            }
        }
    }

    @Property
    void undo_brings_nothing_back_that_the_run_had_not_taken(
            @ForAll("states") State before, @ForAll("states") State after, @ForAll("states") State now) {
        Plan undo = planner.plan(Samples.ID, run(before, after), entry(now));
        for (Modification modification : undo.modifications()) {
            AttributeSyntax syntax = syntax(modification.attribute());
            assertThat(modification.add())
                    .allMatch(value -> holds(syntax, before.values(modification.attribute()), value));
            assertThat(modification.remove())
                    .allMatch(value -> holds(syntax, last(before, after).values(modification.attribute()), value));
        }
    }

    @Property
    void undo_never_leaves_two_primary_addresses_or_none_where_there_was_one(
            @ForAll("states") State before, @ForAll("states") State after, @ForAll("states") State now) {
        Plan undo = planner.plan(Samples.ID, run(before, after), entry(now));
        State undone = applied(undo, now);
        boolean touched =
                undo.modifications().stream().anyMatch(it -> it.attribute().equals(ADDRESSES));
        boolean asBefore = syntax(ADDRESSES).same(undone.values(ADDRESSES), before.values(ADDRESSES));
        if (touched && !asBefore) {
            assertThat(primaries(undone)).isLessThanOrEqualTo(1);
            assertThat(primaries(undone) == 0 && primaries(now) > 0).isFalse();
        }
    }

    @Property
    void an_undo_that_is_applied_and_planned_again_is_empty(
            @ForAll("states") State before, @ForAll("states") State after, @ForAll("states") State now) {
        List<Written> run = run(before, after);
        State undone = applied(planner.plan(Samples.ID, run, entry(now)), now);
        assertThat(planner.plan(Samples.ID, run, entry(undone)).modifications()).isEmpty();
    }

    @Property
    void a_write_that_was_made_is_known_by_the_entry_whatever_else_changed(
            @ForAll("states") State before, @ForAll("states") State after, @ForAll("states") State others) {
        List<Written> run = written("run", before, last(before, after));
        if (run.isEmpty()) {
            return;
        }
        assertThat(Recovery.wasMade(run.get(0), entry(last(before, after)))).isTrue();
        assertThat(Recovery.wasMade(run.get(0), entry(before))).isFalse();
        AttributeName changed = run.get(0).changes().get(0).attribute();
        Map<AttributeName, List<AttributeValue>> mixed = new LinkedHashMap<>(others.values);
        mixed.put(changed, before.values(changed));
        assertThat(Recovery.wasMade(run.get(0), entry(new State(mixed)))).isFalse();
    }

    /** What an entry holds. */
    record State(Map<AttributeName, List<AttributeValue>> values) {
        List<AttributeValue> values(AttributeName name) {
            return values.getOrDefault(name, List.of());
        }
    }

    @Provide
    Arbitrary<State> states() {
        Arbitrary<List<AttributeValue>> texts = Arbitraries.of("a", "b", "c", "d", "A")
                .map(AttributeValue::text)
                .list()
                .uniqueElements(value -> AttributeSyntax.CASE_IGNORE.identity(value))
                .ofMaxSize(3);
        Arbitrary<List<AttributeValue>> one = Arbitraries.of("x", "y", "z", "X")
                .map(AttributeValue::text)
                .list()
                .ofMaxSize(1);
        Arbitrary<List<AttributeValue>> addresses = Arbitraries.of("smtp:a@x", "smtp:b@x", "smtp:c@x", "X500:/o=x")
                .list()
                .uniqueElements()
                .ofMaxSize(4)
                .map(UndoProperties::withPrimary);
        return Combinators.combine(addresses, one, texts)
                .as((all, single, multiple) -> new State(Map.of(ADDRESSES, all, SINGLE, single, MULTIPLE, multiple)));
    }

    private static List<AttributeValue> withPrimary(List<String> addresses) {
        List<AttributeValue> values = new ArrayList<>();
        boolean primary = false;
        for (String address : addresses) {
            ProxyAddress parsed = ProxyAddress.parse(address);
            values.add((primary ? parsed : parsed.promoted()).value());
            primary |= parsed.isSmtp();
        }
        return values;
    }

    /** What a run wrote that brought an entry from one state to the next, as far as its rules let it. */
    private List<Written> run(State... states) {
        List<Written> all = new ArrayList<>();
        for (int i = 1; i < states.length; i++) {
            all.addAll(written("run", states[i - 1], states[i]));
        }
        return all.isEmpty() ? written("run", states[0], flipped(states[0])) : all;
    }

    /** The state that the run leaves. */
    private State last(State... states) {
        boolean wrote = false;
        for (int i = 1; i < states.length; i++) {
            wrote |= !written("run", states[i - 1], states[i]).isEmpty();
        }
        return wrote ? states[states.length - 1] : flipped(states[0]);
    }

    private static State flipped(State state) {
        Map<AttributeName, List<AttributeValue>> values = new LinkedHashMap<>(state.values);
        values.put(SINGLE, List.of(AttributeValue.text("flipped")));
        return new State(values);
    }

    private List<Written> written(String run, State before, State after) {
        List<Change> changes = new ArrayList<>();
        for (AttributeName name : NAMES) {
            if (!syntax(name).same(before.values(name), after.values(name))) {
                changes.add(new Change(name, before.values(name), after.values(name), Disclosure.OPEN));
            }
        }
        return changes.isEmpty()
                ? List.of()
                : List.of(new Written(run, Instant.EPOCH, Samples.ID, Samples.ENTRY, changes, Optional.empty()));
    }

    private static DirectoryEntry entry(State state) {
        return new DirectoryEntry(Samples.ENTRY, state.values, "dc1:389");
    }

    private static State applied(Plan plan, State now) {
        Map<AttributeName, List<AttributeValue>> values = new LinkedHashMap<>(now.values);
        for (Modification modification : plan.modifications()) {
            List<AttributeValue> present = now.values(modification.attribute());
            assertThat(present).containsAll(modification.remove());
            values.put(modification.attribute(), Difference.apply(modification, present));
        }
        return new State(values);
    }

    private static boolean same(State one, State other) {
        return NAMES.stream().allMatch(name -> syntax(name).same(one.values(name), other.values(name)));
    }

    private static boolean holds(AttributeSyntax syntax, List<AttributeValue> values, AttributeValue sought) {
        return values.stream().anyMatch(value -> syntax.same(value, sought));
    }

    private static long primaries(State state) {
        return new HashSet<>(state.values(ADDRESSES))
                .stream().filter(value -> ProxyAddress.of(value).isPrimary()).count();
    }

    private static AttributeSyntax syntax(AttributeName name) {
        return name.equals(ADDRESSES) ? AttributeSyntax.ADDRESS : AttributeSyntax.CASE_IGNORE;
    }
}
