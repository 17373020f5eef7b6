package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.spi.Holding;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Two processes on one store, whose runs are held now and then, and a person who decides; one of them may die. */
class QuarantineProperties {

    private static final int OBJECTS = 6;

    /** What happens. */
    private enum Deed {
        SAY,
        RUN_FIRST,
        RUN_SECOND,
        RECONCILE,
        APPROVE,
        REJECT,
        DIE
    }

    private record Event(Deed deed, int object) {}

    @Property(tries = 150)
    void whatever_happens_a_held_run_writes_nothing_and_each_change_has_one_final_status(
            @ForAll("histories") List<Event> history) {
        try (World world = new World()) {
            history.forEach(world::happen);
            world.comeToRest();
        }
    }

    @Provide
    Arbitrary<List<Event>> histories() {
        Arbitrary<Deed> deeds = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(Deed.SAY)), Tuple.of(4, Arbitraries.of(Deed.class)));
        return Combinators.combine(deeds, Arbitraries.integers().between(0, OBJECTS - 1))
                .as(Event::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    private static final class World implements AutoCloseable {

        private final Limits limits =
                Limits.standard().withCycle(Limits.standard().cycle().withEntries(Most.of(2)));
        private final Rig rig = new Rig(OBJECTS, List.of(), limits);
        private final DyingStore dying = new DyingStore(rig.store);
        private final Writeback second =
                rig.builder().store(dying).limits(limits).build();
        private final Map<Integer, Integer> said = new HashMap<>();
        private int reconciliations;

        void happen(Event event) {
            switch (event.deed()) {
                case SAY -> {
                    int version = said.merge(event.object(), 1, Integer::sum);
                    rig.source.page(
                            List.of(Mailboxes.change(event.object(), version, "CustomAttribute1", "text " + version)));
                }
                case RUN_FIRST -> run(rig.writeback::runOnce);
                case RUN_SECOND -> run(second::runOnce);
                case RECONCILE ->
                    run(() -> {
                        reconciliations++;
                        return rig.writeback.reconcile();
                    });
                case APPROVE -> second.approve(plan -> {});
                case REJECT -> second.reject();
                default -> dying.dies = true;
            }
            rig.time.advance(Duration.ofMinutes(1));
        }

        private void run(Supplier<RunReport> run) {
            boolean held = isHeld();
            int before = rig.directory.applied.get();
            RunReport report = run.get();
            int written = rig.directory.applied.get() - before;
            assertThat(written).isLessThanOrEqualTo(held ? 0 : 2);
            if (held) {
                assertThat(report.ending()).isEqualTo(Ending.HELD);
            }
            if (report.counts().held() > 0) {
                assertThat(isHeld()).isTrue();
            }
        }

        private boolean isHeld() {
            return !rig.store
                    .records()
                    .journal()
                    .runs()
                    .account(Instant.EPOCH)
                    .held()
                    .isEmpty();
        }

        void comeToRest() {
            dying.dies = false;
            while (rig.writeback.approve(plan -> {}).applied() > 0 || isMoreToDo()) {
                rig.writeback.runOnce();
            }
            for (int object : said.keySet()) {
                assertThat(rig.statuses.of(Mailboxes.id(object)).size())
                        .isBetween(1, said.get(object) + reconciliations);
            }
            try (Writeback unlimited = rig.builder().build()) {
                unlimited.reconcile();
            }
            said.forEach((object, version) -> assertThat(rig.directory.text(object, "extensionAttribute1"))
                    .isEqualTo("text " + version));
        }

        private boolean isMoreToDo() {
            rig.writeback.plan(plan -> {});
            StatusReport status = rig.writeback.status(one -> {});
            return status.objects(Holding.State.PENDING)
                            + status.objects(Holding.State.HELD)
                            + status.objects(Holding.State.ESCROWED)
                    > 0;
        }

        @Override
        public void close() {
            second.close();
            rig.close();
        }
    }
}
