package dev.writeback.jdbc;

import dev.writeback.plan.Status;
import java.util.ArrayList;
import java.util.List;

/** Statuses that are stored together, and how. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares it
record Packet(List<Status> statuses, byte[] content) {

    /** A row that is much longer takes the others of its page with it whenever it is read or written. */
    private static final int LONG = 256 * 1024;

    static List<Packet> of(List<Status> statuses) {
        List<Packet> packets = new ArrayList<>();
        List<Status> some = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        int length = 0;
        for (Status status : statuses) {
            byte[] content = StatusJson.bytes(status);
            some.add(status);
            contents.add(content);
            length += content.length;
            if (length >= LONG) {
                packets.add(new Packet(List.copyOf(some), JsonText.array(contents)));
                some.clear();
                contents.clear();
                length = 0;
            }
        }
        if (!some.isEmpty()) {
            packets.add(new Packet(List.copyOf(some), JsonText.array(contents)));
        }
        return packets;
    }
}
