package dev.writeback.benchmarks;

import dev.writeback.jdbc.JdbcStore;
import dev.writeback.spi.Arrival;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.WorkItem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A backlog in an H2 file that is larger than the heap, in processes of their own: one fills it and ends without closing
 * it, another one opens it and takes the first batch.
 */
final class Backlog {

    private static final String HEAP = "-Xmx256m";
    private static final int PAGE = 1000;
    private static final int BATCH = 100;

    private Backlog() {}

    static void measure(PrintStream out, int objects) throws Exception {
        out.printf("backlog of %,d mailboxes of 24 attributes in an H2 file, %s%n", objects, HEAP);
        Path folder = Files.createTempDirectory("writeback-backlog");
        try {
            child("fill", folder, objects);
            long bytes = 0;
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    bytes += Files.size(file);
                }
            }
            out.printf("  on the disk: %,d MiB%n", bytes >> 20);
            child("open", folder, objects);
            child("open", folder, objects);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static void child(String what, Path folder, int objects) throws IOException, InterruptedException {
        int end = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Backlog.class.getName(),
                        what,
                        folder.resolve("store").toString(),
                        Integer.toString(objects))
                .inheritIO()
                .start()
                .waitFor();
        if (end != 0) {
            throw new IllegalStateException("to %s the backlog ended with %d".formatted(what, end));
        }
    }

    /** One of the processes. */
    public static void main(String[] args) {
        long began = System.nanoTime();
        JdbcStore store = JdbcStore.open(Stores.h2(Path.of(args[1])));
        double opened = (System.nanoTime() - began) / 1e9;
        int objects = Integer.parseInt(args[2]);
        if (args[0].equals("fill")) {
            fill(store, objects);
            System.out.printf("  filled with %,.0f a second%n", objects / ((System.nanoTime() - began) / 1e9));
            System.out.flush();
            // As a power cut would.
            Runtime.getRuntime().halt(0);
        }
        List<WorkItem> items = store.work().claim(new Claim.Next(BATCH, Instant.now()));
        System.out.printf(
                "  opened in %.1f s, first %d claimed after %.1f s%n",
                opened, items.size(), (System.nanoTime() - began) / 1e9);
        store.close();
    }

    private static void fill(JdbcStore store, int objects) {
        for (int from = 0; from < objects; from += PAGE) {
            Arrival page = new Arrival(
                    "cloud",
                    store.intake().cursor("cloud"),
                    IntStream.range(from, from + PAGE)
                            .mapToObj(number -> Mailbox.change(number, 1))
                            .toList(),
                    List.of(),
                    new Cursor(Integer.toString(from + PAGE)),
                    Instant.now());
            if (!store.intake().accept(page)) {
                throw new IllegalStateException("the store did not take a page in");
            }
        }
    }
}
