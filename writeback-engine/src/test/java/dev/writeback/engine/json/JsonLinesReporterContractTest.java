package dev.writeback.engine.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writeback.spi.StatusReporter;
import dev.writeback.testkit.contract.StatusReporterContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesReporterContractTest extends StatusReporterContract {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final List<JsonLinesReporter> opened = new ArrayList<>();

    @AfterEach
    void close_all() {
        opened.forEach(JsonLinesReporter::close);
    }

    @Override
    protected StatusReporter open() {
        try {
            JsonLinesReporter reporter = JsonLinesReporter.appendingTo(file());
            opened.add(reporter);
            return reporter;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected StatusReporter openToNobody() {
        StatusReporter reporter = open();
        opened.forEach(JsonLinesReporter::close);
        return reporter;
    }

    @Override
    protected List<String> received() {
        List<String> ids = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file())) {
                ids.add(JSON.readTree(line).get("id").textValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }

    private Path file() {
        return folder.resolve("status.jsonl");
    }
}
