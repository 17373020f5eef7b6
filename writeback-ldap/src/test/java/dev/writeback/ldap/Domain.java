package dev.writeback.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.model.ObjectGuid;
import java.util.List;

/** A domain to test against, and an organizational unit of the test's own in it. */
interface Domain extends AutoCloseable {

    /** Where entries of tests go. */
    String unit();

    /** A connection that sees and changes everything, behind the back of what is tested. */
    LDAPConnection admin();

    /** Settings of an account that may write Exchange attributes below the unit, over LDAPS. */
    LdapSettings.Builder settings();

    /** The same without the CA file. */
    LdapSettings.Builder withoutAuthority();

    /** Settings of an account that may only read. */
    LdapSettings.Builder readOnly();

    /** Settings of an account that may write everything. */
    LdapSettings.Builder everything();

    int plainPort();

    int tlsPort();

    /** Where it listens. */
    default String host() {
        return "127.0.0.1";
    }

    /** Settings that go in the clear to another port, where a test may stand in between. */
    default LdapSettings.Builder plain(int port) {
        return settings().servers(List.of("ldap://127.0.0.1:" + port)).tls(LdapSettings.Tls.NONE);
    }

    /** Adds a user below the unit; its DN. */
    default String addUser(String name, Attribute... attributes) throws LDAPException {
        String dn = "CN=" + name + "," + unit();
        AddRequest request = new AddRequest(
                dn,
                new Attribute("objectClass", "user"),
                new Attribute(
                        "sAMAccountName", name + "-" + ProcessHandle.current().pid()));
        for (Attribute attribute : attributes) {
            request.addAttribute(attribute);
        }
        admin().add(request);
        return dn;
    }

    /** Adds a group below the unit; its DN. */
    default String addGroup(String name, String... members) throws LDAPException {
        String dn = "CN=" + name + "," + unit();
        AddRequest request = new AddRequest(
                dn,
                new Attribute("objectClass", "group"),
                new Attribute("groupType", "8"),
                new Attribute(
                        "sAMAccountName", name + "-g-" + ProcessHandle.current().pid()));
        if (members.length > 0) {
            request.addAttribute("member", members);
        }
        admin().add(request);
        return dn;
    }

    default ObjectGuid guid(String dn) throws LDAPException {
        return ObjectGuid.ofBytes(admin().getEntry(dn, "objectGUID").getAttributeValueBytes("objectGUID"));
    }

    @Override
    void close() throws LDAPException;
}
