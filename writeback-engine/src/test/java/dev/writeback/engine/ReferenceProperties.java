package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudChange;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.SourceRead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Objects that refer to each other end in the same directory, whatever is said first, twice, or in parts. */
class ReferenceProperties {

    private static final int MAILBOXES = 7;
    private static final List<String> ATTRIBUTES =
            List.of("GrantSendOnBehalfTo", "ForwardingAddress", "CustomAttribute1");

    @Property(tries = 60)
    void any_order_of_statements_ends_in_the_same_directory(
            @ForAll Random random, @ForAll @IntRange(max = 40) int size) {
        List<CloudChange> changes = changes(random, size);
        Rig plain = rig(List.of(changes));
        settle(plain);

        Rig rig = rig(Deliveries.pages(random, changes));
        for (int run = 0; run < 5; run++) {
            somethingHappens(random, rig);
            run(rig);
        }
        settle(rig);

        assertThat(state(rig.directory)).isEqualTo(state(plain.directory));
        assertThat(rig.statuses.all).extracting(Status::id).doesNotHaveDuplicates();
        for (int number = 0; number < MAILBOXES; number++) {
            assertThat(rig.statuses.last(number).result()).isIn(Step.Result.SUCCESS, Step.Result.SKIPPED);
        }
        try (Writeback again = writeback(rig)) {
            assertThat(again.reconcile().counts().written()).isZero();
        }
    }

    @Property(tries = 40)
    void links_are_those_of_the_newest_statement_even_if_the_directory_fails_now_and_then(
            @ForAll Random random, @ForAll @IntRange(max = 40) int size) {
        List<CloudChange> changes = changes(random, size);
        Rig plain = rig(List.of(changes));
        settle(plain);

        Rig rig = rig(Deliveries.pages(random, changes));
        disturb(rig.directory, random);
        for (int run = 0; run < 5; run++) {
            run(rig);
            rig.time.advance(Duration.ofMinutes(random.nextInt(10)));
        }
        rig.directory.onWrite = (write, real) -> real.get();
        rig.directory.onLookup = (request, real) -> real.get();
        settle(rig);

        assertThat(state(rig.directory)).isEqualTo(state(plain.directory));
    }

    private static Rig rig(List<List<CloudChange>> pages) {
        Rig rig = new Rig(MAILBOXES, List.of());
        pages.forEach(rig.source::page);
        return rig;
    }

    private static Writeback writeback(Rig rig) {
        return rig.builder().profile(Profile.exchangeOnlineExtended()).build();
    }

    private static RunReport run(Rig rig) {
        try (Writeback writeback = writeback(rig)) {
            return writeback.runOnce();
        }
    }

    /** Runs until nothing is pending, waiting or in escrow. */
    private static void settle(Rig rig) {
        for (int calm = 0; calm < 2; ) {
            rig.time.advance(Duration.ofHours(7));
            calm = run(rig).counts().taken() == 0 ? calm + 1 : 0;
        }
    }

    /** Everything is delivered again, time goes by, or somebody wants all of it looked at. */
    private static void somethingHappens(Random random, Rig rig) {
        switch (random.nextInt(4)) {
            case 0 -> rig.source.instead(after -> new SourceRead.CursorExpired());
            case 1 -> {
                try (Writeback writeback = writeback(rig)) {
                    writeback.reconcile();
                }
            }
            case 2 -> {
                try (Writeback writeback = writeback(rig)) {
                    writeback.provision(Mailboxes.id(random.nextInt(MAILBOXES)));
                }
            }
            default -> rig.time.advance(Duration.ofSeconds(random.nextInt(90)));
        }
    }

    private static void disturb(MapDirectory directory, Random random) {
        directory.onWrite = (write, real) -> switch (dice(random)) {
            case 0 -> MapDirectory.stale();
            case 1 -> new WriteOutcome.Rejected(MapDirectory.problem(ErrorCode.INVALID_VALUE));
            case 2 -> new WriteOutcome.Unknown(MapDirectory.problem(ErrorCode.OUTCOME_UNKNOWN));
            case 3 -> {
                real.get();
                yield new WriteOutcome.Unknown(MapDirectory.problem(ErrorCode.OUTCOME_UNKNOWN));
            }
            default -> real.get();
        };
        directory.onLookup = (request, real) -> switch (dice(random)) {
            case 0 -> throw new IllegalStateException("a sink should not");
            case 1 ->
                request.anchors().stream()
                        .<LookupOutcome>map(one ->
                                new LookupOutcome.Unavailable(MapDirectory.problem(ErrorCode.DIRECTORY_UNAVAILABLE)))
                        .toList();
            case 2 ->
                request.anchors().stream()
                        .<LookupOutcome>map(
                                one -> new LookupOutcome.Unavailable(MapDirectory.problem(ErrorCode.DIRECTORY_BUSY)))
                        .toList();
            default -> real.get();
        };
    }

    private static int dice(Random random) {
        synchronized (random) {
            return random.nextInt(10);
        }
    }

    /** Changes of which some state no anchor, and in the end every object with its anchor. */
    private static List<CloudChange> changes(Random random, int size) {
        List<CloudChange> changes = new ArrayList<>();
        for (int version = 1; version <= size; version++) {
            int number = random.nextInt(MAILBOXES);
            CloudChange change = change(random, number, version);
            changes.add(random.nextInt(3) == 0 ? Mailboxes.unanchored(change) : change);
        }
        IntStream.range(0, MAILBOXES).forEach(number -> changes.add(anchor(number, size + 1)));
        return changes;
    }

    private static CloudChange change(Random random, int number, int version) {
        String attribute = ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()));
        return switch (attribute) {
            case "CustomAttribute1" ->
                Mailboxes.change(number, version, attribute, random.nextInt(4) == 0 ? "" : "v" + random.nextInt(3));
            case "ForwardingAddress" ->
                random.nextInt(4) == 0
                        ? Mailboxes.referring(number, version, attribute)
                        : Mailboxes.referring(number, version, attribute, random.nextInt(MAILBOXES));
            default ->
                Mailboxes.referring(
                        number,
                        version,
                        attribute,
                        random.ints(0, MAILBOXES)
                                .limit(random.nextInt(5))
                                .distinct()
                                .toArray());
        };
    }

    private static CloudChange anchor(int number, int version) {
        CloudChange.Update whole = Mailboxes.referring(number, version, "ForwardingAddress");
        return new CloudChange.Update(
                whole.id(),
                OptionalLong.of(version),
                whole.anchors(),
                Map.of(Mailboxes.MANAGED, whole.attributes().getOrDefault(Mailboxes.MANAGED, List.of())));
    }

    private static List<String> state(MapDirectory directory) {
        return IntStream.range(0, MAILBOXES)
                .boxed()
                .flatMap(number -> Stream.of("publicDelegates", "altRecipient", "extensionAttribute1")
                        .map(attribute -> number + " " + attribute + " "
                                + directory.values(number, AttributeName.of(attribute)).stream()
                                        .sorted()
                                        .toList()))
                .toList();
    }
}
