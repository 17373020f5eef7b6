package dev.writeback.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import dev.writeback.plan.SkipReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What a saved plan may do, over plans that a planner has made and over such that somebody has tampered with. */
class SavedPlanProperties {

    private static final List<String> TEXTS = List.of("extensionAttribute1", "extensionAttribute2");
    private static final String SOMEWHERE_ELSE = "0f0e8b1c-1a53-4ef5-9f0a-0d3c5f5d7a01";

    private final Planner planner = new Planner(Profile.exchangeOnline());

    @Property(tries = 300)
    void whatever_a_planner_makes_may_be_carried_out_on_what_it_was_made_from(
            @ForAll("objects") CloudObject object, @ForAll("entries") DirectoryEntry entry) {
        Plan plan = written(object, entry);

        assertThat(saved(plan).flaw()).isEmpty();
        assertThat(saved(plan).on(entry)).isEqualTo(plan);
    }

    @Property(tries = 300)
    void what_was_carried_out_is_known_again(
            @ForAll("objects") CloudObject object, @ForAll("entries") DirectoryEntry entry) {
        Plan plan = written(object, entry);

        assertThat(saved(plan).on(applied(plan, entry)).disposition())
                .isInstanceOfSatisfying(
                        Disposition.Skip.class,
                        skip -> assertThat(skip.reason()).isEqualTo(SkipReason.REDUNDANT_EXPORT));
    }

    @Property(tries = 300)
    void an_entry_that_holds_something_else_is_refused_and_the_attribute_is_named(
            @ForAll("objects") CloudObject object,
            @ForAll("entries") DirectoryEntry entry,
            @ForAll("attributes") AttributeName changed,
            @ForAll("values") List<AttributeValue> theirs) {
        Plan plan = written(object, entry);
        DirectoryEntry now = with(entry, changed, theirs);
        AttributeSyntax syntax = planner.writes().getOrDefault(changed, AttributeSyntax.CASE_EXACT);
        Assume.that(!syntax.same(theirs, entry.values(changed)));
        Assume.that(saved(plan).on(now).disposition() instanceof Disposition.Refuse
                || !syntax.same(theirs, plan.decision(changed).orElseThrow().result()));

        assertThat(saved(plan).on(now).disposition()).isInstanceOfSatisfying(Disposition.Refuse.class, refuse -> {
            assertThat(refuse.problem().code()).isEqualTo(ErrorCode.PLAN_OUTDATED);
            assertThat(refuse.problem().reason()).contains(Samples.ENTRY.toString(), changed.value());
            theirs.forEach(it -> assertThat(refuse.problem().toString()).doesNotContain(": " + it));
        });
    }

    @Property(tries = 300)
    void a_modification_that_does_not_lead_to_the_result_is_a_flaw(
            @ForAll("objects") CloudObject object,
            @ForAll("entries") DirectoryEntry entry,
            @ForAll @IntRange(min = 0, max = 3) int slip) {
        Plan plan = written(object, entry);
        AttributeDecision first = plan.decisions().stream()
                .filter(AttributeDecision::writes)
                .findFirst()
                .orElseThrow();
        List<AttributeValue> more = List.of(AttributeValue.text("SMTP:more@x"));

        Plan changed = replacing(plan, first, it -> tampered(it, slip, more));

        assertThat(saved(changed).flaw()).isPresent();
    }

    @Example
    void what_is_redacted_and_writes_or_is_not_written_or_comes_twice_is_a_flaw() {
        Plan plan = written(Samples.cloud("CustomAttribute1", "x"), Samples.entry());
        AttributeDecision first = plan.decisions().stream()
                .filter(AttributeDecision::writes)
                .findFirst()
                .orElseThrow();
        Plan redacted =
                replacing(plan, first, it -> disclosed(it, Disclosure.REDACTED).shown());
        List<AttributeDecision> twice = new ArrayList<>(plan.decisions());
        twice.add(first);

        assertThat(saved(redacted).flaw().orElseThrow().reason()).contains("redacted", "extensionAttribute1");
        assertThat(new SavedPlan(plan, Map.of()).flaw().orElseThrow().reason())
                .contains("not written by the present profile");
        assertThat(saved(new Plan(plan.object(), plan.entry(), twice, plan.disposition()))
                        .flaw()
                        .orElseThrow()
                        .reason())
                .contains("twice");
    }

    @Example
    void what_is_redacted_and_stays_is_neither_compared_nor_agreed() {
        Plan plan = written(Samples.cloud("CustomAttribute1", "x"), Samples.entry("extensionAttribute2", "secret"));
        AttributeDecision quiet =
                plan.decision(AttributeName.of("extensionAttribute2")).orElseThrow();
        Plan redacted =
                replacing(plan, quiet, it -> disclosed(it, Disclosure.REDACTED).shown());

        assertThat(saved(redacted).flaw()).isEmpty();
        assertThat(saved(redacted)
                        .on(Samples.entry("extensionAttribute2", "other"))
                        .writes())
                .isTrue();
        assertThat(saved(redacted).known().decision(quiet.attribute())).isEmpty();
    }

    @Example
    void what_a_plan_leaves_is_not_agreed_by_it() {
        Plan plan = written(
                Samples.cloud("CustomAttribute1", "x", "CustomAttribute2", "same"),
                Samples.entry("extensionAttribute2", "same"));

        assertThat(saved(plan).known().decisions())
                .extracting(decision -> decision.attribute().value())
                .containsExactly("extensionAttribute1");
    }

    @Example
    void a_plan_of_another_entry_is_outdated() {
        Plan plan = written(Samples.cloud("CustomAttribute1", "x"), Samples.entry());
        DirectoryEntry other = new DirectoryEntry(
                new EntryId(new ObjectGuid(UUID.fromString(SOMEWHERE_ELSE)), Dn.of("CN=Bob,DC=corp")), Map.of(), "dc1");

        assertThat(saved(plan).on(other).disposition())
                .isInstanceOfSatisfying(
                        Disposition.Refuse.class,
                        refuse -> assertThat(refuse.problem().reason()).contains("CN=Bob,DC=corp", "CN=Ada"));
    }

    @Property(tries = 200)
    void exactly_what_stands_there_twice_is_a_repeat(@ForAll("numbers") List<Integer> numbers) {
        Repeats.Count count = new Repeats.Count();
        numbers.forEach(number -> count.add(numbered(number, number)));
        count.add(numbered(1_000, 2_000));
        count.add(numbered(1_001, 2_000));
        Repeats repeats = count.repeats();

        assertThat(count.plans()).isEqualTo(numbers.size() + 2);
        for (int number = 0; number < 20; number++) {
            int sought = number;
            long times = numbers.stream().filter(it -> it == sought).count();
            assertThat(repeats.contains(numbered(number, number))).isEqualTo(times > 1);
        }
        assertThat(repeats.contains(numbered(1_000, 2_000))).isTrue();
    }

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Arbitraries.integers().between(0, 19).list().ofMaxSize(300);
    }

    @Provide
    Arbitrary<CloudObject> objects() {
        return Combinators.combine(values(), values(), addresses())
                .as((one, two, addresses) ->
                        Samples.cloud("CustomAttribute1", one, "CustomAttribute2", two, "EmailAddresses", addresses));
    }

    @Provide
    Arbitrary<DirectoryEntry> entries() {
        return Combinators.combine(values(), values(), addresses())
                .as((one, two, addresses) -> Samples.entry(
                        "extensionAttribute1", one, "extensionAttribute2", two, "proxyAddresses", addresses));
    }

    @Provide
    Arbitrary<AttributeName> attributes() {
        return Arbitraries.of(TEXTS).map(AttributeName::of);
    }

    @Provide
    Arbitrary<List<AttributeValue>> values() {
        return Arbitraries.of("one", "One", "two", "ünlü")
                .map(AttributeValue::text)
                .list()
                .ofMaxSize(1);
    }

    private static Arbitrary<List<AttributeValue>> addresses() {
        return Arbitraries.of("a@corp.example", "B@corp.example", "c@corp.example")
                .list()
                .uniqueElements()
                .ofMaxSize(3)
                .map(some -> {
                    List<AttributeValue> all = new ArrayList<>();
                    some.forEach(it -> all.add(AttributeValue.text((all.isEmpty() ? "SMTP:" : "smtp:") + it)));
                    return all;
                });
    }

    private Plan written(CloudObject object, DirectoryEntry entry) {
        Plan plan = planner.plan(object, entry, Baseline.none(), Circumstances.plain());
        Assume.that(plan.writes());
        return plan;
    }

    private SavedPlan saved(Plan plan) {
        return new SavedPlan(plan, planner.writes());
    }

    private static DirectoryEntry applied(Plan plan, DirectoryEntry entry) {
        DirectoryEntry now = entry;
        for (AttributeDecision decision : plan.decisions()) {
            now = with(now, decision.attribute(), decision.result());
        }
        return now;
    }

    private static DirectoryEntry with(DirectoryEntry entry, AttributeName name, List<AttributeValue> values) {
        Map<AttributeName, List<AttributeValue>> all = new LinkedHashMap<>(entry.attributes());
        all.put(name, values);
        return new DirectoryEntry(entry.id(), all, entry.server());
    }

    private static Plan replacing(Plan plan, AttributeDecision one, UnaryOperator<AttributeDecision> change) {
        return new Plan(
                plan.object(),
                plan.entry(),
                plan.decisions().stream()
                        .map(it -> it.equals(one) ? change.apply(it) : it)
                        .toList(),
                plan.disposition());
    }

    private static AttributeDecision tampered(AttributeDecision one, int slip, List<AttributeValue> more) {
        Modification modification = one.modification().orElseThrow();
        List<AttributeValue> added = new ArrayList<>(modification.add());
        added.addAll(more);
        List<AttributeValue> removed = new ArrayList<>(modification.remove());
        removed.addAll(more);
        return switch (slip) {
            case 0 ->
                changed(
                        one,
                        one.directory(),
                        one.result(),
                        Optional.of(new Modification(one.attribute(), modification.remove(), added)));
            case 1 ->
                changed(
                        one,
                        one.directory(),
                        one.result(),
                        Optional.of(new Modification(one.attribute(), removed, modification.add())));
            case 2 -> changed(one, one.directory(), one.directory(), one.modification());
            default -> changed(one, one.result(), one.result(), one.modification());
        };
    }

    private static AttributeDecision changed(
            AttributeDecision one,
            List<AttributeValue> directory,
            List<AttributeValue> result,
            Optional<Modification> modification) {
        return new AttributeDecision(
                one.attribute(),
                one.source(),
                one.cloud(),
                directory,
                one.baseline(),
                result,
                one.verdict(),
                one.reason(),
                modification,
                one.omissions(),
                one.disclosure(),
                one.provenance());
    }

    private static AttributeDecision disclosed(AttributeDecision one, Disclosure disclosure) {
        return new AttributeDecision(
                one.attribute(),
                one.source(),
                one.cloud(),
                one.directory(),
                one.baseline(),
                one.result(),
                one.verdict(),
                one.reason(),
                one.modification(),
                one.omissions(),
                disclosure,
                one.provenance());
    }

    private static Plan numbered(int object, int entry) {
        return new Plan(
                CloudObjectId.of("object-" + object),
                Optional.of(new EntryId(new ObjectGuid(new UUID(7, entry)), Dn.of("CN=" + entry))),
                List.of(),
                new Disposition.Skip(SkipReason.REDUNDANT_EXPORT, "Numbered."));
    }
}
