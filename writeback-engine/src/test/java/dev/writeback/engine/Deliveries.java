package dev.writeback.engine;

import dev.writeback.model.CloudChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** How a source may deliver changes. */
final class Deliveries {

    private static final int LONGEST_PAGE = 10;

    private Deliveries() {}

    /** The changes on pages, in any order, some of them twice. */
    static List<List<CloudChange>> pages(Random random, List<CloudChange> changes) {
        List<CloudChange> delivered = new ArrayList<>(changes);
        changes.stream().filter(change -> random.nextInt(3) == 0).forEach(delivered::add);
        Collections.shuffle(delivered, random);
        List<List<CloudChange>> pages = new ArrayList<>();
        for (int from = 0; from < delivered.size(); ) {
            int to = Math.min(delivered.size(), from + 1 + random.nextInt(LONGEST_PAGE));
            pages.add(List.copyOf(delivered.subList(from, to)));
            from = to;
        }
        return pages;
    }
}
