package dev.writeback.integration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox of which the cloud states everything that is written back, and what the 24 attributes of its entry must hold
 * then: written down by hand beside each other, so that what is expected does not come from the code under test.
 *
 * @param stated what the cloud states, by the cloud's property
 * @param expected what the directory holds then, by attribute in lower case; no key for an attribute without values
 */
record WholeMailbox(Map<String, @Nullable Object> stated, Map<String, TreeSet<String>> expected) {

    private static final List<RemoteType> TYPES = List.of(
            new RemoteType("UserMailbox", "2147483648", "-2147483642"),
            new RemoteType("SharedMailbox", "34359738368", "-2147483642"),
            new RemoteType("RoomMailbox", "8589934592", "-2147481850"),
            new RemoteType("EquipmentMailbox", "17179869184", "-2147481594"));

    /** Every attribute stated, every value marked with the round it is of; a user's number chooses the recipient type. */
    static WholeMailbox stated(TestUser user, int number, String round) {
        WholeMailbox mailbox = new WholeMailbox(new LinkedHashMap<>(), new TreeMap<>());
        for (int i = 1; i <= 15; i++) {
            mailbox.flow("CustomAttribute" + i, "extensionattribute" + i, i + " <" + round + "> of " + user.alias());
        }
        for (int i = 1; i <= 5; i++) {
            List<String> values = List.of("common " + i, i + " " + round + " \u00fc", i + " " + round + " & more");
            mailbox.stated.put("ExtensionCustomAttribute" + i, values);
            mailbox.expected.put("msexchextensioncustomattribute" + i, new TreeSet<>(values));
        }
        mailbox.typed(TYPES.get(number % TYPES.size()));
        mailbox.addressed(user, round);
        return mailbox;
    }

    /** Every attribute stated as empty, in each of the three ways that there are. */
    static WholeMailbox cleared(TestUser user, int number) {
        WholeMailbox mailbox = new WholeMailbox(new LinkedHashMap<>(), new TreeMap<>());
        List<@Nullable Object> nothing = Arrays.asList(null, "", List.of());
        int next = number;
        for (String property : stated(user, number, "any").stated.keySet()) {
            mailbox.stated.put(property, nothing.get(next++ % nothing.size()));
        }
        mailbox.expected.put("proxyaddresses", new TreeSet<>(x500(user)));
        return mailbox;
    }

    FeedLine line(TestUser user, long version) {
        return FeedLine.of(user, version).states(stated);
    }

    /** What an entry with these values holds when the mailbox was written to it: the 24 replaced, the others as found. */
    Map<String, TreeSet<String>> over(Map<String, TreeSet<String>> entry) {
        Map<String, TreeSet<String>> values = new TreeMap<>(entry);
        AdLab.WRITEBACK_ATTRIBUTES.forEach(name -> values.remove(name.toLowerCase(Locale.ROOT)));
        values.putAll(expected);
        return values;
    }

    private void flow(String property, String attribute, String value) {
        stated.put(property, value);
        expected.put(attribute, new TreeSet<>(List.of(value)));
    }

    private void typed(RemoteType type) {
        stated.put("RecipientTypeDetails", type.name());
        expected.put("msexchrecipienttypedetails", new TreeSet<>(List.of(type.details())));
        expected.put("msexchrecipientdisplaytype", new TreeSet<>(List.of(type.display())));
    }

    private void addressed(TestUser user, String round) {
        // Exchange Online gives no mailbox an address with other letters than those of ASCII.
        String word = round.replaceAll("[^a-z]", "");
        String primary = user.alias() + "." + word + "@" + user.domain();
        List<String> addresses = List.of(
                "SMTP:" + primary, "smtp:" + user.mail(), "smtp:" + user.alias() + ".also." + word + "@example.test");
        stated.put("EmailAddresses", addresses);
        List<String> held = new ArrayList<>(addresses);
        held.addAll(ownOfTheDirectory(user));
        expected.put("proxyaddresses", new TreeSet<>(held));
        flow("WindowsEmailAddress", "mail", primary);
    }

    /** What only the directory knew stays at the first contact; its primary address is one that the cloud states. */
    private static List<String> ownOfTheDirectory(TestUser user) {
        return user.proxyAddresses().stream()
                .filter(address -> !address.startsWith("SMTP:"))
                .toList();
    }

    /** What is never the cloud's to remove, not even where it states that there is nothing. */
    private static List<String> x500(TestUser user) {
        return user.proxyAddresses().stream()
                .filter(address -> address.startsWith("X500:"))
                .toList();
    }

    private record RemoteType(String name, String details, String display) {}
}
