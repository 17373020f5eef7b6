package dev.writeback.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A folder with {@code agent.json}, a password file, a CA file and a feed, for one directory in memory. */
final class AgentFolder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final ObjectNode configuration;

    private AgentFolder(Path folder, ObjectNode configuration) {
        this.folder = folder;
        this.configuration = configuration;
    }

    static AgentFolder of(Path folder, InMemoryActiveDirectory directory) {
        AgentFolder made = new AgentFolder(folder, configuration(directory));
        made.write("secret.txt", directory.adminPassword() + "\n");
        made.write("ca.pem", directory.authorityPem());
        made.write("feed/01.jsonl", "");
        return made.configure(json -> {});
    }

    private static ObjectNode configuration(InMemoryActiveDirectory directory) {
        ObjectNode json = JSON.createObjectNode();
        json.putObject("source").put("type", "jsonl").put("path", "feed");
        ObjectNode one = json.putArray("directories").addObject().put("name", "corp");
        one.putArray("servers").add(directory.ldapsUrl());
        one.put("baseDn", directory.baseDn());
        one.putObject("bind")
                .put("method", "simple")
                .put("dn", directory.adminDn())
                .put("passwordFile", "secret.txt");
        one.putObject("tls").put("caFile", "ca.pem");
        json.putObject("status").put("type", "jsonl").put("path", "status.jsonl");
        return json;
    }

    /** With a change to the configuration. */
    AgentFolder configure(Consumer<ObjectNode> change) {
        change.accept(configuration);
        return write("agent.json", configuration.toString());
    }

    /** With a change to the part of the configuration about the directory. */
    AgentFolder configureDirectory(Consumer<ObjectNode> change) {
        return configure(json -> change.accept((ObjectNode) json.at("/directories/0")));
    }

    AgentFolder feed(String... lines) {
        return write("feed/01.jsonl", String.join("\n", lines) + "\n");
    }

    AgentFolder write(String name, String text) {
        try {
            Files.createDirectories(path(name).getParent());
            Files.writeString(path(name), text);
            return this;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    String read(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** The lines of the status file. */
    List<JsonNode> statuses() {
        return Files.exists(path("status.jsonl"))
                ? read("status.jsonl").lines().map(AgentFolder::json).toList()
                : List.of();
    }

    Launch run(String... command) {
        return run(Terminal.Kind.PIPE, command);
    }

    Launch run(Terminal.Kind kind, String... command) {
        return Launch.in(kind, Map.of(), arguments(command));
    }

    /** Begins a command in a process of its own, which prints to the files {@code out} and {@code err}. */
    Process start(String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Agent.class.getName()));
        all.addAll(List.of(arguments(command)));
        return new ProcessBuilder(all)
                .redirectOutput(path("out").toFile())
                .redirectError(path("err").toFile())
                .start();
    }

    String[] arguments(String... command) {
        List<String> arguments =
                new ArrayList<>(List.of("--config", path("agent.json").toString()));
        arguments.addAll(List.of(command));
        return arguments.toArray(String[]::new);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
