package dev.writeback.integration;

import dev.writeback.integration.AdLab.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folder that an administrator made for the agent: {@code agent.json}, the password in {@code secret.txt}, the feed
 * in {@code feed/}, and {@code status.jsonl} once the agent has run. All paths in the configuration are relative.
 */
final class AgentFolder {

    static final String CONFIG = "agent.json";

    private final Path folder;
    private final Map<String, @Nullable Object> config = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> directory = new LinkedHashMap<>();
    private int statusesTaken;

    private AgentFolder(Path folder) {
        this.folder = folder;
    }

    /** Over TLS, as that account, for the users below those units; everything else as the agent has it by default. */
    static AgentFolder create(Path folder, AdLab lab, Account account, String... organizationalUnits) {
        AgentFolder made = new AgentFolder(folder);
        made.write("secret.txt", lab.password(account));
        made.directory.put("name", "lab");
        made.directory.put("servers", List.of(lab.ldapsUrl()));
        made.directory.put("baseDn", lab.baseDn());
        made.directory.put("bind", Map.of("method", "simple", "dn", lab.dn(account), "passwordFile", "secret.txt"));
        made.directory.put("tls", Map.of("caFile", lab.caFile().toString()));
        made.config.put("source", Map.of("type", "jsonl", "path", "feed"));
        made.config.put("directories", List.of(made.directory));
        made.config.put("profile", "exchange-online");
        made.config.put("scope", Map.of("organizationalUnits", List.of(organizationalUnits)));
        made.config.put("store", Map.of("type", "memory"));
        made.config.put("status", Map.of("type", "jsonl", "path", "status.jsonl"));
        made.write(CONFIG, Json.write(made.config));
        return made;
    }

    /** With another value for a key of the configuration, or one more key. */
    AgentFolder configure(String key, @Nullable Object value) {
        config.put(key, value);
        write(CONFIG, Json.write(config));
        return this;
    }

    /** With one more directory, which is called so, as that account. */
    AgentFolder andDirectory(String name, AdLab lab, Account account, String... servers) {
        String secret = "secret-" + name + ".txt";
        write(secret, lab.password(account));
        Map<String, @Nullable Object> other = new LinkedHashMap<>();
        other.put("name", name);
        other.put("servers", servers.length == 0 ? List.of(lab.ldapsUrl()) : List.of(servers));
        other.put("baseDn", lab.baseDn());
        other.put("bind", Map.of("method", "simple", "dn", lab.dn(account), "passwordFile", secret));
        other.put("tls", Map.of("caFile", lab.caFile().toString()));
        return configure("directories", List.of(directory, other));
    }

    /** With another value for a key of the directory, or one more key. */
    AgentFolder configureDirectory(String key, @Nullable Object value) {
        directory.put(key, value);
        return configure("directories", List.of(directory));
    }

    /** Another agent's folder with the same configuration, which reads this one's feed. */
    AgentFolder twin(Path other) {
        AgentFolder twin = new AgentFolder(other);
        twin.directory.putAll(directory);
        twin.config.putAll(config);
        return twin.write("secret.txt", read("secret.txt"))
                .configure(
                        "source", Map.of("type", "jsonl", "path", path("feed").toString()))
                .configure("directories", List.of(twin.directory));
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    AgentFolder write(String name, String text) {
        try {
            Path file = path(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the feed with these lines, {@link FeedLine}s or whatever else a cloud may come up with. */
    AgentFolder feed(String file, List<?> lines) {
        return write("feed/" + file, text(lines));
    }

    /** More lines for a file of the feed, in one write. */
    AgentFolder appendFeed(String file, List<?> lines) {
        try {
            Files.writeString(path("feed/" + file), text(lines), StandardOpenOption.APPEND);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end. */
    Agent.Result run(String... command) throws InterruptedException {
        try (Agent agent = start(command)) {
            return agent.await();
        }
    }

    /** Starts a command. The caller closes it. */
    Agent start(String... command) {
        List<String> arguments = new ArrayList<>(List.of("--config", CONFIG));
        arguments.addAll(List.of(command));
        return Agent.start(folder, arguments);
    }

    /** The statuses that were written since the last call; each line must be one whole JSON object. */
    List<StatusLine> takeStatuses() {
        Path file = path("status.jsonl");
        List<String> lines = Files.exists(file) ? read("status.jsonl").lines().toList() : List.of();
        List<StatusLine> fresh =
                lines.stream().skip(statusesTaken).map(StatusLine::parse).toList();
        statusesTaken = lines.size();
        return fresh;
    }

    /** As {@link #takeStatuses}, by object: one final status each. */
    Map<String, StatusLine> takeStatusesByObject() {
        return StatusLine.byObject(takeStatuses());
    }

    private static String text(List<?> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
