package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;

class ConnectionTest extends ConnectionCases {

    @Override
    Domain domain() throws LDAPException {
        return MemoryDomain.start();
    }
}
