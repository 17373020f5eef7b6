package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.integration.AdLab.Account;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of proxyAddresses. Each test has a user of its own; one run of the agent does them all, before the first
 * test looks.
 */
@Tag("ad")
class AddressesTest {

    @AutoClose
    private static TestOu ou;

    private static AgentFolder folder;
    private static Map<String, StatusLine> statuses;
    private static Map<String, Long> usnsBefore;
    private static Agent.Result result;

    /** For {@code user00003}: of a kind that the cloud does not own, in the spelling that it was found in. */
    private static final List<String> KEPT = List.of(
            "X400:C=US;A= ;P=Lab;O=Exchange;S=Three;",
            "x500:/o=Lab Organization/ou=lower/cn=three",
            "sip:three@lab.example.test",
            "EUM:3333;phone-context=Lab.example.test",
            "CCMAIL:three at post office",
            "smtp:three@lab.onmicrosoft.com",
            "smtp:three@lab.mail.onmicrosoft.com");

    @BeforeAll
    static void run_once(@TempDir Path dir) throws LDAPException, InterruptedException {
        AdLab lab = AdLab.running();
        ou = TestOu.create(lab, lab.peopleDn(), "AddressesTest", 12);
        directoryHolds(3, with(KEPT, ou.user(3).proxyAddresses()));
        directoryHolds(9, with(KEPT, ou.user(9).proxyAddresses()));
        directoryHolds(10, List.of("SMTP:ten@lab.onmicrosoft.com", "smtp:" + mail(10)));
        folder = AgentFolder.create(dir, lab, Account.LEAST, ou.dn());
        folder.feed("feed.jsonl", stated());
        usnsBefore = ou.usns();
        result = folder.run("run");
        statuses = folder.takeStatusesByObject();
    }

    /** What the cloud states for each user in turn. */
    private static List<FeedLine> stated() {
        return List.of(
                addresses(0, "smtp:" + mail(0), "SMTP:" + second(0)),
                addresses(1, "SMTP:one.new@example.test", "smtp:" + mail(1), "smtp:" + second(1)),
                addresses(2, "SMTP:" + mail(2).replace("user", "User"), "smtp:" + second(2)),
                FeedLine.of(ou.user(3), 0).states("EmailAddresses", List.of("SMTP:" + mail(3), "smtp:" + second(3))),
                addresses(3, "SMTP:" + mail(3)),
                addresses(
                        4,
                        "SMTP:" + mail(4),
                        "X500:/o=ExchangeLabs/ou=Cloud/cn=four",
                        "SIP:four@example.test",
                        "smtp:four@lab.onmicrosoft.com",
                        "SPO:SPO_1234@SPO_5678"),
                addresses(5, "SMTP:" + mail(5), "SMTP:" + second(5)).states("CustomAttribute2", "five"),
                addresses(6, "smtp:" + mail(6), "smtp:" + second(6)).states("CustomAttribute2", "six"),
                addresses(7, "smtp:" + mail(7).toUpperCase(Locale.ROOT), "SMTP:" + mail(7)),
                addresses(8, "SMTP:" + mail(8), "smtp:" + second(8)),
                FeedLine.of(ou.user(9), 1).states("EmailAddresses", List.of()),
                addresses(10, "SMTP:" + mail(10)),
                FeedLine.of(ou.user(11), 1)
                        .states("CustomAttribute1", "AS Created")
                        .states("WindowsEmailAddress", mail(11).toUpperCase(Locale.ROOT)));
    }

    @Test
    void a_swap_of_primary_and_secondary_is_written_and_the_x500_address_stays() throws LDAPException {
        holds(0, "smtp:" + mail(0), "SMTP:" + second(0), x500(0));
        succeeded(0, "proxyAddresses", "mail");
    }

    @Test
    void a_new_primary_demotes_the_old_one() throws LDAPException {
        holds(1, "SMTP:one.new@example.test", "smtp:" + mail(1), "smtp:" + second(1), x500(1));
        succeeded(1, "proxyAddresses", "mail");
    }

    @Test
    void a_change_of_case_alone_is_a_change_of_an_address() throws LDAPException {
        holds(2, "SMTP:" + mail(2).replace("user", "User"), "smtp:" + second(2), x500(2));
        succeeded(2, "proxyAddresses", "mail");
    }

    @Test
    void a_change_of_case_alone_is_a_change_of_any_text() throws LDAPException {
        assertThat(ou.read(ou.user(11)).getAttributeValue("mail")).isEqualTo(mail(11).toUpperCase(Locale.ROOT));
        assertThat(status(11).status()).isEqualTo("success");
    }

    @Test
    void an_smtp_address_that_the_cloud_states_no_longer_is_removed_and_other_kinds_stay() throws LDAPException {
        holds(3, with(KEPT, List.of("SMTP:" + mail(3), x500(3))).toArray(String[]::new));
        succeeded(3, "proxyAddresses");
    }

    @Test
    void kinds_that_are_preserved_are_added_and_those_of_sharepoint_are_dropped() throws LDAPException {
        holds(
                4,
                "SMTP:" + mail(4),
                "smtp:" + second(4),
                x500(4),
                "X500:/o=ExchangeLabs/ou=Cloud/cn=four",
                "SIP:four@example.test",
                "smtp:four@lab.onmicrosoft.com");
        succeeded(4, "proxyAddresses");
    }

    @Test
    void two_primaries_hold_the_addresses_back_and_nothing_else() throws LDAPException {
        heldBack(5, "five");
    }

    @Test
    void no_primary_holds_the_addresses_back_and_nothing_else() throws LDAPException {
        heldBack(6, "six");
    }

    @Test
    void of_one_address_in_two_spellings_the_primary_counts() throws LDAPException {
        holds(7, "SMTP:" + mail(7), "smtp:" + second(7), x500(7));
    }

    @Test
    void addresses_that_are_there_already_are_not_written() throws LDAPException {
        holds(8, ou.user(8).proxyAddresses().toArray(String[]::new));
        assertThat(ou.usns().get(ou.user(8).dn()))
                .isEqualTo(usnsBefore.get(ou.user(8).dn()));
        assertThat(status(8).skipReason()).isEqualTo("RedundantExport");
    }

    @Test
    void cleared_addresses_are_only_those_that_are_the_clouds() throws LDAPException {
        holds(9, with(KEPT, List.of(x500(9))).toArray(String[]::new));
        succeeded(9, "proxyAddresses");
    }

    @Test
    void a_primary_that_is_preserved_makes_way_for_the_clouds_primary() throws LDAPException {
        holds(10, "smtp:ten@lab.onmicrosoft.com", "SMTP:" + mail(10));
        succeeded(10, "proxyAddresses");
    }

    @Test
    void the_run_says_that_some_failed_and_running_again_changes_nothing() throws LDAPException, InterruptedException {
        result.exitsWith(1);
        Map<String, Long> usns = ou.usns();

        folder.run("run").exitsWith(1);

        assertThat(ou.changedSince(usns)).isZero();
    }

    private static void heldBack(int user, String written) throws LDAPException {
        holds(user, ou.user(user).proxyAddresses().toArray(String[]::new));
        assertThat(ou.read(ou.user(user)).getAttributeValue("extensionAttribute2"))
                .isEqualTo(written);
        assertThat(status(user).status()).isEqualTo("failure");
        assertThat(status(user).errorCode()).isEqualTo("InvalidValue");
        assertThat(status(user).reason()).contains("primary", "proxyAddresses", "exactly one");
    }

    private static void succeeded(int user, String... modified) {
        assertThat(status(user).status()).as("%s", status(user)).isEqualTo("success");
        assertThat(status(user).modifiedProperties()).containsOnlyKeys(modified);
    }

    private static StatusLine status(int user) {
        return statuses.get(FeedLine.idOf(ou.user(user)));
    }

    private static void holds(int user, String... addresses) throws LDAPException {
        assertThat(ou.read(ou.user(user)).getAttributeValues("proxyAddresses")).containsExactlyInAnyOrder(addresses);
    }

    private static void directoryHolds(int user, List<String> addresses) throws LDAPException {
        ou.admin()
                .modify(
                        ou.user(user).dn(),
                        new Modification(ModificationType.REPLACE, "proxyAddresses", addresses.toArray(String[]::new)));
    }

    private static FeedLine addresses(int user, String... addresses) {
        return FeedLine.of(ou.user(user), 1).states("EmailAddresses", Arrays.asList(addresses));
    }

    private static String mail(int user) {
        return ou.user(user).mail();
    }

    private static String second(int user) {
        return ou.user(user).alias() + ".second@" + ou.user(user).domain();
    }

    private static String x500(int user) {
        return ou.user(user).proxyAddresses().get(2);
    }

    private static List<String> with(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
