package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.model.Anchor;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryPointer;
import dev.writeback.model.EntryPointer.Identified;
import dev.writeback.model.EntryPointer.Named;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.spi.FilterMatch;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.spi.ResolvedScope;
import dev.writeback.spi.ScopeConditions;
import dev.writeback.spi.ScopeRead;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the conditions of a scope come to, on whatever domain. */
abstract class ScopeCases {

    Domain dc;
    LdapDirectory directory;
    private String ada;
    private String bob;

    abstract Domain domain() throws LDAPException;

    @BeforeEach
    void open() throws LDAPException {
        dc = domain();
        ada = dc.addUser("ada", new Attribute("department", "Sales"));
        bob = dc.addUser("bob", new Attribute("department", "R*D"));
        directory = LdapDirectory.open(dc.everything().build());
    }

    @AfterEach
    void close() throws LDAPException {
        directory.close();
        dc.close();
    }

    @Test
    void an_organizational_unit_is_found_by_its_name_and_by_its_id_after_it_was_renamed() throws LDAPException {
        String unit = unit("Sales");
        ObjectGuid guid = dc.guid(unit);
        String within = "OU=Inner," + unit;
        add(within, "organizationalUnit");
        Named named = new Named(Dn.of(unit));
        Identified identified = new Identified(guid);

        ResolvedScope before = units(named, identified);
        assertThat(before.places()).containsOnlyKeys(named, identified);
        assertThat(before.units()).containsExactlyInAnyOrder(guid, dc.guid(within));

        dc.admin().modifyDN(unit, "OU=Trade", true);
        ResolvedScope after = units(named, identified);
        assertThat(after.places()).containsOnlyKeys(identified);
        assertThat(after.places().get(identified).dn()).isEqualTo(Dn.of("OU=Trade," + dc.unit()));
    }

    @Test
    void what_is_not_there_is_left_out_whatever_its_name_looks_like() {
        ResolvedScope scope = units(
                new Named(Dn.of("OU=Nowhere," + dc.unit())),
                new Named(Dn.of("OU=\\2a)(objectClass=\\2a," + dc.unit())),
                new Named(Dn.of("OU=People,DC=elsewhere,DC=test")),
                new Identified(new ObjectGuid(new UUID(3, 4))));
        assertThat(scope.places()).isEmpty();
        assertThat(scope.units()).isEmpty();
    }

    @Test
    void members_of_groups_within_groups_count_even_if_they_form_a_circle() throws LDAPException {
        String inner = group("inner", bob);
        String outer = group("outer", ada, inner);
        modify(inner, ModificationType.ADD, outer);

        assertThat(members(outer)).contains(dc.guid(ada), dc.guid(bob));
        modify(inner, ModificationType.DELETE, bob);
        assertThat(members(outer)).contains(dc.guid(ada)).doesNotContain(dc.guid(bob));
        modify(outer, ModificationType.DELETE, inner);
        modify(inner, ModificationType.ADD, bob);
        assertThat(members(outer)).containsExactly(dc.guid(ada));
    }

    @Test
    void a_group_without_members_has_none() throws LDAPException {
        assertThat(members(group("empty"))).isEmpty();
    }

    @Test
    void an_entry_meets_the_filter_or_fails_it_and_a_star_in_a_value_is_a_star() throws LDAPException {
        assertThat(matches("(department=Sales)")).containsExactly(FilterMatch.MEETS, FilterMatch.FAILS);
        assertThat(matches("(department=R\\2aD)")).containsExactly(FilterMatch.FAILS, FilterMatch.MEETS);
        assertThat(matches("(&(objectClass=user)(department=*))"))
                .containsExactly(FilterMatch.MEETS, FilterMatch.MEETS);
        assertThat(matches("(noSuchAttribute=x)")).containsExactly(FilterMatch.FAILS, FilterMatch.FAILS);
    }

    @Test
    void a_malformed_filter_is_refused_when_the_scope_is_asked_for() {
        ScopeRead read = directory.scope(new ScopeConditions(List.of(), List.of(), Optional.of("(department=Sales")));
        assertThat(((ScopeRead.Unresolved) read).problem().code()).isEqualTo(ErrorCode.SCOPE_UNRESOLVED);
        assertThat(LdapDirectory.flawOf("(department=Sales")).isPresent();
        assertThat(LdapDirectory.flawOf("(department=Sales)")).isEmpty();
    }

    @Test
    void a_name_that_looks_like_a_filter_finds_nothing() throws LDAPException {
        LookupOutcome outcome =
                Ask.lookup(directory, new Anchor.DistinguishedName(Dn.of("CN=\\2a)(objectClass=\\2a," + dc.unit())));
        assertThat(outcome).isInstanceOf(LookupOutcome.NotFound.class);
    }

    ResolvedScope units(EntryPointer... pointers) {
        return resolved(new ScopeConditions(List.of(pointers), List.of(), Optional.empty()));
    }

    Set<ObjectGuid> members(String group) {
        return resolved(new ScopeConditions(List.of(), List.of(new Named(Dn.of(group))), Optional.empty()))
                .membership()
                .entries();
    }

    private ResolvedScope resolved(ScopeConditions conditions) {
        ScopeRead read = directory.scope(conditions);
        assertThat(read).isInstanceOf(ScopeRead.Resolved.class);
        return ((ScopeRead.Resolved) read).scope();
    }

    private List<FilterMatch> matches(String filter) throws LDAPException {
        return directory
                .lookup(new LookupRequest(
                        List.of(
                                List.of(new Anchor.ImmutableId(dc.guid(ada))),
                                List.of(new Anchor.ImmutableId(dc.guid(bob)))),
                        Map.of(),
                        Set.of(),
                        List.of(),
                        List.of(),
                        Optional.of(filter)))
                .stream()
                .map(outcome -> ((LookupOutcome.Found) outcome).match())
                .toList();
    }

    String unit(String name) throws LDAPException {
        String dn = "OU=" + name + "," + dc.unit();
        add(dn, "organizationalUnit");
        return dn;
    }

    String group(String name, String... members) throws LDAPException {
        String dn = "CN=" + name + "," + dc.unit();
        AddRequest request = new AddRequest(
                dn,
                new Attribute("objectClass", "group"),
                new Attribute("groupType", "8"),
                new Attribute(
                        "sAMAccountName", name + "-g-" + ProcessHandle.current().pid()));
        if (members.length > 0) {
            request.addAttribute("member", members);
        }
        dc.admin().add(request);
        return dn;
    }

    private void add(String dn, String objectClass) throws LDAPException {
        dc.admin().add(new AddRequest(dn, new Attribute("objectClass", objectClass)));
    }

    void modify(String group, ModificationType type, String member) throws LDAPException {
        dc.admin().modify(group, new Modification(type, "member", member));
    }
}
