package dev.writeback.jdbc;

import dev.writeback.plan.Destruction;
import dev.writeback.plan.JournalRecord;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.StoreException;
import dev.writeback.spi.WorkItem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A node in a process of its own, which does what it is told, a word a line, and answers with one line: {@code claim},
 * {@code announce}, {@code settle}, {@code holds}.
 */
final class NodeProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader said;

    private NodeProcess(Process process) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
    }

    static NodeProcess start(String url, Duration lease) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NodeProcess.class.getName(),
                        url,
                        lease.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        NodeProcess node = new NodeProcess(process);
        if (!"open".equals(node.said.readLine())) {
            throw new IOException("the node did not open its store");
        }
        return node;
    }

    String tell(String what) throws IOException {
        begin(what);
        return answer();
    }

    /** Tells it what to do without waiting for the answer. */
    void begin(String what) throws IOException {
        process.getOutputStream().write((what + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    String answer() throws IOException {
        return said.readLine();
    }

    /** SIGSTOP or SIGCONT. */
    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new IOException("the node takes no signal");
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    public static void main(String[] arguments) throws IOException {
        JdbcStore store = JdbcStore.builder(Databases.of(arguments[0]))
                .lease(Duration.parse(arguments[1]))
                .open();
        List<WorkItem> items = new ArrayList<>();
        System.out.println("open");
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            System.out.println(done(store, items, line));
        }
    }

    private static String done(JdbcStore store, List<WorkItem> items, String what) {
        try {
            switch (what) {
                case "claim" -> items.addAll(store.work().claim(new Claim.Next(100, Instant.EPOCH)));
                case "announce" -> {
                    List<JournalRecord.Written> writes =
                            items.stream().map(SampleWork::written).toList();
                    store.records().journal().announce(writes, Destruction.none());
                }
                case "settle" -> {
                    List<Settlement> settlements =
                            items.stream().map(SampleWork::settled).toList();
                    items.clear();
                    store.work().settle(settlements);
                }
                case "holds" -> {
                    return Boolean.toString(store.work().holds());
                }
                default -> throw new IllegalArgumentException(what);
            }
            return "done " + items.size();
        } catch (StoreException refused) {
            return refused.getMessage();
        }
    }
}
