package dev.writeback.agent.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writeback.agent.Agent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The folder of one agent: its configuration, its status file, and the process that works in it at the moment. */
final class AgentNode implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WRITTEN = Pattern.compile("\"written\":[1-9]");
    private static final int KILLED = 128 + 9;
    private static final int TIMEOUT_SECONDS = 600;

    private final Path folder;
    private final Map<String, String> environment;
    private Process process;
    private long printedBefore;

    private AgentNode(Path folder, Map<String, String> environment) throws IOException {
        this.folder = folder;
        this.environment = environment;
        this.process = new ProcessBuilder("true").start();
    }

    /** A folder for an agent on that directory and feed; its store is for the caller to configure. */
    static AgentNode in(
            Path folder,
            DirectoryProcess directory,
            Path feed,
            Map<String, String> environment,
            Consumer<ObjectNode> configure)
            throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.putObject("source").put("type", "jsonl").put("path", feed.toString());
        ObjectNode one = json.putArray("directories").addObject().put("name", "corp");
        one.putArray("servers").add(directory.url());
        one.put("baseDn", directory.baseDn());
        one.putObject("bind")
                .put("method", "simple")
                .put("dn", directory.adminDn())
                .put("passwordFile", "secret.txt");
        one.putObject("tls").put("mode", "none");
        json.put("profile", "exchange-online-extended");
        json.putObject("status").put("type", "jsonl").put("path", "status.jsonl");
        json.putObject("limits").put("destructiveChanges", 1_000_000);
        json.putObject("retry").put("first", "PT1S").put("max", "PT2S");
        configure.accept(json);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("secret.txt"), directory.password());
        Files.writeString(folder.resolve("agent.json"), json.toString());
        return new AgentNode(folder, environment);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** Starts a command; what it prints is added to the files {@code out} and {@code err}. */
    void start(String... command) {
        String[] arguments = new String[command.length + 2];
        arguments[0] = "--config";
        arguments[1] = path("agent.json").toString();
        System.arraycopy(command, 0, arguments, 2, command.length);
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(List.of(), Agent.class, arguments))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(path("out").toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(path("err").toFile()));
        builder.environment().putAll(environment);
        printedBefore = path("out").toFile().length();
        try {
            process = builder.start();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Starts to follow the feed. */
    void follow() {
        start("--json", "run", "--follow");
    }

    long pid() {
        return process.pid();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Whether it has ended by {@code kill -9}. */
    boolean wasKilled() {
        return !process.isAlive() && process.exitValue() == KILLED;
    }

    /** Waits until it has ended, by itself or by a signal, but not longer than that; whether it has. */
    boolean hasEndedWithin(long milliseconds) throws InterruptedException {
        return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** {@code kill -9}; returns when it is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGTERM, once its first run is over; returns when it has finished what was in flight. */
    int stop() throws InterruptedException {
        awaitFirstRun();
        process.destroy();
        return end();
    }

    /** Before that, whatever it cannot reach ends it, as a slip in its configuration would. */
    void awaitFirstRun() throws InterruptedException {
        for (int tries = 0; tries < 6000 && path("out").toFile().length() == printedBefore; tries++) {
            hasEndedWithin(10);
        }
    }

    /** Runs a command to its end; its exit code. */
    int run(String... command) throws InterruptedException {
        start(command);
        return end();
    }

    /** Waits for its end. */
    int end() throws InterruptedException {
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("the agent did not end within %d s:%n%s".formatted(TIMEOUT_SECONDS, tail("err")));
        }
        return process.exitValue();
    }

    /** Whether one of its runs has told that it wrote something. */
    boolean hasWritten() throws IOException {
        return Files.exists(path("out"))
                && WRITTEN.matcher(Files.readString(path("out"))).find();
    }

    /** How long the status file is. */
    long statusBytes() {
        return path("status.jsonl").toFile().length();
    }

    /** Leaves half a line at the end of the status file, as a kill in the middle of a write does. */
    void tearStatusFile() throws IOException {
        if (statusBytes() > 0) {
            byte[] torn = "{\"id\":\"torn\",\"activityDateTime\":\"R\u00fc".getBytes(StandardCharsets.UTF_8);
            Files.write(
                    path("status.jsonl"), java.util.Arrays.copyOf(torn, torn.length - 1), StandardOpenOption.APPEND);
        }
    }

    /** The last lines of a file, for messages. */
    String tail(String name) {
        try {
            List<String> lines = Files.exists(path(name)) ? Files.readAllLines(path(name)) : List.of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
