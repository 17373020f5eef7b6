package com.example.nordwind;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The people as files: a file of properties each, named by its GUID, replaced as a whole.
 *
 * @param folder where they are
 */
record PeopleFiles(Path folder) {

    private static final String ENDING = ".person";

    /** All people. */
    List<Person> all() throws IOException {
        List<Person> people = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(ENDING)).sorted().toList()) {
                String name = file.getFileName().toString();
                find(new ObjectGuid(UUID.fromString(name.substring(0, name.length() - ENDING.length()))))
                        .ifPresent(people::add);
            }
        }
        return people;
    }

    Optional<Person> find(ObjectGuid guid) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        Path file = file(guid);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties stored = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            stored.load(reader);
        }
        Map<AttributeName, List<AttributeValue>> values = new LinkedHashMap<>();
        for (String key : new TreeSet<>(stored.stringPropertyNames())) {
            int hash = key.indexOf('#');
            if (hash > 0) {
                AttributeName attribute = AttributeName.of(key.substring(0, hash));
                values.computeIfAbsent(attribute, it -> new ArrayList<>())
                        .add(value(attribute, stored.getProperty(key)));
            }
        }
        return Optional.of(new Person(new EntryId(guid, Dn.of(stored.getProperty("dn"))), values));
    }

    void store(Person person) throws IOException {
        Properties stored = new Properties();
        stored.setProperty("dn", person.id().dn().value());
        person.values().forEach((attribute, values) -> {
            for (int i = 0; i < values.size(); i++) {
                // Numbers of one length, so that values keep their order when the keys are sorted.
                stored.setProperty(
                        String.format(Locale.ROOT, "%s#%06d", attribute, i),
                        values.get(i).toString());
            }
        });
        Path next = folder.resolve(person.id().guid() + ".next");
        try (Writer writer = Files.newBufferedWriter(next)) {
            stored.store(writer, null);
        }
        Files.move(next, file(person.id().guid()), ATOMIC_MOVE, REPLACE_EXISTING);
    }

    void delete(ObjectGuid guid) throws IOException {
        Files.deleteIfExists(file(guid));
    }

    private Path file(ObjectGuid guid) {
        return folder.resolve(guid + ENDING);
    }

    private static AttributeValue value(AttributeName attribute, String text) {
        boolean binary =
                PeopleSchema.syntax(attribute).map(AttributeSyntax::isBinary).orElse(false);
        return binary ? AttributeValue.octets(Base64.getDecoder().decode(text)) : AttributeValue.text(text);
    }
}
