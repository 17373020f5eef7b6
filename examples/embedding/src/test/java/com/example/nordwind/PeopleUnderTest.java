package com.example.nordwind;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.DirectorySink;
import dev.writeback.testkit.contract.DirectoryUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** A folder of people, and a way to its files that is not the sink's. */
final class PeopleUnderTest implements DirectoryUnderTest {

    private final Path folder;
    private final PeopleFiles files;
    private final PeopleFolder sink;

    PeopleUnderTest(Path folder) {
        this.folder = folder;
        this.files = new PeopleFiles(folder);
        this.sink = PeopleFolder.of(folder);
    }

    @Override
    public DirectorySink sink() {
        return sink;
    }

    @Override
    public DirectorySink unreachable() {
        return PeopleFolder.of(folder.resolve("no-such-volume"));
    }

    @Override
    public ObjectGuid add(String name) {
        ObjectGuid guid = new ObjectGuid(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
        changing(() -> files.store(Person.of(guid, name)));
        return guid;
    }

    @Override
    public void set(ObjectGuid entry, AttributeName attribute, List<AttributeValue> values) {
        changing(() -> files.store(files.find(entry).orElseThrow().with(attribute, values)));
    }

    @Override
    public List<AttributeValue> values(ObjectGuid entry, AttributeName attribute) {
        try {
            return files.find(entry).orElseThrow().values(attribute);
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    @Override
    public void delete(ObjectGuid entry) {
        changing(() -> files.delete(entry));
    }

    @Override
    public void close() {}

    private interface Change {
        void make() throws IOException;
    }

    private static void changing(Change change) {
        try {
            change.make();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }
}
