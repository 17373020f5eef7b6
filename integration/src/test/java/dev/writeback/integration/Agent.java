package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The agent as an administrator starts it: a process of its own, in a working folder of its own, known by what it prints
 * and how it ends.
 */
final class Agent implements AutoCloseable {

    private static final String PROPERTY = "agent.jar";
    private static final Path BUILT = Path.of("../examples/agent/target/writeback-agent.jar");

    /** No command of these tests takes a quarter of that, even on a busy machine. */
    private static final int TIMEOUT_SECONDS = 120;

    private final String command;
    private final Process process;
    private final Path stdout;
    private final Path stderr;

    private Agent(String command, Process process, Path stdout, Path stderr) {
        this.command = command;
        this.process = process;
        this.stdout = stdout;
        this.stderr = stderr;
    }

    /**
     * Starts it there and does not wait. It runs under this machine's hostile settings, as the tests themselves do, and
     * does not inherit whatever else this process was started with.
     */
    static Agent start(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String setting : List.of("user.language", "user.country", "user.timezone")) {
            command.add("-D" + setting + "=" + System.getProperty(setting, ""));
        }
        command.addAll(List.of("-jar", jar().toString()));
        command.addAll(arguments);
        try {
            Path stdout = Files.createTempFile(folder, "agent-", ".out");
            Path stderr = Files.createTempFile(folder, "agent-", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(stdout.toFile())
                    .redirectError(stderr.toFile());
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            return new Agent(String.join(" ", arguments), builder.start(), stdout, stderr);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command, e);
        }
    }

    /** Whether it has not ended yet. */
    boolean isRunning() {
        return process.isAlive();
    }

    /** What kill -9 does: no handler of the process hears of it. Returns when the process is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** What an orderly stop of a service does: SIGTERM. Returns at once. */
    void terminate() {
        process.destroy();
    }

    /** Waits for its end. */
    Result await() throws InterruptedException {
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError(
                    String.format(Locale.ROOT, "%s did not end within %d s%n%s", command, TIMEOUT_SECONDS, result()));
        }
        return result();
    }

    /** A test that fails half-way leaves no process behind. */
    @Override
    public void close() {
        kill();
    }

    private Result result() {
        return new Result(command, process.isAlive() ? -1 : process.exitValue(), read(stdout), read(stderr));
    }

    private static Path jar() {
        Path jar = Path.of(System.getProperty(PROPERTY, BUILT.toString()))
                .toAbsolutePath()
                .normalize();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("The agent is not at " + jar
                    + ": build it with `mvn -q -DskipTests package` in the root, or name another jar with -D" + PROPERTY
                    + "=FILE.");
        }
        return jar;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How it ended.
     *
     * @param command its arguments
     * @param exitCode its exit code
     * @param stdout all of standard output
     * @param stderr all of standard error
     */
    record Result(String command, int exitCode, String stdout, String stderr) {

        /** Fails with all that was printed unless it ended with that code. */
        Result exitsWith(int expected) {
            assertThat(exitCode).as("%s", this).isEqualTo(expected);
            return this;
        }

        /** Both outputs, for messages that may stand in either. */
        String output() {
            return stdout + stderr;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "exit code of: agent %s%n---- stdout%n%s%n---- stderr%n%s%n----",
                    command,
                    excerpt(stdout),
                    excerpt(stderr));
        }

        private static String excerpt(String text) {
            return text.length() <= 4000 ? text : text.substring(0, 4000) + "...";
        }
    }
}
