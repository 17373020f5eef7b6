package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;

class FailoverTest extends FailoverCases {

    @Override
    Domain domain() throws LDAPException {
        return MemoryDomain.start();
    }
}
