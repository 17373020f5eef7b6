package dev.writeback.agent;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.writeback.agent.Configuration.DirectorySettings;
import dev.writeback.engine.Limits;
import dev.writeback.engine.RetryPolicy;
import dev.writeback.engine.WritebackBuilder;
import dev.writeback.engine.exchange.Uniqueness;
import dev.writeback.engine.mapping.AddressWords;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Scope;
import dev.writeback.model.Dn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the configuration strictly: every problem at once, in one line that names the keys. */
final class ConfigurationReader {

    static final List<String> KEYS = List.of(
            "source",
            "directories",
            "profile",
            "acceptedDomains",
            "scope",
            "store",
            "status",
            "limits",
            "retry",
            "clockSkew",
            "uniqueness");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final List<String> problems = new ArrayList<>();

    private ConfigurationReader(Path file) {
        this.file = file;
    }

    /**
     * The configuration in a file.
     *
     * @throws Failure if it cannot be used
     */
    static Configuration read(Path file) {
        return new ConfigurationReader(file).configuration(tree(file));
    }

    private static JsonNode tree(Path file) {
        try {
            JsonNode tree = JSON.readTree(Files.readString(file));
            if (!tree.isObject()) {
                throw Failure.usage(
                        "%s is not a JSON object; it is one with some of: %s".formatted(file, String.join(", ", KEYS)));
            }
            return tree;
        } catch (JsonProcessingException notJson) {
            JsonLocation at = notJson.getLocation();
            throw Failure.usage("%s:%d:%d is not JSON, or states a key twice; write one JSON object"
                    .formatted(file, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr()));
        } catch (IOException unreadable) {
            throw Failure.usage(
                    Files.exists(file)
                            ? "%s cannot be read; it must be a file of UTF-8 text that this account may read"
                                    .formatted(file)
                            : "%s does not exist; write one, or name another with --config FILE".formatted(file));
        }
    }

    private Configuration configuration(JsonNode tree) {
        Section root = new Section("", tree, problems, KEYS);
        Path feed = feed(root);
        List<DirectorySettings> directories = new DirectoryReader(problems, this::resolve).read(root);
        Profile profile = new ProfileReader(root, this::resolve).profile();
        Optional<List<String>> acceptedDomains = acceptedDomains(root);
        Section scoped = root.section("scope", "organizationalUnits", "groups", "filter", PrivilegedEntries.KEY);
        Scope scope = scope(scoped, directories);
        PrivilegedEntries privileged = PrivilegedEntries.read(scoped);
        Optional<StorePlace> store = new StoreReader(this::resolve).read(root);
        Optional<Path> status = status(root);
        Limits limits = LimitsReader.read(root);
        RetryPolicy retry = retry(root);
        Duration clockSkew = root.duration("clockSkew", WritebackBuilder.CLOCK_SKEW);
        Uniqueness uniqueness = uniqueness(root);
        return checked(new Configuration(
                file,
                feed,
                directories,
                profile,
                acceptedDomains,
                scope,
                privileged,
                store,
                status,
                limits,
                retry,
                clockSkew,
                uniqueness));
    }

    private Configuration checked(Configuration read) {
        if (!problems.isEmpty() || read.directories().isEmpty()) {
            throw Failure.usage("%s: %s".formatted(file, joined(problems)));
        }
        return read;
    }

    /** All problems in one line; the last sentence has no stop, as a single one has none. */
    private static String joined(List<String> problems) {
        StringBuilder line = new StringBuilder();
        for (String problem : problems) {
            if (!line.isEmpty()) {
                line.append(line.charAt(line.length() - 1) == '?' ? " " : ". ");
            }
            line.append(problem);
        }
        return line.toString();
    }

    private Path feed(Section root) {
        Section source = root.requiredSection("source", "{\"type\": \"jsonl\", \"path\": \"feed\"}", "type", "path");
        source.word("type", "jsonl");
        return resolve(source.requiredText("path", "feed"));
    }

    private static Optional<List<String>> acceptedDomains(Section root) {
        if (!root.has("acceptedDomains")) {
            return Optional.empty();
        }
        List<String> domains = root.texts("acceptedDomains", "contoso.example");
        for (int i = 0; i < domains.size(); i++) {
            if (!AddressWords.isDomain(domains.get(i))) {
                root.problem(
                        "acceptedDomains[%d]".formatted(i),
                        "is not a domain; it is one such as contoso.example, or *.contoso.example for all below it");
            }
        }
        if (domains.isEmpty() && root.get("acceptedDomains").isArray()) {
            root.problem(
                    "acceptedDomains",
                    "is empty, so no address could be written; name the domains, or take it out for all");
        }
        return Optional.of(domains);
    }

    private static Scope scope(Section scope, List<DirectorySettings> directories) {
        List<Dn> bases = directories.stream().map(DirectorySettings::baseDn).toList();
        return new ScopeReader(scope, bases.contains(DirectoryReader.UNKNOWN) ? List.of() : bases).read();
    }

    private Optional<Path> status(Section root) {
        Section status = root.section("status", "type", "path");
        status.word("type", "jsonl");
        return root.has("status")
                ? Optional.of(resolve(status.requiredText("path", "status.jsonl")))
                : Optional.empty();
    }

    private static Uniqueness uniqueness(Section root) {
        return switch (root.word("uniqueness", "refuse", "warn", "off")) {
            case "warn" -> Uniqueness.WARN;
            case "off" -> Uniqueness.OFF;
            default -> Uniqueness.REFUSE;
        };
    }

    private static RetryPolicy retry(Section root) {
        RetryPolicy standard = RetryPolicy.standard();
        Section retry = root.section("retry", "first", "max", "retention");
        Duration first = retry.duration("first", standard.first());
        Duration max = retry.duration("max", standard.max());
        Duration retention = retry.duration("retention", standard.retention());
        if (max.compareTo(first) < 0) {
            retry.problem("max", "is shorter than retry.first; it is at least as long");
            return standard;
        }
        return new RetryPolicy(first, max, retention);
    }

    private Path resolve(String path) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? Path.of(path) : folder.resolve(path).normalize();
    }
}
