package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;

class LookupTest extends LookupCases {

    @Override
    Domain domain() throws LDAPException {
        return MemoryDomain.start();
    }
}
