package dev.writeback.engine.merge;

import static dev.writeback.engine.merge.MergeRig.ADDRESSES;
import static dev.writeback.engine.merge.MergeRig.MULTI;
import static dev.writeback.engine.merge.MergeRig.SINGLE;
import static dev.writeback.engine.merge.MergeRig.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Modification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The laws of differences and of the three-way merge; {@code docs/laws.md} tells them. A side is a list of texts in which
 * no value stands twice, b what both sides held when they agreed, s what the cloud states and t what the directory has.
 */
class MergeLawsProperties {

    private static final AttributeName NAME = AttributeName.of("msExchExtensionCustomAttribute1");
    private static final Instant EARLY = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant LATE = Instant.parse("2026-03-01T18:00:00Z");

    @Property
    void a_difference_that_is_applied_gives_the_other_side(
            @ForAll("sides") List<String> from, @ForAll("sides") List<String> to) {
        assertThat(applied(difference(from, to), from)).containsExactlyInAnyOrderElementsOf(to);
    }

    @Property
    void there_is_no_difference_between_what_is_the_same(@ForAll("sides") List<String> side, @ForAll Random random) {
        List<String> shuffled = new ArrayList<>(side);
        Collections.shuffle(shuffled, random);
        assertThat(difference(side, shuffled)).isEmpty();
        assertThat(Difference.between(NAME, AttributeSyntax.BOOLEAN, MergeRig.texts("true"), MergeRig.texts("TRUE")))
                .isEmpty();
    }

    @Property
    void a_difference_names_no_value_that_both_sides_have(
            @ForAll("sides") List<String> from, @ForAll("sides") List<String> to) {
        difference(from, to).ifPresent(modification -> {
            assertThat(texts(modification.remove())).isSubsetOf(from).noneMatch(to::contains);
            assertThat(texts(modification.add())).isSubsetOf(to).noneMatch(from::contains);
        });
    }

    @Property
    void where_nothing_changed_nothing_is_merged(@ForAll("sides") List<String> b) {
        assertThat(values(rig(MULTI, b, b, b).merge())).isEqualTo(Set.copyOf(b));
        assertThat(rig(MULTI, b, b, b).merge().ruling()).isEqualTo(Ruling.AGREED);
    }

    @Property
    void where_one_side_changed_its_change_comes_out(@ForAll("sides") List<String> b, @ForAll("sides") List<String> x) {
        assertThat(values(rig(MULTI, b, x, b).merge())).isEqualTo(Set.copyOf(x));
        assertThat(values(rig(MULTI, b, b, x).merge())).isEqualTo(Set.copyOf(x));
        List<String> one = x.stream().limit(1).toList();
        List<String> base = b.stream().limit(1).toList();
        assertThat(values(rig(SINGLE, base, one, base).merge())).isEqualTo(Set.copyOf(one));
        assertThat(values(rig(SINGLE, base, base, one).merge())).isEqualTo(Set.copyOf(one));
    }

    @Property
    void the_same_change_on_both_sides_is_no_conflict(
            @ForAll("rules") Rule rule, @ForAll("sides") List<String> b, @ForAll("sides") List<String> x) {
        boolean single = rule.target().equals(SINGLE.target());
        List<String> base = single ? b.stream().limit(1).toList() : b;
        List<String> both = single ? x.stream().limit(1).toList() : x;
        Merged merged = rig(rule, base, both, both).merge();
        assertThat(values(merged)).isEqualTo(Set.copyOf(both));
        assertThat(merged.ruling()).isEqualTo(Ruling.AGREED);
    }

    @Property
    void changes_that_do_not_contradict_each_other_commute(
            @ForAll("sides") List<String> b, @ForAll("sides") List<String> s, @ForAll("sides") List<String> t) {
        Merged one = rig(MULTI, b, s, t).merge();
        Merged other = rig(MULTI, b, t, s).merge();
        Assume.that(one.ruling() != Ruling.CONFLICT && other.ruling() != Ruling.CONFLICT);
        assertThat(values(one)).isEqualTo(values(other));
    }

    @Property
    void sets_merge_by_what_either_side_added_and_removed(
            @ForAll("plainSides") List<String> b,
            @ForAll("plainSides") List<String> s,
            @ForAll("plainSides") List<String> t) {
        Set<String> wanted = new TreeSet<>(b);
        wanted.addAll(s);
        wanted.addAll(t);
        wanted.removeIf(value -> b.contains(value) && !(s.contains(value) && t.contains(value)));
        assertThat(values(rig(MULTI, b, s, t).merge())).isEqualTo(wanted);
    }

    @Property
    void the_cloud_wins_a_conflict_of_which_it_is_the_authority(
            @ForAll("sides") List<String> b, @ForAll("sides") List<String> s, @ForAll("sides") List<String> t) {
        Conflict conflict = conflict(SINGLE, b, s, t);
        assertThat(values(conflict.rig().merge())).isEqualTo(Set.copyOf(conflict.cloud()));
        assertThat(conflict.rig().merge().ruling()).isEqualTo(Ruling.CONFLICT);
    }

    @Property
    void the_directory_wins_where_it_is_the_authority_or_was_changed_last(
            @ForAll("rules") Rule rule,
            @ForAll("sides") List<String> b,
            @ForAll("sides") List<String> s,
            @ForAll("sides") List<String> t) {
        List<String> directory =
                rule.target().equals(SINGLE.target()) ? t.stream().limit(1).toList() : t;
        Rule owned = rule.withAuthority(Authority.DIRECTORY);
        assertThat(values(rig(owned, b, s, directory).merge(Pass.RECONCILIATION)))
                .isEqualTo(Set.copyOf(directory));

        Conflict conflict = conflict(SINGLE.withAuthority(Authority.NEWEST), b, s, t);
        assertThat(values(conflict.rig().times(EARLY, LATE).merge())).isEqualTo(Set.copyOf(conflict.directory()));
        assertThat(values(conflict.rig().times(LATE, EARLY).merge())).isEqualTo(Set.copyOf(conflict.cloud()));
    }

    @Property
    void a_conflict_for_a_person_writes_nothing_and_is_told(
            @ForAll("sides") List<String> b, @ForAll("sides") List<String> s, @ForAll("sides") List<String> t) {
        Conflict conflict = conflict(SINGLE.withAuthority(Authority.MANUAL), b, s, t);
        for (Pass pass : Pass.values()) {
            Merged merged = conflict.rig().merge(pass);
            assertThat(values(merged)).isEqualTo(Set.copyOf(conflict.directory()));
            assertThat(merged.ruling()).isEqualTo(Ruling.PARKED);
        }
    }

    @Property
    void there_is_one_primary_address_if_either_side_had_one(
            @ForAll("authorities") Authority authority,
            @ForAll("addresses") List<String> b,
            @ForAll("addresses") List<String> s,
            @ForAll("addresses") List<String> t,
            @ForAll boolean first,
            @ForAll Pass pass) {
        MergeRig rig = first
                ? MergeRig.of(ADDRESSES.withAuthority(authority))
                        .cloud(array(s))
                        .directory(array(t))
                : rig(ADDRESSES.withAuthority(authority), b, s, t);
        Set<String> merged = values(rig.times(EARLY, LATE).merge(pass));
        assertThat(merged.stream().map(value -> value.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
        assertThat(merged.stream().filter(MergeLawsProperties::isPrimary)).hasSize(1);
    }

    /** Both sides changed it, each in its own way. */
    private record Conflict(MergeRig rig, List<String> cloud, List<String> directory) {}

    private static Conflict conflict(Rule rule, List<String> b, List<String> s, List<String> t) {
        List<String> base = b.stream().limit(1).toList();
        List<String> cloud = s.stream().limit(1).toList();
        List<String> directory = t.stream().limit(1).toList();
        Assume.that(!cloud.equals(directory) && !cloud.equals(base) && !directory.equals(base));
        return new Conflict(rig(rule, base, cloud, directory), cloud, directory);
    }

    private static MergeRig rig(Rule rule, List<String> b, List<String> s, List<String> t) {
        return MergeRig.of(rule).agreed(array(b)).cloud(array(s)).directory(array(t));
    }

    private static String[] array(List<String> side) {
        return side.toArray(String[]::new);
    }

    private static Optional<Modification> difference(List<String> from, List<String> to) {
        return Difference.between(
                NAME, AttributeSyntax.CASE_IGNORE, MergeRig.texts(array(from)), MergeRig.texts(array(to)));
    }

    private static List<String> applied(Optional<Modification> modification, List<String> side) {
        List<AttributeValue> before = MergeRig.texts(array(side));
        return texts(modification.map(it -> Difference.apply(it, before)).orElse(before));
    }

    private static List<String> texts(List<AttributeValue> values) {
        return values.stream().map(AttributeValue::toString).toList();
    }

    private static boolean isPrimary(String address) {
        return address.startsWith("SMTP:");
    }

    /** Up to five values, spelled one way or the other, none of them twice. */
    @Provide
    Arbitrary<List<String>> sides() {
        return Arbitraries.of("a", "A", "b", "B", "c", "d", "e")
                .list()
                .ofMaxSize(5)
                .map(all -> {
                    Map<String, String> byIdentity = new LinkedHashMap<>();
                    all.forEach(one -> byIdentity.putIfAbsent(one.toLowerCase(Locale.ROOT), one));
                    return List.copyOf(byIdentity.values());
                });
    }

    @Provide
    Arbitrary<List<String>> plainSides() {
        return Arbitraries.of("a", "b", "c", "d", "e").set().ofMaxSize(5).map(List::copyOf);
    }

    /** One to four addresses, the first of which is the primary one. */
    @Provide
    Arbitrary<List<String>> addresses() {
        return Arbitraries.of("ada", "bob", "eve", "kim")
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(names -> Stream.concat(
                                Stream.of("SMTP:" + names.get(0) + "@x.test"),
                                names.stream().skip(1).map(name -> "smtp:" + name + "@x.test"))
                        .collect(Collectors.toList()));
    }

    @Provide
    Arbitrary<Rule> rules() {
        return Arbitraries.of(SINGLE, MULTI);
    }

    @Provide
    Arbitrary<Authority> authorities() {
        return Arbitraries.of(Authority.CLOUD, Authority.DIRECTORY, Authority.NEWEST, Authority.MANUAL);
    }
}
