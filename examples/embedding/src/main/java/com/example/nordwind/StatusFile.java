package com.example.nordwind;

import dev.writeback.plan.Problem;
import dev.writeback.plan.Status;
import dev.writeback.spi.StatusReporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Tells what became of each change, a record of a CSV file each: id, object, result, problem. */
public final class StatusFile implements StatusReporter {

    private final Path file;

    private StatusFile(Path file) {
        this.file = file;
    }

    /** The reporter to a file, which is made when it is not there. */
    public static StatusFile of(Path file) {
        return new StatusFile(file);
    }

    @Override
    public void report(Status status) {
        try (Writer writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            printer.printRecord(
                    status.id(),
                    status.object().map(Object::toString).orElse(""),
                    status.result().label(),
                    status.problem().map(Problem::toString).orElse(""));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
