package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.integration.AdLab.Account;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code msDS-ExternalDirectoryObjectId} is written to an entry that is found by another anchor, and then is one itself. */
@Tag("ad")
class ExternalIdTest {

    private static final String ATTRIBUTE = "msDS-ExternalDirectoryObjectId";

    @AutoClose
    private TestOu ou;

    private AgentFolder folder;

    @BeforeEach
    void make_users(@TempDir Path dir) throws LDAPException {
        AdLab lab = AdLab.running();
        ou = TestOu.create(lab, lab.peopleDn(), "ExternalIdTest", 2);
        folder =
                AgentFolder.create(dir, lab, Account.SERVICE, ou.dn()).configure("profile", "exchange-online-extended");
    }

    @Test
    void an_entry_that_lacks_the_anchor_is_found_by_the_other_and_gets_it() throws LDAPException, InterruptedException {
        folder.feed("01.jsonl", List.of(line(0, 1).anchor("externalDirectoryObjectId", "User_" + guid(0))));
        folder.run("run").exitsWith(0);

        assertThat(held(0)).isEqualTo("User_" + guid(0));
        folder.feed(
                "02.jsonl",
                List.of(FeedLine.of(guid(0), 2)
                        .anchor("externalDirectoryObjectId", "User_" + guid(0))
                        .states("CustomAttribute2", "found by either")));
        folder.run("run").exitsWith(0);
        assertThat(ou.read(ou.user(0)).getAttributeValue("extensionAttribute2")).isEqualTo("found by either");
    }

    @Test
    void an_anchor_without_its_kind_is_the_same_as_with_it() throws LDAPException, InterruptedException {
        folder.feed("01.jsonl", List.of(line(1, 1).anchor("externalDirectoryObjectId", guid(1))));
        folder.run("run").exitsWith(0);
        assertThat(held(1)).isEqualTo("User_" + guid(1));
        folder.takeStatuses();
        Map<String, Long> usns = ou.usns();

        folder.run("run").exitsWith(0);

        assertThat(folder.takeStatusesByObject().get(guid(1)).skipReason()).isEqualTo("RedundantExport");
        assertThat(ou.changedSince(usns)).isZero();
    }

    private FeedLine line(int user, long version) {
        return FeedLine.of(ou.user(user), version).states("ExternalDirectoryObjectId", guid(user));
    }

    private String guid(int user) {
        return FeedLine.idOf(ou.user(user));
    }

    private String held(int user) throws LDAPException {
        return ou.read(ou.user(user)).getAttributeValue(ATTRIBUTE);
    }
}
