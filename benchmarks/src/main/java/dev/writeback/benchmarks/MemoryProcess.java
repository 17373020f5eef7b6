package dev.writeback.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;

/** Starts and ends a {@link MemoryServer}, so that client and server do not share a heap and a compiler. */
final class MemoryProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final Writer in;
    private final Target target;

    /** What the directory was asked since the last reset. */
    record Counts(long searches, long modifies) {}

    MemoryProcess(int users) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemoryServer.class.getName(),
                        Integer.toString(users))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = process.inputReader();
        in = process.outputWriter();
        String[] parts = answer().split("\t", -1);
        target = new Target(parts[0], parts[1], parts[2], parts[3]);
    }

    Target target() {
        return target;
    }

    /** The processor time that it has taken so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    void reset() throws IOException {
        say("reset");
    }

    Counts counts() throws IOException {
        say("counts");
        String[] parts = answer().split("\t", -1);
        return new Counts(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    private void say(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
    }

    private String answer() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the in-memory directory's process ended");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        in.close();
        process.destroy();
    }
}
