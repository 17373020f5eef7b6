package dev.writeback.jdbc;

import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Destruction;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Provenance;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.plan.Verdict;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Journaling;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** How fast the store is by itself: {@code Speed h2|postgres OBJECTS}. For whoever looks for where time goes. */
final class Speed {

    private static final int PAGE = 1000;
    private static final int BATCH = 100;
    private static final List<AttributeName> NAMES = IntStream.range(0, 24)
            .mapToObj(n -> AttributeName.of("CustomAttribute" + n))
            .toList();

    private final JdbcStore store;
    private final int objects;
    private long mark;

    private Speed(JdbcStore store, int objects) {
        this.store = store;
        this.objects = objects;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("speed");
        Databases database = arguments[0].equals("h2")
                ? Databases.of("jdbc:h2:" + folder.resolve("store") + ";DB_CLOSE_ON_EXIT=FALSE")
                : Postgres.empty();
        int objects = Integer.parseInt(arguments[1]);
        try (JdbcStore store = JdbcStore.open(database)) {
            Speed speed = new Speed(store, objects);
            for (int round = 0; round < 3; round++) {
                speed.intake(round);
                speed.work(round);
                if (arguments[0].equals("h2")) {
                    System.out.printf("file %d MB%n", Files.size(folder.resolve("store.mv.db")) / 1_000_000);
                }
            }
        }
    }

    private void begin() {
        mark = cpu();
    }

    private static long cpu() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private double perObject() {
        return (cpu() - mark) / 1e3 / objects;
    }

    private void intake(int round) {
        List<List<CloudChange>> pages = new ArrayList<>();
        for (int page = 0; page < objects / PAGE; page++) {
            int first = page * PAGE;
            pages.add(IntStream.range(first, first + PAGE)
                    .mapToObj(n -> change(round, n))
                    .toList());
        }
        long wall = System.nanoTime();
        begin();
        for (int page = 0; page < pages.size(); page++) {
            Arriving.at(store, pages.get(page), List.of(), new Cursor(round + "." + page));
        }
        System.out.printf(
                "intake %.1f us of cpu, %.1f us an object%n",
                perObject(), (System.nanoTime() - wall) / 1e3 / objects);
    }

    private void work(int round) {
        long wall = System.nanoTime();
        double[] spent = new double[4];
        int done = 0;
        while (true) {
            begin();
            List<WorkItem> items = store.work().claim(new Claim.Next(BATCH, Instant.EPOCH));
            spent[0] += perObject();
            if (items.isEmpty()) {
                break;
            }
            List<JournalRecord.Written> writes = items.stream().map(Speed::written).toList();
            List<Settlement> settlements = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                settlements.add(settled(items.get(i), writes.get(i)));
            }
            begin();
            store.records().journal().announce(writes, Destruction.none());
            spent[1] += perObject();
            begin();
            store.work().settle(settlements);
            spent[2] += perObject();
            done += items.size();
            if (done % 500 == 0) {
                begin();
                store.records().outbox().delivered(store.records().outbox().undelivered(500));
                spent[3] += perObject();
            }
        }
        System.out.printf(
                "work of %d, round %d: claim %.1f announce %.1f settle %.1f deliver %.1f = %.1f us of cpu, %.1f us an object%n",
                done,
                round,
                spent[0],
                spent[1],
                spent[2],
                spent[3],
                spent[0] + spent[1] + spent[2] + spent[3],
                (System.nanoTime() - wall) / 1e3 / objects);
    }

    private static CloudChange change(int round, int number) {
        Map<AttributeName, List<AttributeValue>> attributes = new LinkedHashMap<>();
        NAMES.forEach(name -> attributes.put(name, List.of(AttributeValue.text("value " + round + " of user" + number))));
        return CloudChange.update(id(round, number), 1, List.of(), attributes);
    }

    private static CloudObjectId id(int round, int number) {
        return CloudObjectId.of(new UUID(number * 0x9E3779B97F4A7C15L, round).toString());
    }

    private static EntryId entry(WorkItem item) {
        return new EntryId(
                new ObjectGuid(UUID.nameUUIDFromBytes(item.object().id().value().getBytes())),
                Dn.of("CN=Somebody,OU=People,DC=corp,DC=example"));
    }

    private static JournalRecord.Written written(WorkItem item) {
        List<JournalRecord.Change> changes = new ArrayList<>();
        item.object()
                .attributes()
                .forEach((name, stated) ->
                        changes.add(new JournalRecord.Change(name, List.of(), stated.value(), Disclosure.OPEN)));
        return new JournalRecord.Written("run", Instant.EPOCH, item.object().id(), entry(item), changes);
    }

    private static Settlement settled(WorkItem item, JournalRecord.Written written) {
        Map<AttributeName, Agreement> agreements = new LinkedHashMap<>();
        List<AttributeDecision> decisions = new ArrayList<>();
        item.object().attributes().forEach((name, stated) -> {
            agreements.put(name, new Agreement(stated.value(), stated.value()));
            decisions.add(new AttributeDecision(
                    name,
                    name.value(),
                    Optional.of(stated.value()),
                    List.of(),
                    Optional.empty(),
                    stated.value(),
                    Verdict.values()[0],
                    "The directory has nothing, and the cloud states it.",
                    Optional.of(new Modification(name, List.of(), stated.value())),
                    List.of(),
                    Disclosure.OPEN,
                    Provenance.directory("rule")));
        });
        Optional<EntryId> entry = Optional.of(entry(item));
        Plan plan = new Plan(item.object().id(), entry, decisions, new Disposition.Write());
        Status status = new Status(
                UUID.randomUUID().toString(),
                Instant.EPOCH,
                Duration.ZERO,
                "run",
                "change",
                "job",
                Optional.of(item.object().id()),
                Optional.of(plan),
                Step.Result.SUCCESS,
                Optional.empty(),
                List.of());
        return new Settlement(
                item,
                new Settlement.Done(),
                Optional.of(new Baseline(entry, agreements)),
                Optional.of(status),
                new Journaling(List.of(written), Optional.empty()));
    }
}
