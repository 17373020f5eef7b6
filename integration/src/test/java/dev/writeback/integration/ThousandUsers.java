package dev.writeback.integration;

import com.unboundid.ldap.sdk.LDAPException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class an organizational unit of 1,000 users. All classes that ask get the same one, because making and
 * removing it takes as long as a run; it goes when the last test is done. What a class finds there is whatever the one
 * before has left.
 */
final class ThousandUsers implements ParameterResolver {

    static final int USERS = 1000;

    private static final String KEY = "unit";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(TestOu.class);
    }

    @Override
    public TestOu resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(ThousandUsers.class))
                .getOrComputeIfAbsent(KEY, key -> create(), TestOu.class);
    }

    private static TestOu create() {
        AdLab lab = AdLab.running();
        try {
            return TestOu.create(lab, lab.peopleDn(), "ThousandUsers", USERS);
        } catch (LDAPException e) {
            throw new IllegalStateException("Cannot make 1,000 users in the lab", e);
        }
    }
}
