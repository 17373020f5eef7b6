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
import dev.writeback.model.EntryPointer.Named;
import dev.writeback.model.ObjectGuid;
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
    void the_units_within_a_unit_are_told_too() throws LDAPException {
        String unit = unit("Sales");
        String within = "OU=Inner," + unit;
        add(within, "organizationalUnit");

        assertThat(units(new Named(Dn.of(unit))).units()).containsExactlyInAnyOrder(dc.guid(unit), dc.guid(within));
    }

    @Test
    void nobody_meets_a_filter_of_an_attribute_that_there_is_not() throws LDAPException {
        assertThat(matches("(&(objectClass=user)(department=*))"))
                .containsExactly(FilterMatch.MEETS, FilterMatch.MEETS);
        assertThat(matches("(noSuchAttribute=x)")).containsExactly(FilterMatch.FAILS, FilterMatch.FAILS);
    }

    @Test
    void what_is_wrong_with_a_filter_is_told_beforehand() {
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
        return dc.addGroup(name, members);
    }

    private void add(String dn, String objectClass) throws LDAPException {
        dc.admin().add(new AddRequest(dn, new Attribute("objectClass", objectClass)));
    }

    void modify(String group, ModificationType type, String member) throws LDAPException {
        dc.admin().modify(group, new Modification(type, "member", member));
    }
}
