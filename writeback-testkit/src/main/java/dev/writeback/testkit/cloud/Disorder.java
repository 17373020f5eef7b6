package dev.writeback.testkit.cloud;

import dev.writeback.model.CloudChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What a network makes of pages; each page of it is made when it is read, and always the same. */
final class Disorder {

    private Disorder() {}

    static List<Supplier<ScriptedPage>> repeating(List<Supplier<ScriptedPage>> pages, double share, long seed) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("the share is %s; it lies between 0 and 1".formatted(share));
        }
        return IntStream.range(0, pages.size())
                .mapToObj(i -> i == 0 ? pages.get(0) : repeating(pages.get(i), pages.get(i - 1), share, seed + i))
                .toList();
    }

    static List<Supplier<ScriptedPage>> reordered(List<Supplier<ScriptedPage>> pages, long seed) {
        return IntStream.range(0, pages.size())
                .<Supplier<ScriptedPage>>mapToObj(
                        i -> () -> shuffled(pages.get(i).get(), seed + i))
                .toList();
    }

    static List<Supplier<ScriptedPage>> late(List<Supplier<ScriptedPage>> pages, long seed) {
        List<Supplier<ScriptedPage>> moved = new ArrayList<>(pages);
        Collections.shuffle(moved, new Random(seed));
        return moved;
    }

    private static Supplier<ScriptedPage> repeating(
            Supplier<ScriptedPage> page, Supplier<ScriptedPage> before, double share, long seed) {
        return () -> {
            Random random = new Random(seed);
            List<CloudChange> all = new ArrayList<>(page.get().changes());
            before.get().changes().stream()
                    .filter(change -> random.nextDouble() < share)
                    .forEach(all::add);
            return page.get().with(all);
        };
    }

    private static ScriptedPage shuffled(ScriptedPage page, long seed) {
        List<CloudChange> changes = new ArrayList<>(page.changes());
        Collections.shuffle(changes, new Random(seed));
        return page.with(changes);
    }
}
