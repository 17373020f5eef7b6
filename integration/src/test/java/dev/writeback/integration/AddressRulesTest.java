package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.integration.AdLab.Account;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Exchange knows about addresses, on a real directory: the primary and {@code mail}, very many of them, wrong ones,
 * and the one that a mailbox's name within Exchange makes. Each test has a user of its own; two runs of the agent do
 * them all.
 */
@Tag("ad")
class AddressRulesTest {

    private static final int SWAP = 0;
    private static final int DEMOTION = 1;
    private static final int CASE = 2;
    private static final int DOUBLE = 3;
    private static final int MANY = 4;
    private static final int WRONG = 5;
    private static final int WRONG_PRIMARY = 6;
    private static final int KINDS = 7;
    private static final int NAMED = 8;
    private static final int STATED_MAIL = 9;
    private static final int UNVERIFIED = 10;
    private static final int USERS = 11;

    private static final int VERY_MANY = 400;

    /** Of each kind one, with a word of what the status says is wrong. */
    private static final Map<String, String> INVALID = Map.of(
            "smtp:with blank@example.test", "Character",
            "smtp:no.at.sign", "LocalPart",
            "smtp:two..dots@example.test", "LocalPart",
            "smtp:.leading@example.test", "LocalPart",
            "smtp:b\u00fccher@example.test", "LocalPart",
            "smtp:inside@server.local", "TopLevelDomain",
            "smtp:one:two@example.test", "Character",
            "smtp:@example.test", "LocalPart",
            "X500:", "Format");

    private static final List<String> FOUND = List.of(
            "X400:C=US;A= ;P=Lab;O=Exchange;S=Seven;",
            "x500:/o=Lab Organization/ou=found/cn=seven",
            "sip:seven@lab.example.test",
            "EUM:7777;phone-context=Lab.example.test",
            "NOTES:Seven/Lab@Found");

    private static final List<String> STATED = List.of(
            "X400:C=US;A= ;P=Cloud;O=Exchange;S=Seven;",
            "X500:/o=ExchangeLabs/ou=stated/cn=seven",
            "SIP:seven@cloud.example.test",
            "eum:8888;phone-context=Cloud.example.test",
            "GWISE:Cloud.Seven");

    @AutoClose
    private static TestOu ou;

    private static Map<String, StatusLine> first;
    private static Map<String, StatusLine> second;
    private static List<List<String>> afterFirst;
    private static long changedByAnotherRun;

    @BeforeAll
    static void run_twice(@TempDir Path dir) throws LDAPException, InterruptedException {
        AdLab lab = AdLab.running();
        ou = TestOu.create(lab, lab.peopleDn(), "AddressRulesTest", USERS);
        List<String> kinds = Stream.concat(FOUND.stream(), ou.user(KINDS).proxyAddresses().stream())
                .toList();
        ou.admin()
                .modify(
                        ou.user(KINDS).dn(),
                        new Modification(ModificationType.REPLACE, "proxyAddresses", kinds.toArray(String[]::new)));
        AgentFolder folder = AgentFolder.create(dir, lab, Account.SERVICE, ou.dn())
                .configure("profile", "exchange-online-extended")
                .feed("01.jsonl", statedFirst());
        folder.run("run");
        first = folder.takeStatusesByObject();
        afterFirst = new ArrayList<>();
        for (TestUser user : ou.users()) {
            afterFirst.add(List.of(ou.read(user).getAttributeValues("proxyAddresses")));
        }
        folder.feed("02.jsonl", statedSecond());
        folder.run("run");
        second = folder.takeStatusesByObject();
        Map<String, Long> usns = ou.usns();
        folder.run("run");
        changedByAnotherRun = ou.changedSince(usns);
    }

    private static List<FeedLine> statedFirst() {
        List<String> wrong = new ArrayList<>(INVALID.keySet());
        wrong.addAll(List.of("SMTP:" + mail(WRONG), "smtp:right@example.test"));
        List<String> kinds = new ArrayList<>(STATED);
        kinds.add("SMTP:" + mail(KINDS));
        return List.of(
                addresses(SWAP, 1, List.of("smtp:" + mail(SWAP), "SMTP:" + other(SWAP))),
                addresses(DEMOTION, 1, List.of("SMTP:new@example.test", "smtp:" + mail(DEMOTION))),
                addresses(CASE, 1, List.of("SMTP:" + upper(CASE), "smtp:" + other(CASE))),
                addresses(
                        DOUBLE, 1, List.of("SMTP:" + mail(DOUBLE), "smtp:twin@example.test", "smtp:TWIN@example.test")),
                addresses(MANY, 1, many(0)),
                addresses(WRONG, 1, wrong).states("CustomAttribute2", "flows"),
                addresses(WRONG_PRIMARY, 1, List.of("SMTP:wrong..dots@example.test", "smtp:" + mail(WRONG_PRIMARY)))
                        .states("CustomAttribute2", "flows"),
                addresses(KINDS, 1, kinds),
                addresses(NAMED, 1, List.of("SMTP:" + mail(NAMED)))
                        .states("LegacyExchangeDN", "/o=ExchangeLabs/ou=Exchange Administrative Group/cn=first"),
                addresses(STATED_MAIL, 1, List.of("SMTP:" + mail(STATED_MAIL), "smtp:" + other(STATED_MAIL)))
                        .states("WindowsEmailAddress", other(STATED_MAIL)));
    }

    private static List<FeedLine> statedSecond() {
        return List.of(
                addresses(SWAP, 2, List.of("SMTP:" + mail(SWAP), "smtp:" + other(SWAP))),
                addresses(MANY, 2, many(1)),
                addresses(NAMED, 2, List.of("SMTP:" + mail(NAMED)))
                        .states("LegacyExchangeDN", "/o=ExchangeLabs/ou=Exchange Administrative Group/cn=second"),
                addresses(STATED_MAIL, 2, List.of("smtp:" + mail(STATED_MAIL), "SMTP:" + other(STATED_MAIL)))
                        .isSilentOn("WindowsEmailAddress"));
    }

    @Test
    void a_swap_of_the_primary_takes_mail_with_it_there_and_back() throws LDAPException {
        assertThat(afterFirst.get(SWAP))
                .containsExactlyInAnyOrder("smtp:" + mail(SWAP), "SMTP:" + other(SWAP), x500(SWAP));
        assertThat(first.get(id(SWAP)).modifiedProperties()).containsOnlyKeys("proxyAddresses", "mail");
        holds(SWAP, "SMTP:" + mail(SWAP), "smtp:" + other(SWAP), x500(SWAP));
        assertThat(mailOf(SWAP)).isEqualTo(mail(SWAP));
    }

    @Test
    void a_new_primary_demotes_the_old_one_and_is_mail() throws LDAPException {
        holds(DEMOTION, "SMTP:new@example.test", "smtp:" + mail(DEMOTION), x500(DEMOTION));
        assertThat(mailOf(DEMOTION)).isEqualTo("new@example.test");
    }

    @Test
    void a_change_of_case_alone_is_written_to_the_addresses_and_to_mail() throws LDAPException {
        holds(CASE, "SMTP:" + upper(CASE), "smtp:" + other(CASE), x500(CASE));
        assertThat(mailOf(CASE)).isEqualTo(upper(CASE));
    }

    @Test
    void an_address_stated_in_two_spellings_is_written_once() throws LDAPException {
        holds(DOUBLE, "SMTP:" + mail(DOUBLE), "smtp:twin@example.test", x500(DOUBLE));
    }

    @Test
    void of_four_hundred_addresses_one_comes_and_one_goes() throws LDAPException {
        assertThat(afterFirst.get(MANY)).hasSize(VERY_MANY + 2).containsAll(many(0));
        List<String> held = new ArrayList<>(many(1));
        held.add(x500(MANY));
        holds(MANY, held.toArray(String[]::new));
        assertThat(first.get(id(MANY)).status()).isEqualTo("success");
        assertThat(second.get(id(MANY)).status()).isEqualTo("success");
    }

    @Test
    void invalid_addresses_are_held_back_and_named_and_the_others_flow() throws LDAPException {
        holds(WRONG, "SMTP:" + mail(WRONG), "smtp:right@example.test", x500(WRONG));
        flows(WRONG);
        StatusLine status = first.get(id(WRONG));
        assertThat(status.status()).isEqualTo("warning");
        assertThat(INVALID)
                .allSatisfy((address, error) -> assertThat(heldBack(status))
                        .anyMatch(sentence ->
                                sentence.contains("'" + address + "'") && sentence.contains("(" + error + ")")));
    }

    @Test
    void an_invalid_primary_leaves_all_addresses_as_they_are_and_says_so() throws LDAPException {
        holds(WRONG_PRIMARY, ou.user(WRONG_PRIMARY).proxyAddresses().toArray(String[]::new));
        flows(WRONG_PRIMARY);
        StatusLine status = first.get(id(WRONG_PRIMARY));
        assertThat(status.status()).isEqualTo("failure");
        assertThat(status.errorCode()).isEqualTo("InvalidValue");
        assertThat(status.reason()).contains("proxyAddresses", "exactly one", "'SMTP:wrong..dots@example.test'");
        assertThat(mailOf(WRONG_PRIMARY)).isEqualTo(mail(WRONG_PRIMARY));
    }

    @Test
    void kinds_that_are_not_the_clouds_alone_come_from_it_and_never_go() throws LDAPException {
        List<String> held = new ArrayList<>(FOUND);
        held.addAll(STATED);
        held.addAll(List.of("SMTP:" + mail(KINDS), x500(KINDS)));
        holds(KINDS, held.toArray(String[]::new));
        assertThat(first.get(id(KINDS)).status()).isEqualTo("success");
    }

    @Test
    void the_name_within_exchange_becomes_an_x500_address_and_an_old_one_stays() throws LDAPException {
        holds(
                NAMED,
                "SMTP:" + mail(NAMED),
                x500(NAMED),
                "X500:/o=ExchangeLabs/ou=Exchange Administrative Group/cn=first",
                "X500:/o=ExchangeLabs/ou=Exchange Administrative Group/cn=second");
    }

    @Test
    void mail_that_was_stated_follows_the_addresses_that_are_stated_later() throws LDAPException {
        assertThat(first.get(id(STATED_MAIL)).modifiedProperties()).containsOnlyKeys("mail");
        holds(STATED_MAIL, "smtp:" + mail(STATED_MAIL), "SMTP:" + other(STATED_MAIL), x500(STATED_MAIL));
        assertThat(mailOf(STATED_MAIL)).isEqualTo(other(STATED_MAIL));
    }

    @Test
    void an_address_of_a_domain_that_is_not_accepted_is_held_back_and_named(@TempDir Path dir)
            throws LDAPException, InterruptedException {
        List<String> found = List.of("SMTP:" + mail(UNVERIFIED), "smtp:found@foreign.example.test");
        ou.admin()
                .modify(
                        ou.user(UNVERIFIED).dn(),
                        new Modification(ModificationType.REPLACE, "proxyAddresses", found.toArray(String[]::new)));
        AgentFolder folder = AgentFolder.create(dir, AdLab.running(), Account.LEAST, ou.dn())
                .configure("acceptedDomains", List.of(ou.user(UNVERIFIED).domain(), "*.verified.example.test"))
                .feed(
                        "01.jsonl",
                        List.of(addresses(
                                UNVERIFIED,
                                1,
                                List.of(
                                        "SMTP:" + mail(UNVERIFIED),
                                        "smtp:new@Foreign.example.test",
                                        "smtp:below@a.verified.example.test",
                                        "SIP:any@foreign.example.test"))));

        folder.run("run").exitsWith(0);

        holdsJust(
                UNVERIFIED,
                "SMTP:" + mail(UNVERIFIED),
                "smtp:found@foreign.example.test",
                "smtp:below@a.verified.example.test",
                "SIP:any@foreign.example.test");
        StatusLine status = folder.takeStatusesByObject().get(id(UNVERIFIED));
        assertThat(status.status()).isEqualTo("warning");
        assertThat(heldBack(status))
                .singleElement()
                .asString()
                .contains("smtp:new@Foreign.example.test", "accepted domains");
    }

    @Test
    void another_run_writes_nothing() {
        assertThat(changedByAnotherRun).isZero();
    }

    private static void flows(int user) throws LDAPException {
        assertThat(ou.read(ou.user(user)).getAttributeValue("extensionAttribute2"))
                .isEqualTo("flows");
    }

    /** These, and the second address that the directory knew before the first contact. */
    private static void holds(int user, String... addresses) throws LDAPException {
        List<String> all = new ArrayList<>(List.of(addresses));
        String known = "smtp:" + other(user);
        if (all.stream().noneMatch(known::equalsIgnoreCase)) {
            all.add(known);
        }
        holdsJust(user, all.toArray(String[]::new));
    }

    private static void holdsJust(int user, String... addresses) throws LDAPException {
        assertThat(ou.read(ou.user(user)).getAttributeValues("proxyAddresses")).containsExactlyInAnyOrder(addresses);
    }

    /** What the status says is held back, a sentence each. */
    private static List<String> heldBack(StatusLine status) {
        return status.steps()
                .map(step -> step.getFieldAsObject("details"))
                .map(details -> details == null ? null : Json.text(details, "HeldBack proxyAddresses"))
                .filter(Objects::nonNull)
                .flatMap(text -> Stream.of(text.split("(?=The address )")))
                .toList();
    }

    private static FeedLine addresses(int user, long version, List<String> addresses) {
        return FeedLine.of(ou.user(user), version).states("EmailAddresses", addresses);
    }

    /** The primary and very many others, of which the first so many are others than before. */
    private static List<String> many(int from) {
        return Stream.concat(
                        Stream.of("SMTP:" + mail(MANY)),
                        IntStream.range(from, from + VERY_MANY - 1)
                                .mapToObj(i -> String.format(Locale.ROOT, "smtp:many.%d@example.test", i)))
                .toList();
    }

    private static String id(int user) {
        return FeedLine.idOf(ou.user(user));
    }

    private static String mail(int user) {
        return ou.user(user).mail();
    }

    private static String upper(int user) {
        return mail(user).replace("user", "User");
    }

    private static String mailOf(int user) throws LDAPException {
        return ou.read(ou.user(user)).getAttributeValue("mail");
    }

    private static String other(int user) {
        return ou.user(user).alias() + ".second@" + ou.user(user).domain();
    }

    private static String x500(int user) {
        return ou.user(user).proxyAddresses().get(2);
    }
}
