package dev.writeback.ldap;

import static dev.writeback.ldap.Ask.EA1;
import static dev.writeback.ldap.Ask.MAILBOX_GUID;
import static dev.writeback.ldap.Ask.lookup;
import static dev.writeback.ldap.Ask.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How entries are found, on whatever domain. */
abstract class LookupCases {

    private static final ObjectGuid FOREIGN = new ObjectGuid(UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e"));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T00:00:00Z"));
    private final InstantSource time = now::get;
    private Domain dc;
    private LdapDirectory directory;
    private String adaDn;
    private ObjectGuid ada;
    private String bobDn;
    private ObjectGuid bob;

    abstract Domain domain() throws LDAPException;

    @BeforeEach
    void open() throws LDAPException {
        dc = domain();
        adaDn = dc.addUser("ada", new Attribute("msDS-ExternalDirectoryObjectId", "User_ada"));
        bobDn = dc.addUser("bob", new Attribute("extensionAttribute1", "of bob"));
        ada = dc.guid(adaDn);
        bob = dc.guid(bobDn);
        directory = LdapDirectory.open(dc.settings().build(), time);
    }

    @AfterEach
    void close() throws LDAPException {
        directory.close();
        dc.close();
    }

    @Test
    void a_batch_is_answered_in_its_order() throws LDAPException {
        List<ObjectGuid> ids = new ArrayList<>();
        List<String> dns = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            dns.add(dc.addUser("user" + i));
            ids.add(0, dc.guid(dns.get(i)));
        }
        ids.add(75, FOREIGN);

        List<LookupOutcome> outcomes = lookup(directory, ids);

        assertThat(outcomes).hasSize(151);
        assertThat(problem(outcomes.remove(75)).code()).isEqualTo(ErrorCode.ENTRY_NOT_FOUND);
        assertThat(outcomes)
                .extracting(it -> ((LookupOutcome.Found) it).entry().id().dn().value())
                .containsExactlyElementsOf(dns.stream()
                        .sorted((a, b) -> Integer.compare(dns.indexOf(b), dns.indexOf(a)))
                        .toList());
    }

    @Test
    void values_come_as_their_syntax_says_and_the_server_is_named() throws LDAPException {
        byte[] mailbox = {1, 2, (byte) 0xff, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0};
        dc.admin().modify(bobDn, new Modification(ModificationType.REPLACE, "msExchMailboxGuid", mailbox));

        DirectoryEntry entry = Ask.entry(directory, bob);

        assertThat(entry.values(EA1)).isEqualTo(values("of bob"));
        assertThat(entry.values(MAILBOX_GUID)).containsExactly(AttributeValue.octets(mailbox));
        assertThat(entry.server()).isEqualTo(dc.host() + ":" + dc.tlsPort());
        assertThat(entry.attributes()).containsOnlyKeys(EA1, MAILBOX_GUID);
    }

    @Test
    void the_consistency_guid_leads_to_an_entry_in_a_small_and_in_a_large_lookup() throws LDAPException {
        consistencyGuid(adaDn, FOREIGN);
        List<ObjectGuid> many = new ArrayList<>(List.of(FOREIGN, bob));
        for (int i = 0; i < 5; i++) {
            many.add(new ObjectGuid(new UUID(4711, i)));
        }

        assertThat(found(lookup(directory, new Anchor.ImmutableId(FOREIGN)))).isEqualTo(adaDn);
        assertThat(lookup(directory, many))
                .startsWith(
                        new LookupOutcome.Found(Ask.entry(directory, ada)),
                        new LookupOutcome.Found(Ask.entry(directory, bob)));
    }

    @Test
    void an_entry_found_by_its_own_guid_may_have_another_consistency_guid() throws LDAPException {
        consistencyGuid(adaDn, FOREIGN);

        assertThat(found(lookup(directory, new Anchor.ImmutableId(ada)))).isEqualTo(adaDn);
    }

    @Test
    void a_guid_of_one_entry_and_consistency_guid_of_another_is_refused_in_a_small_and_in_a_large_lookup()
            throws LDAPException {
        consistencyGuid(bobDn, ada);
        List<ObjectGuid> many = new ArrayList<>(List.of(ada));
        for (int i = 0; i < 5; i++) {
            many.add(new ObjectGuid(new UUID(4711, i)));
        }

        for (LookupOutcome outcome : List.of(
                lookup(directory, new Anchor.ImmutableId(ada)),
                lookup(directory, many).get(0))) {
            assertThat(outcome).isInstanceOf(LookupOutcome.Ambiguous.class);
            assertThat(problem(outcome).code()).isEqualTo(ErrorCode.AMBIGUOUS_MATCH);
            assertThat(problem(outcome).reason()).contains(adaDn, bobDn, ada.toBase64());
        }
    }

    @Test
    void two_entries_with_one_consistency_guid_are_refused() throws LDAPException {
        consistencyGuid(adaDn, FOREIGN);
        consistencyGuid(bobDn, FOREIGN);

        assertThat(lookup(directory, new Anchor.ImmutableId(FOREIGN))).isInstanceOf(LookupOutcome.Ambiguous.class);
    }

    @Test
    void a_consistency_guid_set_later_is_seen_after_a_minute_and_at_once_where_there_was_none() throws LDAPException {
        List<ObjectGuid> many = new ArrayList<>(List.of(ada, bob));
        for (int i = 0; i < 5; i++) {
            many.add(dc.guid(dc.addUser("more" + i)));
        }
        assertThat(lookup(directory, many)).hasOnlyElementsOfType(LookupOutcome.Found.class);

        consistencyGuid(bobDn, ada);
        now.updateAndGet(it -> it.plusSeconds(61));
        assertThat(lookup(directory, many).get(0)).isInstanceOf(LookupOutcome.Ambiguous.class);

        consistencyGuid(bobDn, FOREIGN);
        now.updateAndGet(it -> it.plusSeconds(2));
        assertThat(found(lookup(directory, new Anchor.ImmutableId(FOREIGN)))).isEqualTo(bobDn);
        assertThat(found(lookup(directory, new Anchor.ImmutableId(ada)))).isEqualTo(adaDn);
    }

    @Test
    void external_id_and_security_identifier_lead_to_an_entry() throws LDAPException {
        Anchor sid = sid(adaDn);

        assertThat(found(lookup(directory, new Anchor.ExternalDirectoryObjectId("user_ADA"))))
                .isEqualTo(adaDn);
        assertThat(found(lookup(directory, sid))).isEqualTo(adaDn);
        assertThat(found(lookup(
                        directory, sid, new Anchor.ImmutableId(ada), new Anchor.ExternalDirectoryObjectId("User_ada"))))
                .isEqualTo(adaDn);
    }

    @Test
    void an_anchor_that_the_entry_lacks_is_no_contradiction() throws LDAPException {
        assertThat(found(lookup(
                        directory, new Anchor.ImmutableId(bob), new Anchor.ExternalDirectoryObjectId("User_bob"))))
                .isEqualTo(bobDn);
    }

    @Test
    void an_external_id_may_be_stated_without_the_kind_of_its_object() throws LDAPException {
        String id = "5F0E8B1C-1a53-4ef5-9f0a-0d3c5f5d7a01";
        String eve = dc.addUser("eve", new Attribute("msDS-ExternalDirectoryObjectId", "User_" + id));
        Anchor bare = new Anchor.ExternalDirectoryObjectId(id.toLowerCase(Locale.ROOT));

        assertThat(found(lookup(directory, bare))).isEqualTo(eve);
        assertThat(found(lookup(directory, bare, new Anchor.ImmutableId(dc.guid(eve)))))
                .isEqualTo(eve);
        assertThat(lookup(directory, new Anchor.ExternalDirectoryObjectId("Group_" + id)))
                .isInstanceOf(LookupOutcome.NotFound.class);
    }

    @Test
    void an_anchor_that_the_entry_has_otherwise_is_refused_and_both_are_named() {
        LookupOutcome outcome =
                lookup(directory, new Anchor.ImmutableId(ada), new Anchor.SecurityIdentifier("S-1-5-21-1-2-3-9999"));

        assertThat(outcome).isInstanceOf(LookupOutcome.Ambiguous.class);
        assertThat(problem(outcome).reason()).contains(ada.toBase64(), "S-1-5-21-1-2-3-9999", adaDn);
    }

    @Test
    void anchors_of_two_entries_are_refused() throws LDAPException {
        LookupOutcome outcome = lookup(directory, new Anchor.ImmutableId(ada), sid(bobDn));

        assertThat(outcome).isInstanceOf(LookupOutcome.Ambiguous.class);
        assertThat(problem(outcome).reason()).contains(adaDn, bobDn);
    }

    @Test
    void a_name_is_followed_only_where_it_is_alone() {
        Anchor name = new Anchor.DistinguishedName(Dn.of(bobDn.toUpperCase(java.util.Locale.ROOT)));

        assertThat(found(lookup(directory, name))).isEqualTo(bobDn);
        assertThat(found(lookup(directory, name, new Anchor.ImmutableId(ada)))).isEqualTo(adaDn);
        assertThat(lookup(directory, name, new Anchor.ImmutableId(FOREIGN))).isInstanceOf(LookupOutcome.NotFound.class);
    }

    @Test
    void an_object_without_anchors_is_told_so() {
        assertThat(problem(lookup(directory)).code()).isEqualTo(ErrorCode.ANCHOR_MISSING);
    }

    @Test
    void the_time_of_a_change_is_never_told_too_early() throws LDAPException {
        Instant before = serverTime();
        dc.admin().modify(adaDn, new Modification(ModificationType.REPLACE, "extensionAttribute1", "changed"));
        Instant after = serverTime();
        LookupRequest request =
                new LookupRequest(List.of(List.of(new Anchor.ImmutableId(ada))), Ask.ATTRIBUTES, Set.of(Ask.EA1));

        LookupOutcome outcome = directory.lookup(request).get(0);

        Map<AttributeName, Instant> changed =
                ((LookupOutcome.Found) outcome).entry().changed();
        assertThat(changed).containsOnlyKeys(Ask.EA1);
        assertThat(changed.get(Ask.EA1)).isBetween(before, after);
    }

    private Instant serverTime() throws LDAPException {
        return dc.admin()
                .getEntry("", "currentTime")
                .getAttributeValueAsDate("currentTime")
                .toInstant();
    }

    private void consistencyGuid(String dn, ObjectGuid guid) throws LDAPException {
        dc.admin().modify(dn, new Modification(ModificationType.REPLACE, "mS-DS-ConsistencyGuid", guid.toBytes()));
    }

    private Anchor sid(String dn) throws LDAPException {
        return new Anchor.SecurityIdentifier(
                SecurityIdentifiers.toText(dc.admin().getEntry(dn, "objectSid").getAttributeValueBytes("objectSid")));
    }

    private static String found(LookupOutcome outcome) {
        assertThat(outcome).isInstanceOf(LookupOutcome.Found.class);
        return ((LookupOutcome.Found) outcome).entry().id().dn().value();
    }

    private static Problem problem(LookupOutcome outcome) {
        return outcome.match(
                found -> {
                    throw new AssertionError("found " + found.entry().id());
                },
                LookupOutcome.NotFound::problem,
                LookupOutcome.Ambiguous::problem,
                LookupOutcome.Unavailable::problem);
    }
}
