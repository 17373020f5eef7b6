package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;

class CheckTest extends CheckCases {

    @Override
    Domain domain() throws LDAPException {
        return MemoryDomain.start();
    }
}
