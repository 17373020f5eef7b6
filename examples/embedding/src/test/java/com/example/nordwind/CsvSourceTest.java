package com.example.nordwind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.writeback.model.CloudChange;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.SourceRead;
import dev.writeback.testkit.cloud.CloudMailbox;
import dev.writeback.testkit.contract.CloudSourceContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSourceTest extends CloudSourceContract {

    @TempDir
    Path folder;

    private Export export;

    @BeforeEach
    void begin() {
        export = Export.in(folder);
    }

    @Override
    protected CloudSource open() {
        return CsvSource.of(export.file());
    }

    @Override
    protected void publish(List<CloudChange> changes) {
        export.state(changes);
    }

    @Override
    protected int publishMalformed() {
        export.line("too,few,cells");
        export.line("\"never closed");
        return 2;
    }

    @Override
    protected Runnable interrupt() {
        Path away = folder.resolve("away.csv");
        move(export.file(), away);
        return () -> move(away, export.file());
    }

    @Test
    void a_line_that_does_not_end_yet_is_read_when_it_does() throws IOException {
        publish(List.of(CloudMailbox.of("ada").change()));
        SourceRead.Page whole = page(open().read(null));
        append("bob,1,,,,,,,,,,,,,R");
        SourceRead.Page half = page(open().read(whole.next()));
        append("&D\n");

        assertEquals(List.of(), half.changes());
        assertEquals(whole.next(), half.next());
        assertEquals(1, page(open().read(half.next())).changes().size());
    }

    @Test
    void an_export_that_was_replaced_is_read_from_its_start() throws IOException {
        publish(List.of(CloudMailbox.of("ada").change()));
        SourceRead.Page before = page(open().read(null));
        Files.delete(export.file());
        export = Export.in(folder);
        publish(List.of(CloudMailbox.of("bob").change(), CloudMailbox.of("eve").change()));

        assertInstanceOf(SourceRead.CursorExpired.class, open().read(before.next()));
    }

    @Test
    void a_header_that_cannot_be_read_is_an_outage_and_no_exception() throws IOException {
        Files.writeString(export.file(), "id,\"version\n");

        assertInstanceOf(SourceRead.Unavailable.class, open().read(null));
    }

    private void append(String text) throws IOException {
        Files.writeString(export.file(), text, StandardOpenOption.APPEND);
    }

    private static SourceRead.Page page(SourceRead read) {
        return assertInstanceOf(SourceRead.Page.class, read);
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
