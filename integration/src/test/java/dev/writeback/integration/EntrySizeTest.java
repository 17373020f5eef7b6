package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.integration.AdLab.Account;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * More values than Active Directory can hold in one entry. The lab's server takes them, so that it is seen that the job
 * refuses by itself, before it writes.
 */
@Tag("ad")
class EntrySizeTest {

    private static final int TOO_MANY = 1_300;
    private static final int GROWS = 0;
    private static final int FITS = 1;
    private static final int SHRINKS = 2;

    @AutoClose
    private static TestOu ou;

    private static Map<String, StatusLine> statuses;

    @BeforeAll
    static void run_once(@TempDir Path dir) throws LDAPException, InterruptedException {
        AdLab lab = AdLab.running();
        ou = TestOu.create(lab, lab.peopleDn(), "EntrySizeTest", 3);
        ou.admin()
                .modify(
                        ou.user(SHRINKS).dn(),
                        new Modification(
                                ModificationType.REPLACE,
                                "proxyAddresses",
                                addresses(SHRINKS, TOO_MANY).toArray(String[]::new)));
        AgentFolder folder = AgentFolder.create(dir, lab, Account.LEAST, ou.dn())
                .configure("limits", Map.of("destructiveChanges", 2 * TOO_MANY))
                .feed(
                        "01.jsonl",
                        List.of(
                                line(GROWS, TOO_MANY),
                                line(FITS, 1_100),
                                FeedLine.of(ou.user(SHRINKS), 0).states("EmailAddresses", addresses(SHRINKS, TOO_MANY)),
                                line(SHRINKS, TOO_MANY - 10).states("ExtensionCustomAttribute1", List.of("one"))));
        folder.run("run");
        statuses = folder.takeStatusesByObject();
    }

    @Test
    void addresses_that_would_bring_an_entry_above_its_size_are_refused_and_the_others_flow() throws LDAPException {
        assertThat(held(GROWS))
                .containsExactlyInAnyOrderElementsOf(ou.user(GROWS).proxyAddresses());
        assertThat(flowing(GROWS)).isEqualTo("flows");
        StatusLine status = statuses.get(FeedLine.idOf(ou.user(GROWS)));
        assertThat(status.status()).isEqualTo("failure");
        assertThat(status.errorCode()).isEqualTo("InvalidValue");
        assertThat(status.reason())
                .contains("proxyAddresses would bring the entry to 13", "holds about 1200", "shorten it in the cloud");
        assertThat(status.modifiedProperties()).containsOnlyKeys("extensionAttribute2");
    }

    @Test
    void as_many_as_an_entry_can_hold_are_written() throws LDAPException {
        assertThat(held(FITS)).hasSize(1_102);
        assertThat(flowing(FITS)).isEqualTo("flows");
        assertThat(statuses.get(FeedLine.idOf(ou.user(FITS))).status()).isEqualTo("success");
    }

    @Test
    void an_entry_that_is_above_its_size_may_shrink_and_does_not_grow_elsewhere() throws LDAPException {
        assertThat(held(SHRINKS)).hasSize(TOO_MANY - 10);
        assertThat(ou.read(ou.user(SHRINKS)).getAttributeValue("msExchExtensionCustomAttribute1"))
                .isNull();
        assertThat(statuses.get(FeedLine.idOf(ou.user(SHRINKS))).errorCode()).isEqualTo("InvalidValue");
    }

    private static FeedLine line(int user, int addresses) {
        return FeedLine.of(ou.user(user), 1)
                .states("EmailAddresses", addresses(user, addresses))
                .states("CustomAttribute2", "flows");
    }

    private static List<String> addresses(int user, int count) {
        return Stream.concat(
                        Stream.of("SMTP:" + ou.user(user).mail()),
                        IntStream.range(1, count)
                                .mapToObj(i -> String.format(Locale.ROOT, "smtp:a%d.%d@example.test", i, user)))
                .toList();
    }

    private static List<String> held(int user) throws LDAPException {
        return List.of(ou.read(ou.user(user)).getAttributeValues("proxyAddresses"));
    }

    private static String flowing(int user) throws LDAPException {
        return ou.read(ou.user(user)).getAttributeValue("extensionAttribute2");
    }
}
