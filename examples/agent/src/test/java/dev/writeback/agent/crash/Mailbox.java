package dev.writeback.agent.crash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox as the feed has stated it so far, and what its entry must hold for that: worked out attribute by attribute
 * from the newest statement about each, by nothing that the agent uses.
 */
final class Mailbox {

    /** By the cloud's name of a type, what three attributes hold for a mailbox that was moved to the cloud. */
    private static final Map<String, List<String>> TYPES = Map.of(
            "UserMailbox", List.of("2147483648", "-2147483642", "4"),
            "SharedMailbox", List.of("34359738368", "-2147483642", "100"),
            "RoomMailbox", List.of("8589934592", "-2147481850", "36"),
            "EquipmentMailbox", List.of("17179869184", "-2147481594", "68"));

    private final String id;
    private final EntryState found;
    private final Map<String, Statement> stated = new TreeMap<>();
    private int changes;
    private Instant lastChange = Instant.MIN;

    /** What is stated about a property: nothing, a text, or several. */
    private record Statement(long version, List<String> values) {}

    /**
     * A mailbox that nothing is stated about yet.
     *
     * @param id the cloud's id of it
     * @param found its entry as it was before
     */
    Mailbox(String id, EntryState found) {
        this.id = id;
        this.found = found;
    }

    String id() {
        return id;
    }

    EntryState found() {
        return found;
    }

    /** How many lines of the feed are about it. */
    int changes() {
        return changes;
    }

    /** When the last one of them was written, or a moment before. */
    Instant lastChange() {
        return lastChange;
    }

    /** Takes a line of the feed. An older statement never takes the place of a newer one. */
    void state(long version, Map<String, List<String>> properties) {
        changes++;
        lastChange = Instant.now();
        properties.forEach((property, values) -> stated.merge(
                property,
                new Statement(version, values),
                (known, news) -> news.version() > known.version() ? news : known));
    }

    /** What the entry must hold; the names of other mailboxes' entries are asked for by their ids. */
    Map<String, Set<String>> expected(Map<String, Mailbox> others) {
        Map<String, Set<String>> expected = new TreeMap<>(found.values());
        stated.forEach((property, statement) -> {
            List<String> values = statement.values();
            switch (property) {
                case "EmailAddresses" -> put(expected, "proxyaddresses", addresses(values));
                case "WindowsEmailAddress" -> put(expected, "mail", values);
                case "HiddenFromAddressListsEnabled" -> put(expected, "msexchhidefromaddresslists", values);
                case "GrantSendOnBehalfTo" ->
                    put(
                            expected,
                            "publicdelegates",
                            values.stream().map(each -> dn(others, each)).toList());
                case "RecipientTypeDetails" -> {
                    List<String> numbers = TYPES.get(values.get(0));
                    put(expected, "msexchrecipienttypedetails", List.of(numbers.get(0)));
                    put(expected, "msexchrecipientdisplaytype", List.of(numbers.get(1)));
                    put(expected, "msexchremoterecipienttype", List.of(numbers.get(2)));
                }
                default -> put(expected, attributeOf(property), values);
            }
        });
        return expected;
    }

    /** The name of its type that a cloud uses, of those that there are. */
    static List<String> types() {
        return TYPES.keySet().stream().sorted().toList();
    }

    /** What the cloud does not know and never knew stays: here, the directory's own address for routing. */
    private List<String> addresses(List<String> cloud) {
        Stream<String> own = found.values("proxyaddresses").stream().filter(address -> address.startsWith("smtp:"));
        return Stream.concat(cloud.stream(), own).toList();
    }

    private static String dn(Map<String, Mailbox> others, String id) {
        @Nullable Mailbox other = others.get(id);
        return other == null ? "(nobody)" : other.found.dn();
    }

    private static String attributeOf(String property) {
        return property.startsWith("CustomAttribute")
                ? property.replace("CustomAttribute", "extensionattribute")
                : property.replace("ExtensionCustomAttribute", "msexchextensioncustomattribute");
    }

    private static void put(Map<String, Set<String>> entry, String attribute, List<String> values) {
        if (values.isEmpty()) {
            entry.remove(attribute);
        } else {
            entry.put(attribute, new TreeSet<>(new ArrayList<>(values)));
        }
    }
}
