package dev.writeback.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.exchange.ProxyAddress;
import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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

/** The laws of a plan, over objects, entries and baselines that have nothing to do with each other. */
class PlannerProperties {

    private final Planner planner = new Planner(Profile.exchangeOnline());

    @Property
    void the_same_inputs_give_the_same_plan(
            @ForAll("objects") CloudObject object, @ForAll("entries") DirectoryEntry entry) {
        assertThat(planner.plan(object, entry, Baseline.none(), Circumstances.plain()))
                .isEqualTo(new Planner(Profile.exchangeOnline())
                        .plan(object, entry, Baseline.none(), Circumstances.plain()));
    }

    @Property
    void a_plan_that_is_applied_and_planned_again_is_empty(
            @ForAll("objects") CloudObject object,
            @ForAll("objects") CloudObject before,
            @ForAll("entries") DirectoryEntry first,
            @ForAll("entries") DirectoryEntry now) {
        Baseline baseline =
                planner.agreed(planner.plan(before, first, Baseline.none(), Circumstances.plain()), Baseline.none());
        Plan plan = planner.plan(object, now, baseline, Circumstances.plain());
        DirectoryEntry written = apply(plan, now);

        Plan again = planner.plan(object, written, planner.agreed(plan, baseline), Circumstances.plain());

        assertThat(again.modifications()).isEmpty();
        assertThat(planner.plan(
                                object,
                                apply(planner.plan(object, now, Baseline.none(), Circumstances.plain()), now),
                                Baseline.none(),
                                Circumstances.plain())
                        .modifications())
                .isEmpty();
    }

    @Property
    void no_part_of_a_modification_can_be_left_out(
            @ForAll("objects") CloudObject object, @ForAll("entries") DirectoryEntry entry) {
        Plan plan = planner.plan(object, entry, Baseline.none(), Circumstances.plain());

        for (Modification modification : plan.modifications()) {
            List<AttributeValue> present = entry.values(modification.attribute());
            assertThat(modification.remove()).isSubsetOf(present);
            assertThat(modification.add()).noneMatch(present::contains);
        }
    }

    @Property
    void nothing_outside_the_profile_is_ever_planned(
            @ForAll("objects") CloudObject object, @ForAll("entries") DirectoryEntry entry) {
        assertThat(planner.plan(object, entry, Baseline.none(), Circumstances.plain())
                        .decisions())
                .extracting(AttributeDecision::attribute)
                .allMatch(Profile.exchangeOnline().targets()::contains);
    }

    @Property
    void addresses_that_are_written_have_one_primary_each_once_and_every_x500_that_was_there(
            @ForAll("objects") CloudObject object,
            @ForAll("objects") CloudObject before,
            @ForAll("entries") DirectoryEntry first,
            @ForAll("entries") DirectoryEntry now) {
        Baseline baseline =
                planner.agreed(planner.plan(before, first, Baseline.none(), Circumstances.plain()), Baseline.none());
        for (Baseline base : List.of(baseline, Baseline.none())) {
            AttributeDecision decision = planner.plan(object, now, base, Circumstances.plain())
                    .decision(AttributeName.of("proxyAddresses"))
                    .orElseThrow();
            if (!decision.writes()) {
                continue;
            }
            List<ProxyAddress> result =
                    decision.result().stream().map(ProxyAddress::of).toList();
            boolean cleared = decision.cloud().orElseThrow().isEmpty();
            assertThat(result.stream().filter(ProxyAddress::isPrimary).count())
                    .as("primaries")
                    .isBetween(cleared ? 0L : 1L, cleared ? 9L : 1L);
            assertThat(result.stream().map(ProxyAddress::identity)).doesNotHaveDuplicates();
            assertThat(result.stream().map(ProxyAddress::identity))
                    .containsAll(decision.directory().stream()
                            .map(ProxyAddress::of)
                            .filter(address -> address.kind().equals("X500"))
                            .map(ProxyAddress::identity)
                            .toList());
        }
    }

    @Property
    void what_one_side_alone_changed_is_what_comes_out(
            @ForAll("objects") CloudObject object,
            @ForAll("objects") CloudObject changed,
            @ForAll("entries") DirectoryEntry entry) {
        Plan agreed = planner.plan(object, entry, Baseline.none(), Circumstances.plain());
        DirectoryEntry base = apply(agreed, entry);
        Baseline baseline = planner.agreed(agreed, Baseline.none());

        // Only the directory changed: it stays as it is.
        assertThat(planner.plan(object, entry, baseline, Circumstances.plain()).decisions())
                .filteredOn(decision -> decision.cloud().isPresent())
                .filteredOn(decision -> baseline.agreement(decision.attribute()).isPresent())
                .allMatch(decision -> !decision.writes());
        // Only the cloud changed: what it states is there, and nothing is gone that it did not state before.
        for (AttributeDecision decision :
                planner.plan(changed, base, baseline, Circumstances.plain()).decisions()) {
            Optional<Agreement> before = baseline.agreement(decision.attribute());
            boolean keepsBits = decision.attribute().equals(AttributeName.of("msExchRecipientDisplayType"));
            if (before.isPresent() && decision.cloud().isPresent() && !keepsBits) {
                AttributeSyntax syntax = planner.writes().get(decision.attribute());
                Set<Object> now = identities(syntax, decision.cloud().get());
                Set<Object> gone = identities(syntax, decision.directory());
                gone.removeAll(identities(syntax, decision.result()));
                assertThat(identities(syntax, decision.result())).containsAll(now);
                assertThat(identities(syntax, before.get().cloud())).containsAll(gone);
                assertThat(Collections.disjoint(now, gone)).isTrue();
            }
        }
    }

    private static Set<Object> identities(AttributeSyntax syntax, List<AttributeValue> values) {
        return values.stream().map(syntax::identity).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Property
    void what_is_agreed_is_planned_without_a_look_at_the_directory(
            @ForAll("objects") CloudObject object, @ForAll("entries") DirectoryEntry entry) {
        Plan plan = planner.plan(object, entry, Baseline.none(), Circumstances.plain());
        Baseline agreed = planner.agreed(plan, Baseline.none());

        assertThat(planner.planWithoutEntry(object, agreed, Circumstances.plain())
                        .isPresent())
                .isEqualTo(plan.decisions(Verdict.INVALID).isEmpty());
    }

    static DirectoryEntry apply(Plan plan, DirectoryEntry entry) {
        Map<AttributeName, List<AttributeValue>> attributes = new LinkedHashMap<>(entry.attributes());
        for (Modification modification : plan.modifications()) {
            AttributeSyntax syntax =
                    new Planner(Profile.exchangeOnline()).writes().get(modification.attribute());
            List<AttributeValue> values = new ArrayList<>(entry.values(modification.attribute()));
            assertThat(values.removeAll(modification.remove()))
                    .isEqualTo(!modification.remove().isEmpty());
            values.addAll(modification.add());
            Set<Object> identities = new HashSet<>();
            assertThat(values).allMatch(value -> identities.add(syntax.identity(value)));
            attributes.put(modification.attribute(), values);
        }
        return new DirectoryEntry(entry.id(), attributes, entry.server());
    }

    @Provide
    Arbitrary<CloudObject> objects() {
        return Combinators.combine(
                        stated(text()),
                        stated(text().list().uniqueElements().ofMaxSize(3)),
                        stated(addresses()),
                        stated(Arbitraries.of("UserMailbox", "SharedMailbox", "RoomMailbox", "GroupMailbox", "4")))
                .as((single, multi, addresses, type) -> Samples.cloud(flat(
                        "CustomAttribute1", single,
                        "ExtensionCustomAttribute1", multi,
                        "EmailAddresses", addresses,
                        "RecipientTypeDetails", type)));
    }

    @Provide
    Arbitrary<DirectoryEntry> entries() {
        return Combinators.combine(
                        stated(text()),
                        stated(text().list()
                                .uniqueElements(it -> it.toUpperCase(Locale.ROOT))
                                .ofMaxSize(3)),
                        stated(address()
                                .list()
                                .uniqueElements(it -> it.toUpperCase(Locale.ROOT))
                                .ofMaxSize(5)),
                        stated(Arbitraries.of("-2147483642", "-1073741818", "-2147481850", "6")))
                .as((single, multi, addresses, type) -> Samples.entry(flat(
                        "extensionAttribute1", single,
                        "msExchExtensionCustomAttribute1", multi,
                        "proxyAddresses", addresses,
                        "msExchRecipientDisplayType", type)));
    }

    /** A value, an empty one, or none at all. */
    private static <T> Arbitrary<List<Object>> stated(Arbitrary<T> value) {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, value.map(it -> java.util.Arrays.asList((Object) it))),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(java.util.Collections.singletonList(null))),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(List.of())));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.of("a", "A", "b", "Straße", "STRASSE", "ı", "I", "i", " x ", "R&D");
    }

    private static Arbitrary<String> address() {
        return Combinators.combine(
                        Arbitraries.of("SMTP:", "smtp:", "smtp:", "X500:", "SIP:", "SPO:"),
                        Arbitraries.of(
                                "a@x.example", "A@x.example", "b@x.example", "c@t.onmicrosoft.com", "d@y.example"))
                .as(String::concat);
    }

    private static Arbitrary<List<String>> addresses() {
        return Combinators.combine(
                        Arbitraries.of("SMTP:a@x.example", "SMTP:b@x.example", "SMTP:B@x.example", "smtp:b@x.example"),
                        address().filter(it -> !it.startsWith("SMTP")).list().ofMaxSize(4))
                .as((primary, others) -> {
                    List<String> all = new ArrayList<>(others);
                    all.add(primary);
                    return all;
                });
    }

    private static Object[] flat(Object... namesAndStatements) {
        List<Object> flat = new ArrayList<>();
        for (int i = 0; i < namesAndStatements.length; i += 2) {
            List<?> statement = (List<?>) namesAndStatements[i + 1];
            if (!statement.isEmpty()) {
                flat.add(namesAndStatements[i]);
                flat.add(statement.get(0));
            }
        }
        return flat.toArray();
    }
}
