package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import org.junit.jupiter.api.Tag;

@Tag("ad")
class AdWriteTest extends WriteCases {

    @Override
    Domain domain() throws LDAPException {
        return DomainController.running("write");
    }
}
