package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import org.junit.jupiter.api.Tag;

@Tag("ad")
class AdCutTest extends CutCases {

    @Override
    Domain domain() throws LDAPException {
        return DomainController.running("cut");
    }
}
