package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.integration.AdLab.Account;
import dev.writeback.model.ObjectGuid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who controls cloud objects wants to reach what is not theirs. The job is given what no job should have, an
 * administrator's account and the whole domain as its scope, so that nothing but the agent itself stands in between.
 */
@Tag("ad")
class HostileCloudTest {

    private static final String MARK = "extensionAttribute1";
    private static final String EVIL = "evil was here";

    private final AdLab lab = AdLab.running();

    @AutoClose
    private TestOu ou;

    private AgentFolder folder;
    private Map<String, String> victims = Map.of();

    @BeforeEach
    void find_victims(@TempDir Path dir) throws LDAPException {
        ou = TestOu.create(lab, lab.peopleDn(), "HostileCloudTest", 3);
        ou.admin().modify(ou.user(1).dn(), new Modification(ModificationType.REPLACE, "adminCount", "1"));
        String machine = "CN=machine," + ou.dn();
        ou.admin()
                .add(new AddRequest(
                        machine,
                        new Attribute("objectClass", "computer"),
                        new Attribute(
                                "sAMAccountName", "pc" + ProcessHandle.current().pid() + "$"),
                        new Attribute("userAccountControl", "4096")));
        String base = lab.baseDn();
        victims = new LinkedHashMap<>();
        victims.put("administrator", "CN=Administrator,CN=Users," + base);
        victims.put("krbtgt", "CN=krbtgt,CN=Users," + base);
        victims.put("guest", "CN=Guest,CN=Users," + base);
        victims.put("domain admins", "CN=Domain Admins,CN=Users," + base);
        victims.put("builtin administrators", "CN=Administrators,CN=Builtin," + base);
        victims.put("domain controller", one("(primaryGroupID=516)"));
        victims.put("protected user", ou.user(1).dn());
        victims.put("computer", machine);
        victims.put("unit", ou.dn());
        victims.put("domain", base);
        victims.put("admin sd holder", "CN=AdminSDHolder,CN=System," + base);
        victims.put("foreign principal", one("(objectClass=foreignSecurityPrincipal)"));
        victims.put("configuration", "CN=Partitions,CN=Configuration," + base);
        victims.put("schema", "CN=User,CN=Schema,CN=Configuration," + base);
        folder = AgentFolder.create(dir, lab, Account.ADMIN);
    }

    @Test
    void an_immutable_id_or_a_name_of_another_does_not_lead_there() throws LDAPException, InterruptedException {
        List<FeedLine> lines = new ArrayList<>();
        victims.forEach((who, dn) -> {
            lines.add(line("by id: " + who).anchor("immutableId", immutableId(dn)));
            lines.add(line("by name: " + who).anchor("distinguishedName", dn));
        });
        lines.add(line("by sid: administrator").anchor("securityIdentifier", sid(victims.get("administrator"))));
        lines.add(line("by sid: builtin").anchor("securityIdentifier", "S-1-5-32-544"));
        lines.add(line("control").anchor("immutableId", ou.user(0).immutableId()));

        Map<String, StatusLine> statuses = run(lines);

        nobodyIsMarked();
        assertThat(statuses.get("control").status()).isEqualTo("success");
        assertThat(held(ou.user(0).dn())).isEqualTo(EVIL);
        assertThat(statuses).hasSize(lines.size());
        statuses.forEach((object, status) -> {
            if (!object.equals("control")) {
                assertThat(status.status()).as(object).isIn("skipped", "failure");
                assertThat(status.modifiedProperties()).as(object).isEmpty();
            }
        });
        for (String who :
                List.of("administrator", "krbtgt", "domain controller", "protected user", "computer", "unit")) {
            assertThat(statuses.get("by id: " + who).skipReason()).as(who).isEqualTo("ProtectedEntry");
        }
        assertThat(statuses.get("by id: configuration").errorCode()).isEqualTo("EntryNotFound");
    }

    @Test
    void an_anchor_that_means_something_to_a_filter_or_a_server_is_only_a_text()
            throws LDAPException, InterruptedException {
        String administrator = Objects.requireNonNull(victims.get("administrator"));
        UUID guid = uuid(administrator);
        List<FeedLine> lines = new ArrayList<>();
        for (String name : List.of(
                "<GUID=" + guid + ">",
                "<SID=" + sid(administrator) + ">",
                "<WKGUID=a9d1ca15768811d1aded00c04fd8d5cd," + lab.baseDn() + ">",
                "CN=*,CN=Users," + lab.baseDn(),
                "CN=*)(objectClass=*,CN=Users," + lab.baseDn(),
                "CN=Administrator\\00,CN=Users," + lab.baseDn(),
                "CN=Administrator\\00\\0a,CN=Users," + lab.baseDn(),
                "CN=Administrator)(cn=*,CN=Users," + lab.baseDn(),
                "*",
                "")) {
            lines.add(line("name: " + name).anchor("distinguishedName", name));
        }
        for (String id : List.of("*", "User_*", "*)(objectClass=*", "User_\u0000", "\\2a")) {
            lines.add(line("external: " + id).anchor("externalDirectoryObjectId", id));
        }
        lines.add(line("sid").anchor("securityIdentifier", "S-1-5-21-*"));
        lines.add(line("id").anchor("immutableId", "*"));

        Map<String, StatusLine> statuses = run(lines);

        nobodyIsMarked();
        assertThat(statuses.values()).allSatisfy(status -> {
            assertThat(status.status()).as("%s", status).isEqualTo("failure");
            assertThat(status.modifiedProperties()).isEmpty();
        });
    }

    @Test
    void a_value_is_a_value_whatever_it_looks_like() throws LDAPException, InterruptedException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("CustomAttribute1", "x\ndn: CN=Administrator\nchangetype: modify\nreplace: extensionAttribute1");
        values.put("CustomAttribute2", ")(objectClass=*)(cn=*");
        values.put("CustomAttribute3", "\u202Etxt.exe \u2066 \u200b");
        values.put("CustomAttribute4", "'; DROP TABLE users; -- $(reboot) `x` %n %s \\00 <GUID=0>");
        FeedLine line = line("values").anchor("immutableId", ou.user(0).immutableId());
        values.forEach(line::states);
        FeedLine invalid = line("invalid")
                .anchor("immutableId", ou.user(2).immutableId())
                .states("CustomAttribute1", "a".repeat(100_000))
                .states("EmailAddresses", List.of("SMTP:a@b\r\ndn: x", "smtp:\u202Ea@x.example"));

        Map<String, StatusLine> statuses = run(List.of(line, invalid));

        nobodyIsMarked();
        SearchResultEntry written = ou.read(ou.user(0));
        for (int i = 1; i <= 4; i++) {
            assertThat(written.getAttributeValue("extensionAttribute" + i))
                    .isEqualTo(values.get("CustomAttribute" + i));
        }
        assertThat(statuses.get("invalid").status()).isEqualTo("failure");
        assertThat(held(ou.user(2).dn())).isEqualTo(TestUser.EXTENSION_ATTRIBUTE_1);
    }

    @Test
    void a_privileged_entry_that_is_named_is_written_and_goes_on_being_it_after_a_rename()
            throws LDAPException, InterruptedException {
        TestUser named = ou.user(1);
        FeedLine line = line("named").anchor("immutableId", named.immutableId());
        folder.configure(
                "scope",
                Map.of(
                        "organizationalUnits",
                        List.of(ou.dn()),
                        "privilegedEntries",
                        List.of("<GUID=" + uuid(named.dn()) + ">")));
        ou.admin().modifyDN(named.dn(), "CN=renamed", true);
        String renamed = "CN=renamed," + ou.dn();
        victims = new LinkedHashMap<>(victims);
        victims.remove("protected user");

        assertThat(run(List.of(line)).get("named").status()).isEqualTo("success");
        assertThat(held(renamed)).isEqualTo(EVIL);

        ou.admin().modify(renamed, new Modification(ModificationType.REPLACE, MARK, "theirs"));
        folder.configure(
                "scope", Map.of("organizationalUnits", List.of(ou.dn()), "privilegedEntries", List.of(named.dn())));
        assertThat(run(List.of(line)).get("named").skipReason()).isEqualTo("ProtectedEntry");
        assertThat(held(renamed)).isEqualTo("theirs");
    }

    private Map<String, StatusLine> run(List<FeedLine> lines) throws InterruptedException {
        folder.feed("feed.jsonl", lines);
        folder.run("run");
        return folder.takeStatusesByObject();
    }

    private static FeedLine line(String object) {
        return FeedLine.of(object, 1).states("IsExchangeCloudManaged", true).states("CustomAttribute1", EVIL);
    }

    private void nobodyIsMarked() throws LDAPException {
        for (Map.Entry<String, String> victim : victims.entrySet()) {
            assertThat(held(victim.getValue())).as(victim.getKey()).isNotEqualTo(EVIL);
        }
    }

    private String held(String dn) throws LDAPException {
        return String.valueOf(ou.admin().getEntry(dn, MARK).getAttributeValue(MARK));
    }

    private String one(String filter) throws LDAPException {
        return ou.admin()
                .search(lab.baseDn(), SearchScope.SUB, Filter.create(filter), "1.1")
                .getSearchEntries()
                .get(0)
                .getDN();
    }

    private byte[] octets(String dn, String attribute) {
        try {
            return ou.admin().getEntry(dn, attribute).getAttributeValueBytes(attribute);
        } catch (LDAPException fault) {
            throw new AssertionError(dn, fault);
        }
    }

    private String immutableId(String dn) {
        return Base64.getEncoder().encodeToString(octets(dn, "objectGUID"));
    }

    private UUID uuid(String dn) {
        return ObjectGuid.ofBytes(octets(dn, "objectGUID")).uuid();
    }

    /** Only of accounts of the domain, whose identifiers have five numbers after the authority. */
    private String sid(String dn) {
        byte[] sid = octets(dn, "objectSid");
        StringBuilder text = new StringBuilder("S-1-5");
        for (int at = 8; at < sid.length; at += 4) {
            text.append('-')
                    .append(ByteBuffer.wrap(sid, at, 4)
                                    .order(ByteOrder.LITTLE_ENDIAN)
                                    .getInt()
                            & 0xffff_ffffL);
        }
        return text.toString();
    }
}
