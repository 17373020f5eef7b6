package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.EntryPointer;
import dev.writeback.model.EntryPointer.Identified;
import dev.writeback.model.EntryPointer.Named;
import dev.writeback.model.ObjectGuid;
import dev.writeback.model.ReplicaMark;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Extent;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Problem;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.ChangedEntry;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.spi.Membership;
import dev.writeback.spi.ResolvedScope;
import dev.writeback.spi.ScopeConditions;
import dev.writeback.spi.ScopeRead;
import dev.writeback.spi.SourceRead.Rest;
import dev.writeback.spi.WatchRead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Where each entry is sought, and what is said where the directories do not agree. */
class DirectoriesTest {

    private static final Anchor ADA = new Anchor.ImmutableId(Mailboxes.guid(0));
    private static final Anchor SID = new Anchor.SecurityIdentifier("S-1-5-21-1-2-3-1104");
    private static final Anchor NAME = new Anchor.DistinguishedName(Dn.of("CN=Ada,DC=corp,DC=example"));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Fake corp = new Fake("corp");
    private final Fake partner = new Fake("partner");
    private final Directories both = Directories.of(
            List.of(
                    new Directory("corp", Dn.of("DC=corp,DC=example"), corp),
                    new Directory("partner", Dn.of("DC=partner,DC=example"), partner)),
            now::get);

    @Test
    void an_entry_is_found_where_it_is_and_written_there() {
        partner.has(ADA);

        DirectoryEntry entry = ((LookupOutcome.Found) find(ADA)).entry();

        assertThat(entry.server()).isEqualTo("partner/dc1:636");
        assertThat(entry.mark()).contains(new ReplicaMark("partner/seen"));
        assertThat(both.mark(entry.server())).contains(new ReplicaMark("partner/now"));
        assertThat(both.write(write(entry.server()))).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(partner.writes).extracting(EntryWrite::server).containsExactly("dc1:636");
        assertThat(corp.writes).isEmpty();
    }

    @Test
    void several_writes_go_each_to_its_directory_and_are_answered_in_their_order() {
        corp.has(ADA);
        List<EntryWrite> writes = List.of(write("partner/dc1:636"), write("elsewhere/dc1:636"), write("corp/dc1:636"));

        List<WriteOutcome> outcomes = both.writeAll(writes);

        assertThat(outcomes.get(0)).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Unavailable.class);
        assertThat(outcomes.get(2)).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(corp.writes).hasSize(1);
        assertThat(partner.writes).hasSize(1);
    }

    @Test
    void a_mark_is_asked_of_the_directory_that_made_it_alone() {
        both.lookup(new LookupRequest(
                List.of(List.of(ADA)), Map.of(), Set.of(), List.of(Optional.of(new ReplicaMark("corp/seen")))));
        assertThat(corp.asked.get(0).marks()).containsExactly(Optional.of(new ReplicaMark("seen")));
        assertThat(partner.asked.get(0).marks()).containsExactly(Optional.empty());
    }

    @Test
    void an_anchor_that_is_in_two_directories_is_refused_and_both_are_named() {
        corp.has(ADA);
        partner.has(ADA);
        LookupOutcome.Ambiguous refused = (LookupOutcome.Ambiguous) find(ADA);
        assertThat(refused.problem().code()).isEqualTo(ErrorCode.AMBIGUOUS_MATCH);
        assertThat(refused.problem().reason())
                .isEqualTo(
                        "The %s leads to CN=Ada,DC=corp,DC=example in corp and CN=Ada,DC=partner,DC=example in partner."
                                .formatted(ADA));
    }

    @Test
    void an_anchor_that_is_nowhere_names_all_directories() {
        LookupOutcome.NotFound missing = (LookupOutcome.NotFound) find(ADA);
        assertThat(missing.problem().reason())
                .isEqualTo("None of the directories corp, partner has an entry with the %s.".formatted(ADA));
    }

    @Test
    void an_entry_waits_that_may_be_in_a_directory_that_does_not_answer_too() {
        corp.has(ADA);
        partner.away = true;
        LookupOutcome.Unavailable waits = (LookupOutcome.Unavailable) find(ADA);
        assertThat(waits.extent()).isEqualTo(Extent.ENTRY);
        assertThat(waits.problem().code()).isEqualTo(ErrorCode.DIRECTORY_UNAVAILABLE);
        assertThat(waits.problem().reason())
                .isEqualTo(
                        "The entry was found in corp, and may be in partner too, which does not answer: partner is away.");
    }

    @Test
    void what_was_agreed_a_domain_and_a_name_say_where_an_entry_belongs() {
        corp.has(ADA, SID, NAME);
        partner.away = true;
        assertThat(find(Optional.of(corp.id().guid()), ADA)).isInstanceOf(LookupOutcome.Found.class);
        assertThat(find(Optional.of(Mailboxes.guid(9)), ADA)).isInstanceOf(LookupOutcome.Unavailable.class);
        assertThat(find(ADA, SID)).isInstanceOf(LookupOutcome.Found.class);
        assertThat(find(ADA, NAME)).isInstanceOf(LookupOutcome.Found.class);
        assertThat(find(ADA, new Anchor.DistinguishedName(Dn.of("CN=Ada,DC=partner,DC=example"))))
                .isInstanceOf(LookupOutcome.Unavailable.class);
    }

    @Test
    void an_entry_that_is_not_where_somebody_answers_waits_alone_and_all_silent_end_the_run() {
        partner.away = true;
        assertThat(((LookupOutcome.Unavailable) find(ADA)).extent()).isEqualTo(Extent.ENTRY);
        corp.away = true;
        assertThat(((LookupOutcome.Unavailable) find(ADA)).extent()).isEqualTo(Extent.DIRECTORY);
    }

    @Test
    void a_directory_that_does_not_answer_is_left_alone_for_a_while() {
        partner.away = true;
        find(ADA);
        find(ADA);
        assertThat(partner.asked).hasSize(1);
        now.set(now.get().plus(Duration.ofSeconds(15)));
        partner.away = false;
        partner.has(ADA);
        assertThat(find(ADA)).isInstanceOf(LookupOutcome.Found.class);
    }

    @Test
    void a_name_and_an_identifier_of_a_known_domain_are_sought_in_one_directory_and_other_anchors_in_all() {
        corp.has(ADA, SID, NAME);
        find(NAME);
        assertThat(partner.asked).isEmpty();
        find(SID);
        assertThat(partner.asked).hasSize(1);
        find(SID);
        assertThat(partner.asked).hasSize(1);
        find(ADA);
        find(ADA);
        assertThat(partner.asked).hasSize(3);
    }

    @Test
    void a_write_to_a_directory_that_is_gone_concerns_the_entry_alone() {
        partner.away = true;
        assertThat(both.write(write("partner/dc1:636")))
                .isInstanceOfSatisfying(
                        WriteOutcome.Unavailable.class,
                        it -> assertThat(it.extent()).isEqualTo(Extent.ENTRY));
        assertThat(both.write(write("former/dc1:636")))
                .isInstanceOfSatisfying(
                        WriteOutcome.Unavailable.class,
                        it -> assertThat(it.extent()).isEqualTo(Extent.ENTRY));
        assertThat(corp.writes).isEmpty();
    }

    @Test
    void entries_of_one_forest_can_name_each_other_and_those_of_two_cannot() {
        DirectoryEntry here = new DirectoryEntry(corp.id(), Map.of(), "corp/dc1:636");
        assertThat(both.canName(here, Dn.of("CN=Bob,DC=corp,DC=example"))).isTrue();
        assertThat(both.canName(here, Dn.of("CN=Bob,DC=partner,DC=example"))).isFalse();
        corp.forest = Optional.of(Dn.of("DC=corp,DC=example"));
        assertThat(both.canName(here, Dn.of("CN=Bob,DC=partner,DC=example"))).isFalse();
        partner.forest = corp.forest;
        assertThat(both.canName(here, Dn.of("CN=Bob,DC=partner,DC=example"))).isTrue();
    }

    @Test
    void findings_begin_with_the_name_of_the_directory() {
        CheckRequest request = new CheckRequest(
                Map.of(AttributeName.of("mail"), AttributeSyntax.CASE_IGNORE),
                List.of(Dn.of("OU=People,DC=corp,DC=example")),
                Instant.EPOCH);
        assertThat(both.check(request))
                .extracting(Finding::message)
                .containsExactly(
                        "corp: 1 units, 1 attributes.",
                        "partner: 0 units, 0 attributes.",
                        "partner: The scope names no organizational unit of this directory, so nothing is written to it.");
    }

    @Test
    void a_scope_is_what_all_directories_make_of_it_and_one_that_is_silent_leaves_a_gap() {
        Named people = new Named(Dn.of("OU=People,DC=corp,DC=example"));
        Identified group = new Identified(Mailboxes.guid(8));
        ScopeConditions asked = new ScopeConditions(List.of(people), List.of(group), Optional.empty());

        ResolvedScope whole = ((ScopeRead.Resolved) both.scope(asked)).scope();
        assertThat(whole.places()).containsOnlyKeys(people, group);
        assertThat(whole.membership().entries())
                .containsExactlyInAnyOrder(corp.id().guid(), partner.id().guid());
        assertThat(whole.gap()).isEmpty();

        partner.away = true;
        assertThat(((ScopeRead.Resolved) both.scope(asked)).scope().gap()).isPresent();
        corp.away = true;
        assertThat(both.scope(asked)).isInstanceOf(ScopeRead.Unresolved.class);
    }

    @Test
    void all_directories_are_watched_as_one_and_one_that_is_silent_keeps_its_place() {
        DirectoryWatch watch = both.watch().orElseThrow();
        WatchRead.Page first = (WatchRead.Page) watch.read(null, Map.of());
        corp.changes++;
        partner.changes++;
        WatchRead.Page second = (WatchRead.Page) watch.read(first.next(), Map.of());
        assertThat(second.changed()).hasSize(2);
        assertThat(second.rest()).isEqualTo(Rest.MORE);

        corp.changes++;
        partner.changes++;
        partner.away = true;
        WatchRead.Page third = (WatchRead.Page) watch.read(second.next(), Map.of());
        assertThat(third.changed()).extracting(ChangedEntry::entry).containsExactly(corp.id());
        assertThat(watch.read(third.next(), Map.of())).isInstanceOf(WatchRead.Unavailable.class);

        partner.away = false;
        WatchRead.Page fourth = (WatchRead.Page) watch.read(third.next(), Map.of());
        assertThat(fourth.changed()).extracting(ChangedEntry::entry).containsExactly(partner.id());
    }

    @Test
    void a_directory_that_is_watched_for_the_first_time_is_looked_through_once() {
        partner.away = true;
        DirectoryWatch watch = both.watch().orElseThrow();
        WatchRead.Page first = (WatchRead.Page) watch.read(null, Map.of());
        assertThat(watch.read(first.next(), Map.of())).isInstanceOf(WatchRead.Unavailable.class);
        partner.away = false;
        WatchRead.Lost joined = (WatchRead.Lost) watch.read(first.next(), Map.of());
        assertThat(joined.sentence()).isEqualTo("partner is watched from now on.");
        assertThat(watch.read(joined.next(), Map.of())).isInstanceOf(WatchRead.Page.class);
        corp.lost = true;
        assertThat(((WatchRead.Lost) watch.read(joined.next(), Map.of())).sentence())
                .startsWith("corp: ");
    }

    @Test
    void directories_have_names_and_bases_of_their_own() {
        Dn base = Dn.of("DC=corp,DC=example");
        assertThatThrownBy(() -> Directories.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Directories.of(
                        List.of(new Directory("corp", base, corp), new Directory("other", base, partner))))
                .hasMessageContaining("other");
        for (String name : List.of("", "a b", "a/b", "a\nb")) {
            assertThatThrownBy(() -> new Directory(name, base, corp)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new Directory("corp", base, corp)).hasToString("corp (DC=corp,DC=example)");
    }

    private LookupOutcome find(Anchor... anchors) {
        return find(Optional.empty(), anchors);
    }

    private LookupOutcome find(Optional<ObjectGuid> agreed, Anchor... anchors) {
        return both.lookup(new LookupRequest(
                        List.of(List.of(anchors)), Map.of(), Set.of(), List.of(), List.of(agreed), Optional.empty()))
                .get(0);
    }

    private static EntryWrite write(String server) {
        return new EntryWrite(
                new EntryId(Mailboxes.guid(0), Dn.of("CN=Ada,DC=partner,DC=example")),
                server,
                List.of(new Modification(AttributeName.of("title"), List.of(AttributeValue.text("x")), List.of())));
    }

    /** A directory with one entry, which has the anchors that a test gives it. */
    private static final class Fake implements DirectorySink {

        private final String name;
        private final List<LookupRequest> asked = new ArrayList<>();
        private final List<EntryWrite> writes = new ArrayList<>();
        private Set<Anchor> anchors = Set.of();
        private boolean away;
        private boolean lost;
        private int changes;
        private Optional<Dn> forest = Optional.empty();

        Fake(String name) {
            this.name = name;
        }

        void has(Anchor... all) {
            anchors = Set.of(all);
        }

        EntryId id() {
            return new EntryId(Mailboxes.guid(name.length()), Dn.of("CN=Ada,DC=%s,DC=example".formatted(name)));
        }

        private Problem gone() {
            return Problem.of(ErrorCode.DIRECTORY_UNAVAILABLE, name + " is away.", "Wait.");
        }

        @Override
        public List<LookupOutcome> lookup(LookupRequest request) {
            asked.add(request);
            return request.anchors().stream().map(this::find).toList();
        }

        private LookupOutcome find(List<Anchor> sought) {
            if (away) {
                return new LookupOutcome.Unavailable(gone());
            }
            return sought.stream().anyMatch(anchors::contains)
                    ? new LookupOutcome.Found(new DirectoryEntry(
                            id(), Map.of(), "dc1:636", Map.of(), Optional.of(new ReplicaMark("seen"))))
                    : new LookupOutcome.NotFound(MapDirectory.problem(ErrorCode.ENTRY_NOT_FOUND));
        }

        @Override
        public WriteOutcome write(EntryWrite write) {
            if (away) {
                return new WriteOutcome.Unavailable(gone());
            }
            writes.add(write);
            return new WriteOutcome.Applied();
        }

        @Override
        public List<Finding> check(CheckRequest request) {
            return List.of(Finding.ok(
                    "units",
                    "%d units, %d attributes."
                            .formatted(
                                    request.organizationalUnits().size(),
                                    request.writes().size())));
        }

        @Override
        public Optional<ReplicaMark> mark(String server) {
            return Optional.of(new ReplicaMark("now"));
        }

        @Override
        public Optional<Dn> forest() {
            return forest;
        }

        @Override
        public ScopeRead scope(ScopeConditions conditions) {
            if (away) {
                return new ScopeRead.Unresolved(gone());
            }
            Map<EntryPointer, EntryId> places = new LinkedHashMap<>();
            conditions.organizationalUnits().forEach(unit -> places.put(unit, id()));
            conditions.groups().forEach(group -> places.put(group, id()));
            return new ScopeRead.Resolved(new ResolvedScope(
                    places, Set.of(), new Membership(Set.of(id().guid()), Set.of()), Optional.empty()));
        }

        @Override
        public Optional<DirectoryWatch> watch() {
            return Optional.of((after, attributes) -> {
                if (away) {
                    return new WatchRead.Unavailable(gone());
                }
                Cursor next = new Cursor("" + changes);
                if (lost) {
                    return new WatchRead.Lost("It was restored.", next);
                }
                boolean changed = after != null && !after.equals(next);
                return new WatchRead.Page(
                        changed ? List.of(new ChangedEntry(id(), Map.of())) : List.of(), next, Rest.NO_MORE_NOW);
            });
        }
    }
}
