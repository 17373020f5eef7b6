package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import org.junit.jupiter.api.Tag;

@Tag("ad")
class AdFailoverTest extends FailoverCases {

    @Override
    Domain domain() throws LDAPException {
        return DomainController.running("failover");
    }
}
