package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.writeback.integration.AdLab.Account;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The objects that others refer to: by which anchors they are found, and what becomes of the references when they move,
 * go, or cannot be seen. Each test has users of its own; two runs of the agent do them all, and the directory changes
 * between them.
 */
@Tag("ad")
class ReferentsTest {

    private static final String HIDDEN = "hidden-mailbox";
    private static final String GROUP = "senders";

    private static AdLab lab;

    @AutoClose
    private static TestOu ou;

    private static String hidden;
    private static String group;
    private static String moved;
    private static List<Set<String>> first;
    private static Map<String, StatusLine> before;
    private static Map<String, StatusLine> after;

    @BeforeAll
    static void run_twice(@TempDir Path dir) throws LDAPException, InterruptedException {
        lab = AdLab.running();
        ou = TestOu.create(lab, lab.peopleDn(), "ReferentsTest", 14);
        prepare();
        AgentFolder folder = AgentFolder.create(dir, lab, Account.SERVICE, ou.dn())
                .configure("profile", "exchange-online-extended")
                .feed("01.jsonl", referents())
                .feed("02.jsonl", referring(1));
        folder.run("run").exitsWith(0);
        before = folder.takeStatusesByObject();
        first = List.of(links(0), links(1), links(2), links(3), links(4));
        moved = "CN=" + ou.user(8).alias() + ",OU=moved," + ou.dn();
        ou.admin().add("OU=moved," + ou.dn(), new Attribute("objectClass", "organizationalUnit"));
        ou.admin().modifyDN(ou.user(8).dn(), "CN=" + ou.user(8).alias(), true, "OU=moved," + ou.dn());
        ou.admin().delete(ou.user(9).dn());
        folder.feed("03.jsonl", referring(2));
        folder.run("run").exitsWith(0);
        after = folder.takeStatusesByObject();
    }

    private static void prepare() throws LDAPException {
        hidden = "CN=hidden,OU=Hidden," + lab.baseDn();
        group = "CN=group," + ou.dn();
        ou.admin().add(group, new Attribute("objectClass", "group"));
        ou.admin()
                .modify(
                        ou.user(6).dn(),
                        new Modification(ModificationType.ADD, "msDS-ExternalDirectoryObjectId", "User_" + id(6)));
        ou.admin()
                .modify(
                        ou.user(5).dn(),
                        new Modification(
                                ModificationType.ADD,
                                "publicDelegates",
                                hidden,
                                ou.user(11).dn()));
    }

    /** Objects that others refer to. */
    private static List<FeedLine> referents() throws LDAPException {
        return List.of(
                known(id(6)).anchor("externalDirectoryObjectId", "User_" + id(6)),
                known(id(7)).anchor("securityIdentifier", sid(ou.user(7).dn())),
                known(id(8)).anchor("immutableId", ou.user(8).immutableId()),
                known(id(9)).anchor("immutableId", ou.user(9).immutableId()),
                known(id(10)).anchor("immutableId", ou.user(10).immutableId()),
                known(HIDDEN).anchor("immutableId", guid(hidden)),
                known(GROUP).anchor("immutableId", guid(group)));
    }

    private static List<FeedLine> referring(long version) {
        boolean early = version == 1;
        return List.of(
                delegates(0, version, id(6), id(7)),
                delegates(1, version, early ? List.of(id(6), id(7), id(10)) : List.of(id(10))),
                delegates(2, version, id(8), id(10)),
                delegates(3, version, id(9), id(10)),
                delegates(4, version, HIDDEN, id(10)),
                delegates(5, version, HIDDEN, id(10)),
                FeedLine.of(ou.user(12), version)
                        .states("AcceptMessagesOnlyFromDLMembers", List.of(Map.of("ref", GROUP)))
                        .states("AcceptMessagesOnlyFrom", List.of(Map.of("ref", id(10)))),
                delegates(13, version, early ? List.of(id(10)) : List.of(id(8), id(10))));
    }

    @Test
    void a_delegate_is_found_by_its_external_id_or_its_security_identifier() throws LDAPException {
        assertThat(links(0))
                .containsExactlyInAnyOrder(ou.user(6).dn(), ou.user(7).dn());
        assertThat(of(before, 0)).isEqualTo("success");
    }

    @Test
    void a_reference_that_is_no_longer_stated_is_removed() throws LDAPException {
        assertThat(first.get(1)).hasSize(3);
        assertThat(links(1)).containsExactly(ou.user(10).dn());
    }

    @Test
    void a_delegate_that_moved_stays_one_and_is_written_elsewhere_by_its_new_name() throws LDAPException {
        assertThat(first.get(2))
                .containsExactlyInAnyOrder(ou.user(8).dn(), ou.user(10).dn());
        assertThat(links(2)).containsExactlyInAnyOrder(moved, ou.user(10).dn());
        assertThat(after.get(id(2)).skipReason()).isEqualTo("RedundantExport");
        assertThat(links(13)).containsExactlyInAnyOrder(moved, ou.user(10).dn());
    }

    @Test
    void a_delegate_that_is_gone_is_named_and_the_others_stay() throws LDAPException {
        assertThat(first.get(3))
                .containsExactlyInAnyOrder(ou.user(9).dn(), ou.user(10).dn());
        assertThat(links(3)).containsExactly(ou.user(10).dn());
        assertThat(after.get(id(3)).toString()).contains(id(9), "has no entry");
    }

    @Test
    void a_delegate_that_the_account_cannot_see_is_left_out_and_named() throws LDAPException {
        assertThat(links(4)).containsExactly(ou.user(10).dn());
        assertThat(of(before, 4)).isEqualTo("warning");
        assertThat(before.get(id(4)).toString()).contains(HIDDEN, "has no entry");
    }

    @Test
    void a_link_to_an_entry_that_the_account_cannot_see_is_not_removed_while_it_is_stated() throws LDAPException {
        assertThat(links(5)).contains(hidden, ou.user(10).dn());
    }

    @Test
    void groups_and_people_become_allowed_senders() throws LDAPException {
        SearchResultEntry entry = ou.read(ou.user(12), "dLMemSubmitPerms", "authOrig");

        assertThat(entry.getAttributeValues("dLMemSubmitPerms")).containsExactly(group);
        assertThat(entry.getAttributeValues("authOrig"))
                .containsExactly(ou.user(10).dn());
    }

    private static FeedLine known(String id) {
        return FeedLine.of(id, 1).states("IsExchangeCloudManaged", false);
    }

    private static FeedLine delegates(int user, long version, String... others) {
        return delegates(user, version, Arrays.asList(others));
    }

    private static FeedLine delegates(int user, long version, List<String> others) {
        return FeedLine.of(ou.user(user), version)
                .states(
                        "GrantSendOnBehalfTo",
                        others.stream().map(other -> Map.of("ref", other)).toList());
    }

    private static String id(int user) {
        return FeedLine.idOf(ou.user(user));
    }

    private static String of(Map<String, StatusLine> statuses, int user) {
        return statuses.get(id(user)).status();
    }

    private static Set<String> links(int user) throws LDAPException {
        String[] values = ou.read(ou.user(user), "publicDelegates").getAttributeValues("publicDelegates");
        return values == null ? Set.of() : Set.of(values);
    }

    private static String guid(String dn) throws LDAPException {
        return Base64.getEncoder()
                .encodeToString(ou.admin().getEntry(dn, "objectGUID").getAttributeValueBytes("objectGUID"));
    }

    /** The security identifier in the form that people write, S-1-5-21-... */
    private static String sid(String dn) throws LDAPException {
        ByteBuffer bytes = ByteBuffer.wrap(ou.admin().getEntry(dn, "objectSid").getAttributeValueBytes("objectSid"))
                .order(ByteOrder.LITTLE_ENDIAN);
        StringBuilder text =
                new StringBuilder("S-").append(bytes.get(0)).append('-').append(bytes.get(7));
        for (int i = 0; i < bytes.get(1); i++) {
            text.append('-').append(bytes.getInt(8 + 4 * i) & 0xffffffffL);
        }
        return text.toString();
    }
}
