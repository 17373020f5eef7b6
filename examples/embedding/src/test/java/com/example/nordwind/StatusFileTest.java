package com.example.nordwind;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.writeback.spi.StatusReporter;
import dev.writeback.testkit.contract.StatusReporterContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.io.TempDir;

class StatusFileTest extends StatusReporterContract {

    @TempDir
    Path folder;

    @Override
    protected StatusReporter open() {
        return StatusFile.of(folder.resolve("status.csv"));
    }

    @Override
    protected StatusReporter openToNobody() {
        return StatusFile.of(folder.resolve("no-such-volume/status.csv"));
    }

    @Override
    protected List<String> received() {
        try (CSVParser records = CSVParser.parse(folder.resolve("status.csv"), UTF_8, CSVFormat.RFC4180)) {
            return records.stream().map(record -> record.get(0)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
