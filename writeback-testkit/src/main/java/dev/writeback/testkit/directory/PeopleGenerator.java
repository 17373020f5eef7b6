package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.Attribute;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Makes people out of their numbers: the same number always gives the same person. */
final class PeopleGenerator {

    private static final List<String> GIVEN = List.of(
            "Agnes",
            "Björn",
            "Chiara",
            "David",
            "Ekaterina",
            "François",
            "Gül",
            "Henrik",
            "Inês",
            "Jörg",
            "Kasia",
            "Liam",
            "Márta",
            "Noor",
            "Oscar",
            "Petra",
            "Quirin",
            "Renée",
            "Søren",
            "Tomáš",
            "Uschi",
            "Vera",
            "Wim",
            "Xenia",
            "Yusuf",
            "Zoë");
    private static final List<String> SURNAME = List.of(
            "Andersson",
            "Brandt",
            "Çetin",
            "Dvořák",
            "Eriksen",
            "Fontaine",
            "Grünwald",
            "Horváth",
            "Ivanova",
            "Jäger",
            "Kowalski",
            "Lefèvre",
            "Moreau",
            "Nagy",
            "O'Neill",
            "Petrov",
            "Quinn",
            "Rossi",
            "Schröder",
            "Tanaka",
            "Ünal",
            "Vogel",
            "Weiß",
            "Yıldız",
            "Zimmermann");
    private static final List<String> DEPARTMENT =
            List.of("Accounting", "Legal", "Logistics", "Production", "Research", "Sales", "Support");
    private static final List<String> UNITS =
            List.of("OU=North,OU=People", "OU=South,OU=People", "OU=East,OU=People", "OU=West,OU=People", "OU=People");
    private static final int ARCHIVED = 4;
    private static final int HIDDEN = 9;

    private final EntryName base;
    private final String domain;

    PeopleGenerator(EntryName base, String domain) {
        this.base = base;
        this.domain = domain;
    }

    /** The distinguished name of a person. */
    String dn(int number) {
        return "CN=" + account(number) + "," + UNITS.get(number % UNITS.size()) + "," + base;
    }

    MailboxUser person(int number) {
        Random random = new Random(number);
        String given = GIVEN.get(random.nextInt(GIVEN.size()));
        String surname = SURNAME.get(random.nextInt(SURNAME.size()));
        String account = account(number);
        MailboxUser person = MailboxUser.of(account, domain)
                .in(UNITS.get(number % UNITS.size()))
                .with(
                        new Attribute("uid", account),
                        new Attribute("givenName", given),
                        new Attribute("sn", surname),
                        new Attribute("displayName", surname + ", " + given),
                        new Attribute("department", DEPARTMENT.get(random.nextInt(DEPARTMENT.size()))),
                        new Attribute("employeeID", Integer.toString(100_000 + number)),
                        new Attribute("telephoneNumber", "+49 40 555 " + number),
                        new Attribute("legacyExchangeDN", legacyName(number)),
                        new Attribute("extensionAttribute1", "cost center " + (1_000 + random.nextInt(1_000))),
                        new Attribute("mS-DS-ConsistencyGuid", guid("consistency", number)),
                        new Attribute("msExchMailboxGuid", guid("mailbox", number)));
        if (number % ARCHIVED == 0) {
            person = person.withOctets("msExchArchiveGUID", guid("archive", number))
                    .with("msExchArchiveStatus", "1");
        }
        return number % HIDDEN == 0 ? person.with("msExchHideFromAddressLists", "TRUE") : person;
    }

    private static String account(int number) {
        String digits = Integer.toString(number);
        return "user" + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
    }

    private static String legacyName(int number) {
        return "/o=First Organization/ou=External/cn=Recipients/cn=" + account(number);
    }

    private static byte[] guid(String kind, int number) {
        return ObjectGuid.toOctets(UUID.nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8)));
    }
}
