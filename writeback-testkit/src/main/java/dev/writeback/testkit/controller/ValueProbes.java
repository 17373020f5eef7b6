package dev.writeback.testkit.controller;

import static dev.writeback.testkit.controller.Change.addresses;
import static dev.writeback.testkit.controller.Change.replace;
import static dev.writeback.testkit.controller.Change.with;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Differences in which values are taken, and how they are kept. */
final class ValueProbes {

    private static final String INTEGER = "msExchRecipientDisplayType";
    private static final String LARGE = "msExchRecipientTypeDetails";
    private static final String TIME = "msExchWhenMailboxCreated";

    private ValueProbes() {}

    static List<Probe> all() {
        List<Probe> all = new ArrayList<>();
        all.addAll(numbers());
        all.addAll(lengths());
        all.addAll(kinds());
        all.addAll(numbersOfValues());
        return all;
    }

    private static List<Probe> kinds() {
        return List.of(
                value("octets that are half a character", "info", new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}),
                value("a value with the option binary", "userCertificate;binary", new byte[] {1}),
                new Probe(
                        "a value with the option lang-de",
                        place -> Reply.to(() -> place.modify(place.user(), replace("description;lang-de", "x")))),
                new Probe(
                        "a password in unicodePwd",
                        place -> Reply.to(() -> place.modify(
                                place.user(),
                                new Modification(
                                        ModificationType.REPLACE,
                                        "unicodePwd",
                                        "\"Abc-Passw0rd!9\"".getBytes(StandardCharsets.UTF_16LE))))));
    }

    private static List<Probe> numbersOfValues() {
        return List.of(
                new Probe(
                        "1,300 addresses",
                        place -> Reply.to(
                                () -> place.modify(place.user(), replace("proxyAddresses", addresses(1_300))))),
                new Probe(
                        "1,300 addresses of a new entry",
                        place -> Reply.to(() -> place.user(with("proxyAddresses", addresses(1_300))))),
                new Probe(
                        "700 values of each of two attributes",
                        place -> Reply.to(() -> place.modify(
                                place.user(),
                                replace("proxyAddresses", addresses(700)),
                                replace("otherTelephone", addresses(700))))));
    }

    private static List<Probe> numbers() {
        return List.of(
                value("an integer with a space at its end", INTEGER, "5 "),
                value("an integer above 2147483647", INTEGER, "2147483648"),
                value("an integer below -2147483648", INTEGER, "-2147483649"),
                value("an empty integer", INTEGER, ""),
                value("a large integer with zeros before it", LARGE, "00128"),
                value("a large integer with a plus", LARGE, "+5"),
                value("a large integer with a space before it", LARGE, " 5"),
                value("a time in the thirteenth month", TIME, "20261301000000.0Z"),
                value("a time on the thirtieth of February", TIME, "20260230000000.0Z"),
                value("a time without seconds", TIME, "202601010000Z"));
    }

    private static List<Probe> lengths() {
        return List.of(
                value("empty text", "info", ""),
                value("text that is too long", "mailNickname", "a".repeat(65)),
                value("a number that is too great for its attribute", "countryCode", "65536"),
                value("15 octets where 16 are wanted", "msExchMailboxGuid", new byte[15]),
                value("no octets where 16 are wanted", "msExchMailboxGuid", new byte[0]),
                new Probe(
                        "text that is too long in a new entry",
                        place -> Reply.to(() -> place.user(with("mailNickname", "a".repeat(65))))));
    }

    private static Probe value(String asked, String attribute, String value) {
        return new Probe(asked, place -> stored(place, attribute, value.getBytes(StandardCharsets.UTF_8)));
    }

    private static Probe value(String asked, String attribute, byte[] value) {
        return new Probe(asked, place -> Reply.to(() -> place.modify(place.user(), replace(attribute, value))));
    }

    private static String stored(Workplace place, String attribute, byte[] value) throws LDAPException {
        String user = place.user();
        Reply reply = Reply.to(() -> place.modify(user, replace(attribute, value)));
        return reply.code() == 0 ? "kept as " + place.values(user, attribute).get(0) : reply.toString();
    }
}
