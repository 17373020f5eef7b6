package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.asn1.ASN1Integer;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.Dn;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Finding.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ad")
class AdCheckTest extends CheckCases {

    private static final String DESCRIPTOR = "nTSecurityDescriptor";

    @Override
    Domain domain() throws LDAPException {
        return DomainController.running("check");
    }

    @Test
    void a_user_and_a_unit_that_inherit_nothing_are_found_by_their_descriptors() throws LDAPException {
        try (DomainController dc = DomainController.running("inherits")) {
            dc.addUser("open", new Attribute("mail", "open@x.test"));
            String apart = dc.addUser("apart", new Attribute("mail", "apart@x.test"));
            protect(dc, apart);

            List<Finding> findings;
            try (LdapDirectory directory = LdapDirectory.open(dc.settings().build())) {
                findings = directory.check(new CheckRequest(
                        Map.of(AttributeName.of("mail"), AttributeSyntax.CASE_IGNORE),
                        List.of(Dn.of(dc.unit())),
                        InstantSource.system().instant()));
            }

            assertThat(findings).filteredOn(it -> it.topic().equals("inherits")).singleElement().satisfies(inherits -> {
                assertThat(inherits.level()).isEqualTo(Level.WARNING);
                assertThat(inherits.message()).startsWith("1 of all 3").contains(apart);
            });
            assertThat(findings)
                    .filteredOn(it -> it.topic().equals("privilege"))
                    .singleElement()
                    .satisfies(sight ->
                            assertThat(sight.message()).contains("sees on").contains("who is privileged"));
            assertThat(findings)
                    .filteredOn(it -> it.topic().equals("limits"))
                    .singleElement()
                    .satisfies(limits -> assertThat(limits.message()).contains("suffice"));
        }
    }

    /** What "disable inheritance" does. */
    private static void protect(DomainController dc, String dn) throws LDAPException {
        Control accessList = new Control(
                "1.2.840.113556.1.4.801",
                true,
                new ASN1OctetString(new ASN1Sequence(new ASN1Integer(4)).encode()));
        SearchRequest read =
                new SearchRequest(dn, SearchScope.BASE, Filter.createPresenceFilter("objectClass"), DESCRIPTOR);
        read.addControl(accessList);
        byte[] descriptor =
                dc.admin().search(read).getSearchEntries().get(0).getAttributeValueBytes(DESCRIPTOR);
        descriptor[3] |= 0x10;
        dc.admin()
                .modify(new ModifyRequest(
                        dn,
                        List.of(new Modification(ModificationType.REPLACE, DESCRIPTOR, descriptor)),
                        new Control[] {accessList}));
    }
}
