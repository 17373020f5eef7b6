package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However addresses move, nobody ends with an address of another. */
class UniquenessProperties {

    private static final AttributeName ADDRESSES = AttributeName.of("proxyAddresses");
    private static final int MAILBOXES = 6;

    @Property(tries = 150)
    void addresses_that_the_cloud_gives_once_move_as_it_says(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 5) int moves) {
        try (Rig rig = Rig.telling(MAILBOXES, List.of(), Limits.standard().withFailedPercent(null))) {
            for (int move = 1; move <= moves; move++) {
                List<CloudChange> changes = dealt(random, move, pool(2 * MAILBOXES + 4));
                rig.source.page(changes);
                rig.writeback.runOnce();
                assertThat(shared(rig))
                        .as("addresses of two after move %d", move)
                        .isEmpty();
                assertThat(rig.statuses.all.subList(rig.statuses.all.size() - MAILBOXES, rig.statuses.all.size()))
                        .as("what became of move %d", move)
                        .allSatisfy(status -> assertThat(status.problem()).isEmpty());
            }
        }
    }

    @Property(tries = 150)
    void addresses_that_the_cloud_gives_twice_are_of_one_however_often_it_is_tried(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 5) int moves) {
        try (Rig rig = Rig.telling(MAILBOXES, List.of(), Limits.standard().withFailedPercent(null))) {
            for (int move = 1; move <= moves; move++) {
                rig.source.page(dealt(random, move, pool(4), pool(5), pool(MAILBOXES)));
                rig.writeback.runOnce();
                rig.time.advance(Duration.ofHours(7));
                rig.writeback.runOnce();
            }
            for (int calm = 0; calm < 4; calm++) {
                rig.time.advance(Duration.ofHours(7));
                rig.writeback.runOnce();
            }
            assertThat(shared(rig)).isEmpty();
        }
    }

    private static List<String> pool(int size) {
        List<String> pool = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            pool.add("a%d@x.example".formatted(i));
        }
        return pool;
    }

    /** Each mailbox gets a primary address of its own or from the pools, and some others. */
    @SafeVarargs
    private static List<CloudChange> dealt(Random random, long version, List<String>... pools) {
        List<String> all = new ArrayList<>();
        for (List<String> pool : pools) {
            Collections.shuffle(pool, random);
            all.addAll(pool);
        }
        List<CloudChange> changes = new ArrayList<>();
        for (int i = 0; i < MAILBOXES; i++) {
            List<String> addresses = new ArrayList<>();
            addresses.add("SMTP:" + all.remove(0));
            for (int more = random.nextInt(2); more > 0 && !all.isEmpty(); more--) {
                String next = "smtp:" + all.remove(0);
                if (addresses.stream().noneMatch(next::equalsIgnoreCase)) {
                    addresses.add(
                            random.nextBoolean()
                                    ? next
                                    : "smtp:" + next.substring(5).toUpperCase(Locale.ROOT));
                }
            }
            changes.add(Mailboxes.addressed(i, version, addresses.toArray(String[]::new)));
        }
        return changes;
    }

    private static List<String> shared(Rig rig) {
        Map<String, Integer> owners = new HashMap<>();
        List<String> shared = new ArrayList<>();
        for (int i = 0; i < MAILBOXES; i++) {
            TreeSet<String> own = new TreeSet<>();
            rig.directory.values(i, ADDRESSES).forEach(it -> own.add(it.toLowerCase(Locale.ROOT)));
            for (String address : own) {
                Integer other = owners.putIfAbsent(address, i);
                if (other != null) {
                    shared.add("%s: %d and %d".formatted(address, other, i));
                }
            }
        }
        return shared;
    }
}
