package dev.writeback.engine.simulation;

import dev.writeback.model.CloudChange;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.SourceRead;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies between the cloud and the engine: it hands statements on late, out of order and more than once. */
final class Network {

    private final List<CloudChange> underWay = new ArrayList<>();
    private final List<CloudChange> arrived = new ArrayList<>();
    private final List<List<CloudChange>> pages = new ArrayList<>();

    void send(CloudChange change) {
        underWay.add(change);
    }

    /** Hands some on, newer ones first; those that it passes over come later. */
    void deliver(int count, int passedOver) {
        List<CloudChange> page = part(underWay, count, passedOver);
        underWay.removeAll(page);
        arrived.addAll(page);
        hand(page);
    }

    /** Hands some on that have arrived before. */
    void repeat(int count, int passedOver) {
        hand(part(arrived, count, passedOver));
    }

    void deliverAll() {
        deliver(underWay.size(), 0);
    }

    /** All that was ever sent, in the order of the cloud. */
    List<CloudChange> all() {
        List<CloudChange> all = new ArrayList<>(arrived);
        all.addAll(underWay);
        return all;
    }

    SourceRead read(@Nullable Cursor after) {
        int place = after == null ? 0 : Integer.parseInt(after.value());
        boolean isEnd = place >= pages.size();
        int next = isEnd ? place : place + 1;
        return new SourceRead.Page(
                isEnd ? List.of() : pages.get(place),
                List.of(),
                new Cursor(Integer.toString(next)),
                next < pages.size() ? SourceRead.Rest.MORE : SourceRead.Rest.NO_MORE_NOW);
    }

    private void hand(List<CloudChange> page) {
        if (!page.isEmpty()) {
            pages.add(page);
        }
    }

    private static List<CloudChange> part(List<CloudChange> from, int count, int passedOver) {
        int first = Math.min(passedOver, Math.max(0, from.size() - 1));
        List<CloudChange> part = new ArrayList<>(from.subList(first, Math.min(from.size(), first + count)));
        if (passedOver > 0) {
            Collections.reverse(part);
        }
        return List.copyOf(part);
    }
}
