package com.example.nordwind;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;

/** The lines of a file that grows. A line that does not end yet is not there yet. */
final class CsvLines implements AutoCloseable {

    /** Before the first line. */
    static final String START = "0-0";

    private final Reader text;
    private final CRC32 checksum = new CRC32();
    private int number;

    private CsvLines(Reader text) {
        this.text = text;
    }

    static CsvLines of(Path file) throws IOException {
        return new CsvLines(new BufferedReader(Files.newBufferedReader(file)));
    }

    /** The next line, without its end. */
    Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = text.read(); c != '\n'; c = text.read()) {
            if (c < 0) {
                return Optional.empty();
            }
            line.append((char) c);
        }
        number++;
        checksum.update(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        int end = line.length() - 1;
        return Optional.of(line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end));
    }

    /** Goes to a place; false if the file has no such place, for instance because it was replaced. */
    boolean goTo(String place) throws IOException {
        while (!place().equals(place)) {
            if (next().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** How many lines were read, and the checksum of what they held. */
    String place() {
        return number + "-" + Long.toHexString(checksum.getValue());
    }

    int number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
