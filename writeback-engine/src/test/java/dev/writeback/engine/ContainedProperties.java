package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.mapping.Scope;
import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapWatch;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryPointer.Named;
import dev.writeback.model.ObjectGuid;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Contained: no entry outside the scope is ever written; and whatever comes in is written in the same run. */
class ContainedProperties {

    private static final int MAILBOXES = 4;
    private static final String PEOPLE = "OU=People,DC=corp,DC=example";
    private static final String ELSEWHERE = "OU=Elsewhere,DC=corp,DC=example";
    private static final String PILOT = "CN=Pilot,OU=Groups,DC=corp,DC=example";

    /** Something that happens between two runs, to one mailbox. */
    enum Happening {
        JOINS,
        LEAVES,
        MOVES_IN,
        MOVES_OUT,
        MEETS,
        MEETS_NO_LONGER,
        CHANGES_IN_THE_CLOUD,
        RUN
    }

    record Event(Happening happening, int mailbox) {}

    @Provide
    Arbitrary<List<Event>> histories() {
        return Combinators.combine(
                        Arbitraries.of(Happening.class), Arbitraries.integers().between(0, MAILBOXES - 1))
                .as(Event::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Property(tries = 300)
    void only_what_is_in_scope_is_written_and_all_of_it(@ForAll("histories") List<Event> history) {
        try (World world = new World()) {
            history.forEach(world::happens);
            world.run();
            world.rig.directory.lookups.set(0);
            world.run();
            assertThat(world.rig.directory.writes.get()).isEqualTo(world.rig.directory.applied.get());
        }
    }

    /** A directory, a cloud, and what is known of both. */
    private static final class World implements AutoCloseable {

        private final Rig rig = new Rig(MAILBOXES, Mailboxes.changes(MAILBOXES, 1, "1"));
        private final Writeback scoped;
        private final Set<Integer> within = new HashSet<>(List.of(0, 1, 2, 3));
        private final Map<Integer, String> written = new HashMap<>();
        private final Map<Integer, Integer> stated = new HashMap<>(Map.of(0, 1, 1, 1, 2, 1, 3, 1));

        World() {
            MapWatch.of(rig.directory);
            rig.directory.place(PEOPLE);
            rig.directory.place(PILOT);
            rig.directory.onWrite = (write, real) -> {
                assertThat(inScope()).contains(write.entry().guid());
                return real.get();
            };
            scoped = rig.builder()
                    .scope(new Scope(
                            List.of(new Named(Dn.of(PEOPLE))),
                            List.of(new Named(Dn.of(PILOT))),
                            Optional.of("(department=Sales)")))
                    .build();
        }

        private Set<ObjectGuid> inScope() {
            Set<ObjectGuid> in = new HashSet<>(rig.directory.members);
            in.retainAll(rig.directory.meeting);
            in.removeIf(
                    guid -> within.stream().noneMatch(one -> Mailboxes.guid(one).equals(guid)));
            return in;
        }

        void happens(Event event) {
            int number = event.mailbox();
            ObjectGuid guid = Mailboxes.guid(number);
            switch (event.happening()) {
                case JOINS -> rig.directory.members.add(guid);
                case LEAVES -> rig.directory.members.remove(guid);
                case MOVES_IN -> {
                    within.add(number);
                    rig.directory.move(number, PEOPLE);
                }
                case MOVES_OUT -> {
                    within.remove(number);
                    rig.directory.move(number, ELSEWHERE);
                }
                case MEETS -> {
                    rig.directory.meeting.add(guid);
                    rig.directory.set(number, "department", "Sales");
                }
                case MEETS_NO_LONGER -> {
                    rig.directory.meeting.remove(guid);
                    rig.directory.set(number, "department", "");
                }
                case CHANGES_IN_THE_CLOUD -> {
                    int version = stated.merge(number, 1, Integer::sum);
                    rig.source.page(List.of(Mailboxes.change(number, version, "CustomAttribute1", "" + version)));
                }
                case RUN -> run();
            }
        }

        void run() {
            assertThat(scoped.runOnce().ending()).isEqualTo(Ending.COMPLETED);
            Set<ObjectGuid> in = inScope();
            for (int number = 0; number < MAILBOXES; number++) {
                if (in.contains(Mailboxes.guid(number))) {
                    written.put(number, "" + stated.get(number));
                }
                assertThat(rig.directory.text(number, "extensionAttribute1"))
                        .as("mailbox %d, in scope: %s", number, in.contains(Mailboxes.guid(number)))
                        .isEqualTo(written.getOrDefault(number, ""));
            }
        }

        @Override
        public void close() {
            scoped.close();
            rig.close();
        }
    }
}
