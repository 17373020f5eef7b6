package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ad")
class AdScopeTest extends ScopeCases {

    @Override
    Domain domain() throws LDAPException {
        return DomainController.running("scope");
    }

    @Test
    void the_forest_is_told_by_the_root_entry() {
        assertThat(directory.forest().map(Object::toString)).contains(baseDn());
    }

    private String baseDn() {
        return dc.unit().substring(dc.unit().indexOf("DC="));
    }
}
