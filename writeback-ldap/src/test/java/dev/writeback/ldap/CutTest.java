package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;

class CutTest extends CutCases {

    @Override
    Domain domain() throws LDAPException {
        return MemoryDomain.start();
    }
}
