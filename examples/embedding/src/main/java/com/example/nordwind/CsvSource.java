package com.example.nordwind;

import dev.writeback.model.CloudChange;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.RejectedChange;
import dev.writeback.spi.SourceRead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Nordwind's cloud as a CSV file that only grows: a header, then a line for each change ({@link CsvHeader} has the form).
 *
 * <p>A cursor is a number of lines with their checksum, so that a file that was replaced is noticed and read anew.
 */
public final class CsvSource implements CloudSource {

    private static final int PAGE = 1000;

    private final Path file;

    private CsvSource(Path file) {
        this.file = file;
    }

    /** The source of an export. */
    public static CsvSource of(Path file) {
        return new CsvSource(file);
    }

    @Override
    public String name() {
        return "nordwind";
    }

    @Override
    public SourceRead read(Cursor after) {
        try (CsvLines lines = CsvLines.of(file)) {
            return read(lines, after == null ? CsvLines.START : after.value());
        } catch (IOException unreadable) {
            return unavailable(
                    "The export %s cannot be read.", "Look whether it is there and whether this account may read it.");
        }
    }

    private SourceRead unavailable(String reason, String action) {
        return new SourceRead.Unavailable(
                Problem.of(ErrorCode.SOURCE_UNAVAILABLE, reason.formatted(file.getFileName()), action));
    }

    private SourceRead read(CsvLines lines, String after) throws IOException {
        Optional<CsvHeader> header;
        try {
            header = lines.next().map(CsvHeader::of);
        } catch (IllegalArgumentException malformed) {
            return unavailable("The header of the export %s cannot be read.", "Write the export anew.");
        }
        if (!after.equals(CsvLines.START) && !lines.goTo(after)) {
            return new SourceRead.CursorExpired();
        }
        List<CloudChange> changes = new ArrayList<>();
        List<RejectedChange> rejected = new ArrayList<>();
        while (header.isPresent() && changes.size() + rejected.size() < PAGE) {
            Optional<String> line = lines.next();
            if (line.isEmpty()) {
                return page(changes, rejected, lines, SourceRead.Rest.NO_MORE_NOW);
            }
            try {
                changes.add(header.get().change(line.get()));
            } catch (IllegalArgumentException malformed) {
                rejected.add(rejected(lines.number(), line.get(), malformed.getMessage()));
            }
        }
        return page(changes, rejected, lines, header.isPresent() ? SourceRead.Rest.MORE : SourceRead.Rest.NO_MORE_NOW);
    }

    private static SourceRead page(
            List<CloudChange> changes, List<RejectedChange> rejected, CsvLines lines, SourceRead.Rest rest) {
        return new SourceRead.Page(changes, rejected, new Cursor(lines.place()), rest);
    }

    private RejectedChange rejected(int number, String line, String reason) {
        return new RejectedChange(file.getFileName() + ":" + number, reason, Optional.empty(), line);
    }
}
