package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;

class WriteTest extends WriteCases {

    @Override
    Domain domain() throws LDAPException {
        return MemoryDomain.start();
    }
}
