package com.example.nordwind;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Modification;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.AddressHolder;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.HolderOutcome;
import dev.writeback.spi.HolderRequest;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nordwind's own directory, a folder of people, as a sink. One process at a time writes to a folder. */
public final class PeopleFolder implements DirectorySink {

    private static final String SERVER = "folder";

    private final PeopleFiles files;

    private PeopleFolder(PeopleFiles files) {
        this.files = files;
    }

    /** The sink to a folder. */
    public static PeopleFolder of(Path folder) {
        return new PeopleFolder(new PeopleFiles(folder));
    }

    @Override
    public synchronized List<LookupOutcome> lookup(LookupRequest request) {
        try {
            List<Person> people = files.all();
            return request.anchors().stream()
                    .map(anchors -> find(people, anchors, request))
                    .toList();
        } catch (IOException away) {
            LookupOutcome unavailable = new LookupOutcome.Unavailable(Problems.folderAway());
            return request.anchors().stream().map(it -> unavailable).toList();
        }
    }

    private static LookupOutcome find(List<Person> people, List<Anchor> anchors, LookupRequest request) {
        List<Person> found = people.stream()
                .filter(person -> anchors.stream().anyMatch(anchor -> leadsTo(anchor, person)))
                .toList();
        if (found.isEmpty()) {
            return new LookupOutcome.NotFound(Problems.nobodyHas(anchors));
        }
        if (found.size() > 1) {
            return new LookupOutcome.Ambiguous(Problems.severalHave(anchors));
        }
        Map<AttributeName, List<AttributeValue>> values =
                new LinkedHashMap<>(found.get(0).values());
        values.keySet().retainAll(request.attributes().keySet());
        return new LookupOutcome.Found(new DirectoryEntry(found.get(0).id(), values, SERVER));
    }

    private static boolean leadsTo(Anchor anchor, Person person) {
        if (anchor instanceof Anchor.ImmutableId it) {
            return person.id().guid().equals(it.guid())
                    || person.values(PeopleSchema.CONSISTENCY_GUID)
                            .contains(AttributeValue.octets(it.guid().toBytes()));
        }
        return anchor instanceof Anchor.ExternalDirectoryObjectId it
                && person.values(PeopleSchema.EXTERNAL_ID).contains(AttributeValue.text(it.value()));
    }

    @Override
    public synchronized WriteOutcome write(EntryWrite write) {
        try {
            Optional<Person> person = files.find(write.entry().guid());
            if (person.isEmpty()) {
                return new WriteOutcome.Missing(Problems.gone(write.entry()));
            }
            return write(person.get(), write.modifications());
        } catch (IOException away) {
            return new WriteOutcome.Unavailable(Problems.folderAway());
        }
    }

    private WriteOutcome write(Person person, List<Modification> modifications) throws IOException {
        Person now = person;
        for (Modification modification : modifications) {
            if (PeopleSchema.syntax(modification.attribute()).isEmpty()) {
                return new WriteOutcome.Rejected(Problems.unknown(modification.attribute()));
            }
            Optional<Person> next = now.modified(modification);
            if (next.isEmpty()) {
                return new WriteOutcome.Stale(Problems.changedMeanwhile(person.id(), modification.attribute()));
            }
            now = next.get();
        }
        files.store(now);
        return new WriteOutcome.Applied();
    }

    @Override
    public synchronized List<Finding> check(CheckRequest request) {
        List<Finding> findings = new ArrayList<>();
        try {
            findings.add(Finding.ok(
                    "reach", "The folder holds %d people.".formatted(files.all().size())));
        } catch (IOException away) {
            findings.add(new Finding(
                    Finding.Level.UNREACHABLE,
                    "reach",
                    Problems.folderAway().reason(),
                    Problems.folderAway().action()));
        }
        request.writes().keySet().forEach(attribute -> findings.add(finding(attribute)));
        return findings;
    }

    private static Finding finding(AttributeName attribute) {
        return PeopleSchema.syntax(attribute).isPresent()
                ? Finding.ok("schema", "People may have %s.".formatted(attribute))
                : new Finding(
                        Finding.Level.ERROR,
                        "schema",
                        Problems.unknown(attribute).reason(),
                        Problems.unknown(attribute).action());
    }

    @Override
    public synchronized HolderOutcome holders(HolderRequest request) {
        try {
            return new HolderOutcome.Holders(files.all().stream()
                    .filter(person -> request.addresses().stream().anyMatch(person::hasAddress))
                    .map(person -> new AddressHolder(person.id(), person.values()))
                    .toList());
        } catch (IOException away) {
            return new HolderOutcome.Unavailable(Problems.folderAway());
        }
    }

    /** Adds somebody without any attribute. */
    public synchronized void add(ObjectGuid guid, String name) throws IOException {
        files.store(Person.of(guid, name));
    }
}
