package dev.writeback.engine.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.spi.CloudSource;
import dev.writeback.testkit.contract.CloudSourceContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesSourceContractTest extends CloudSourceContract {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path feed;

    @BeforeEach
    void an_empty_feed() throws IOException {
        feed = Files.createDirectory(folder.resolve("feed"));
    }

    @Override
    protected CloudSource open() {
        return JsonLinesSource.of(feed);
    }

    @Override
    protected void publish(List<CloudChange> changes) {
        StringBuilder lines = new StringBuilder();
        changes.forEach(change -> lines.append(line(change)).append('\n'));
        append(lines.toString());
    }

    @Override
    protected int publishMalformed() {
        append("{\"id\":\"ada\",\"version\":1.5}\n{oops\n");
        return 2;
    }

    @Override
    protected Runnable interrupt() {
        Path aside = folder.resolve("aside");
        move(feed, aside);
        return () -> move(aside, feed);
    }

    private void append(String text) {
        try {
            Files.writeString(feed.resolve("feed.jsonl"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(CloudChange change) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", change.id().value());
        change.version().ifPresent(version -> line.put("version", version));
        if (change instanceof CloudChange.Update update) {
            if (!update.anchors().isEmpty()) {
                line.put("anchor", anchors(update.anchors()));
            }
            line.put("attributes", attributes(update));
        } else {
            line.put("removed", true);
        }
        try {
            return JSON.writeValueAsString(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> anchors(List<Anchor> anchors) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Anchor anchor : anchors) {
            if (anchor instanceof Anchor.ImmutableId it) {
                all.put("immutableId", it.guid().toBase64());
            } else if (anchor instanceof Anchor.ExternalDirectoryObjectId it) {
                all.put("externalDirectoryObjectId", it.value());
            } else if (anchor instanceof Anchor.SecurityIdentifier it) {
                all.put("securityIdentifier", it.value());
            } else if (anchor instanceof Anchor.DistinguishedName it) {
                all.put("distinguishedName", it.dn().value());
            }
        }
        return all;
    }

    private static Map<String, Object> attributes(CloudChange.Update update) {
        Map<String, Object> all = new LinkedHashMap<>();
        update.attributes()
                .forEach((name, values) -> all.put(
                        name.value(),
                        values.stream().map(JsonLinesSourceContractTest::value).toList()));
        return all;
    }

    private static Object value(AttributeValue value) {
        if (value instanceof AttributeValue.Whole it) {
            return it.value();
        } else if (value instanceof AttributeValue.Flag it) {
            return it.value();
        } else if (value instanceof AttributeValue.Octets it) {
            return Map.of("base64", it.base64());
        } else if (value instanceof AttributeValue.Reference it) {
            return Map.of("ref", it.object().value());
        }
        return value.toString();
    }
}
