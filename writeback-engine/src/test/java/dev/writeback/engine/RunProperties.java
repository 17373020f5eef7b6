package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.engine.run.RecordedStatuses;
import dev.writeback.engine.run.ScriptedSource;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.SourceRead;
import dev.writeback.spi.WritebackStore;
import dev.writeback.testkit.time.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The laws of a run, over changes in any order and a directory that does anything. */
class RunProperties {

    private static final int MAILBOXES = 12;
    private static final List<String> ATTRIBUTES = List.of("CustomAttribute1", "CustomAttribute2", "CustomAttribute3");

    @Property(tries = 60)
    void ends_where_one_clean_run_over_all_statements_ends(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 60) int size) {
        List<CloudChange> changes = changes(random, size);
        MapDirectory directory = MapDirectory.of(MAILBOXES);
        disturb(directory, random);
        World world = new World(directory, Deliveries.pages(random, changes));
        for (int run = 0; run < 6; run++) {
            world.run(random);
        }
        directory.onWrite = (write, real) -> real.get();
        directory.onLookup = (request, real) -> real.get();
        world.settle();

        assertThat(state(directory)).isEqualTo(state(clean(changes)));
    }

    @Property(tries = 40)
    void gives_each_object_a_last_word_and_none_twice(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 60) int size) {
        List<CloudChange> changes = changes(random, size);
        MapDirectory directory = MapDirectory.of(MAILBOXES);
        disturb(directory, random);
        World world = new World(directory, Deliveries.pages(random, changes));
        for (int run = 0; run < 4; run++) {
            world.run(random);
        }
        directory.onWrite = (write, real) -> real.get();
        directory.onLookup = (request, real) -> real.get();
        world.settle();

        assertThat(world.statuses.all).extracting(Status::id).doesNotHaveDuplicates();
        for (CloudObjectId id : objects(changes).keySet()) {
            List<Status> words = world.statuses.of(id);
            assertThat(words).isNotEmpty();
            assertThat(words.get(words.size() - 1).result()).isIn(Step.Result.SUCCESS, Step.Result.SKIPPED);
        }
    }

    @Property(tries = 40)
    void writes_nothing_the_second_time(@ForAll Random random, @ForAll @IntRange(min = 1, max = 60) int size) {
        List<CloudChange> changes = changes(random, size);
        MapDirectory directory = MapDirectory.of(MAILBOXES);
        World world = new World(directory, Deliveries.pages(random, changes));
        world.settle();
        int writes = directory.writes.get();
        int lookups = directory.lookups.get();

        world.source.page(changes);
        world.settle();
        assertThat(directory.writes).hasValue(writes);
        assertThat(directory.lookups).hasValue(lookups);
        try (Writeback again = world.writeback()) {
            assertThat(again.reconcile().counts().written()).isZero();
        }
    }

    @Property(tries = 40)
    void gives_each_change_one_status_if_it_is_taken_in_alone(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 30) int size) {
        MapDirectory directory = MapDirectory.of(MAILBOXES);
        World world = new World(directory, List.of());
        for (CloudChange change : changes(random, size)) {
            int before = world.statuses.all.size();
            world.source.page(List.of(change));
            try (Writeback writeback = world.writeback()) {
                int taken = writeback.runOnce().counts().taken();
                assertThat(taken).isLessThanOrEqualTo(1);
                assertThat(world.statuses.all).hasSize(before + taken);
            }
        }
    }

    @Property(tries = 30)
    void never_destroys_more_than_the_budget(
            @ForAll @IntRange(min = 0, max = 12) int limit, @ForAll @IntRange(min = 1, max = 6) int connections) {
        MapDirectory directory = MapDirectory.of(MAILBOXES);
        IntStream.range(0, MAILBOXES).forEach(number -> directory.set(number, "extensionAttribute1", "old"));
        World world = new World(directory, List.of(Mailboxes.changes(MAILBOXES, 1, "")));
        try (Writeback writeback = world.builder()
                .connections(connections)
                .limits(Limits.standard().withDestructiveChanges(limit))
                .build()) {
            RunReport report = writeback.runOnce();
            assertThat(directory.applied).hasValue(limit);
            assertThat(report.ending()).isEqualTo(limit < MAILBOXES ? Ending.HELD : Ending.COMPLETED);
            assertThat(report.counts().destroyed()).isEqualTo(limit);
        }
    }

    /** Everything between the cloud and the directory, which may be built anew at any time. */
    private static final class World {
        final MapDirectory directory;
        final ScriptedSource source = new ScriptedSource();
        final RecordedStatuses statuses = new RecordedStatuses();
        final SettableClock time = SettableClock.at("2026-11-21T10:00:00Z");
        WritebackStore store = Writeback.memoryStore();

        World(MapDirectory directory, List<List<CloudChange>> pages) {
            this.directory = directory;
            pages.forEach(source::page);
        }

        WritebackBuilder builder() {
            return Writeback.builder()
                    .source(source)
                    .directory(directory)
                    .reporter(statuses)
                    .store(store)
                    .time(time);
        }

        Writeback writeback() {
            return builder().build();
        }

        /** One run with whatever may happen around it: a source that fails, a process that begins anew. */
        void run(Random random) {
            switch (random.nextInt(6)) {
                case 0 -> source.instead(after -> ScriptedSource.unavailable());
                case 1 -> source.instead(after -> new SourceRead.CursorExpired());
                case 2 -> store = Writeback.memoryStore();
                default -> time.advance(Duration.ofMinutes(random.nextInt(3)));
            }
            try (Writeback writeback = writeback()) {
                if (random.nextInt(4) == 0) {
                    writeback.reconcile();
                } else {
                    writeback.runOnce();
                }
            }
        }

        /** Runs until nothing is pending or in escrow. */
        void settle() {
            for (int calm = 0; calm < 2; ) {
                time.advance(Duration.ofHours(7));
                try (Writeback writeback = writeback()) {
                    calm = writeback.runOnce().counts().taken() == 0 ? calm + 1 : 0;
                }
            }
        }
    }

    private static void disturb(MapDirectory directory, Random random) {
        Supplier<Integer> dice = () -> {
            synchronized (random) {
                return random.nextInt(12);
            }
        };
        directory.onWrite = (write, real) -> switch (dice.get()) {
            case 0, 1 -> MapDirectory.stale();
            case 2 -> new WriteOutcome.Unknown(MapDirectory.problem(ErrorCode.OUTCOME_UNKNOWN));
            case 3 -> {
                real.get();
                yield new WriteOutcome.Unknown(MapDirectory.problem(ErrorCode.OUTCOME_UNKNOWN));
            }
            case 4 -> new WriteOutcome.Unavailable(MapDirectory.problem(ErrorCode.DIRECTORY_BUSY));
            case 5 -> new WriteOutcome.Unavailable(MapDirectory.problem(ErrorCode.DIRECTORY_UNAVAILABLE));
            case 6 -> throw new IllegalStateException("a sink should not");
            case 7 -> new WriteOutcome.NotPermitted(MapDirectory.problem(ErrorCode.INSUFFICIENT_RIGHTS));
            default -> real.get();
        };
        directory.onLookup = (request, real) -> switch (dice.get()) {
            case 0 -> throw new IllegalStateException("a sink should not");
            case 1 ->
                request.anchors().stream()
                        .<LookupOutcome>map(one ->
                                new LookupOutcome.Unavailable(MapDirectory.problem(ErrorCode.DIRECTORY_UNAVAILABLE)))
                        .toList();
            default -> real.get();
        };
    }

    private static List<CloudChange> changes(Random random, int size) {
        List<CloudChange> changes = new ArrayList<>();
        for (int version = 1; version <= size; version++) {
            String text = random.nextInt(4) == 0 ? "" : "v" + random.nextInt(5);
            String attribute = ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()));
            changes.add(Mailboxes.change(random.nextInt(MAILBOXES), version, attribute, text));
        }
        return changes;
    }

    private static Map<CloudObjectId, CloudObject> objects(List<CloudChange> changes) {
        Map<CloudObjectId, CloudObject> objects = new LinkedHashMap<>();
        changes.forEach(change -> objects.merge(change.id(), CloudObject.of(change), (all, one) -> all.join(change)));
        return objects;
    }

    private static MapDirectory clean(List<CloudChange> changes) {
        MapDirectory directory = MapDirectory.of(MAILBOXES);
        new World(directory, List.of(changes)).settle();
        return directory;
    }

    private static List<String> state(MapDirectory directory) {
        return IntStream.range(0, MAILBOXES)
                .boxed()
                .flatMap(number -> IntStream.rangeClosed(1, 3)
                        .mapToObj(one -> number + "." + one + "=" + directory.text(number, "extensionAttribute" + one)))
                .toList();
    }
}
