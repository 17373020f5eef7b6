package dev.writeback.testkit.law;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.testkit.arbitrary.CarriedAttribute;
import dev.writeback.testkit.arbitrary.HistoryStep;
import dev.writeback.testkit.arbitrary.NumberedMailbox;
import dev.writeback.testkit.arbitrary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The directory of a world: an entry for each mailbox, two in {@code OU=People} and the others in {@code OU=Elsewhere}, one
 * that belongs to no mailbox, and an attribute of each that the profile does not carry.
 */
final class Field {

    private static final List<String> OUTSIDERS = List.of("info", "comment", "description", "wWWHomePage");

    static final List<AttributeValue> KEPT = List.of(AttributeValue.text("as its owner left it"));

    /** Of whom the cloud knows nothing. */
    static final NumberedMailbox STRANGER = new NumberedMailbox(99);

    private static final int MAILBOXES = 3;
    private static final int PEOPLE = 2;

    private final MemoryDirectory directory;
    private final Optional<AttributeName> outside;
    private final Map<AttributeName, CarriedAttribute> carried = new LinkedHashMap<>();

    Field(Vocabulary vocabulary) {
        vocabulary.attributes().forEach(one -> carried.put(one.directory(), one));
        Map<AttributeName, AttributeSyntax> attributes = new LinkedHashMap<>();
        carried.values().forEach(one -> attributes.put(one.directory(), one.syntax()));
        outside = outside(attributes.keySet());
        outside.ifPresent(name -> attributes.put(name, AttributeSyntax.CASE_IGNORE));
        directory = MemoryDirectory.of(
                attributes,
                carried.values().stream()
                        .filter(one -> one.arity() == CarriedAttribute.Arity.MANY)
                        .map(CarriedAttribute::directory)
                        .collect(Collectors.toSet()));
        Stream.of("OU=People,DC=corp,DC=example", "OU=Elsewhere,DC=corp,DC=example")
                .forEach(unit -> directory.add(unit(unit)));
        mailboxes().forEach(this::add);
        add(STRANGER);
    }

    /** The first that the profile does not carry. */
    private static Optional<AttributeName> outside(Set<AttributeName> carried) {
        return OUTSIDERS.stream()
                .map(AttributeName::of)
                .filter(name -> !carried.contains(name))
                .findFirst();
    }

    static Stream<NumberedMailbox> mailboxes() {
        return IntStream.range(0, MAILBOXES).mapToObj(NumberedMailbox::new);
    }

    private void add(NumberedMailbox mailbox) {
        directory.add(entry(mailbox));
        outside.ifPresent(name -> directory.set(mailbox.guid(), name, KEPT));
    }

    EntryId entry(NumberedMailbox mailbox) {
        boolean elsewhere = mailbox.number() >= PEOPLE && !mailbox.equals(STRANGER);
        return new EntryId(
                mailbox.guid(),
                Dn.of("CN=mailbox %d,OU=%s,DC=corp,DC=example"
                        .formatted(mailbox.number(), elsewhere ? "Elsewhere" : "People")));
    }

    private static EntryId unit(String name) {
        return new EntryId(new ObjectGuid(new UUID(8, name.hashCode())), Dn.of(name));
    }

    MemoryDirectory directory() {
        return directory;
    }

    /** The attributes that the profile carries, by their names in the directory. */
    Map<AttributeName, CarriedAttribute> carried() {
        return carried;
    }

    /** Where {@link #contents} shows what an edit is about. */
    String place(HistoryStep.Edited edit) {
        return directory.contents().keySet().stream()
                .filter(entry -> entry.guid().equals(edit.mailbox().guid()))
                .map(entry -> entry.dn() + " " + edit.attribute())
                .findFirst()
                .orElse("");
    }

    void edit(HistoryStep.Edited edit) {
        directory.set(edit.mailbox().guid(), edit.attribute(), edit.values());
    }

    List<AttributeValue> values(NumberedMailbox mailbox, AttributeName attribute) {
        return directory.values(mailbox.guid(), attribute);
    }

    /** Every value there is, by entry and attribute; in the order of the alphabet, since there is no other. */
    Map<String, String> contents() {
        Map<String, String> all = new TreeMap<>();
        directory
                .contents()
                .forEach((entry, attributes) -> attributes.forEach((name, values) -> all.put(
                        entry.dn() + " " + name,
                        values.stream()
                                .map(AttributeValue::toString)
                                .sorted()
                                .toList()
                                .toString())));
        return all;
    }
}
