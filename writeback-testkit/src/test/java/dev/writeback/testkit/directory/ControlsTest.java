package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.AssertionRequestControl;
import com.unboundid.ldap.sdk.controls.PostReadRequestControl;
import com.unboundid.ldap.sdk.controls.PreReadRequestControl;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ControlsTest extends DirectoryTest {

    static Stream<Control> not_in_active_directory() {
        return Stream.of(
                new AssertionRequestControl(Filter.createEqualityFilter("extensionAttribute1", "never")),
                new PreReadRequestControl(true, "mail"),
                new PostReadRequestControl(true, "mail"));
    }

    @ParameterizedTest
    @MethodSource("not_in_active_directory")
    void controls_that_active_directory_lacks_are_refused_if_critical(Control control) {
        ModifyRequest request = new ModifyRequest(dn(0), replace("extensionAttribute1", "x"));
        request.addControl(control);

        assertRefused(
                refusal(() -> admin.modify(request)), ResultCode.UNAVAILABLE_CRITICAL_EXTENSION, "0000202C: LdapErr: ");
        assertThat(directory.user(0).value("extensionAttribute1")).isNotEqualTo("x");
    }

    @Test
    void an_assertion_that_is_not_critical_is_ignored_and_the_write_happens() throws LDAPException {
        ModifyRequest request = new ModifyRequest(dn(0), replace("extensionAttribute1", "written"));
        request.addControl(
                new AssertionRequestControl(Filter.createEqualityFilter("extensionAttribute1", "never"), false));

        admin.modify(request);

        assertThat(directory.user(0).value("extensionAttribute1")).hasValue("written");
    }

    @Test
    void an_unknown_critical_control_on_a_search_is_answered_with_a_search_result() throws LDAPException {
        SearchRequest request = new SearchRequest(directory.baseDn(), SearchScope.SUB, "(objectClass=*)");
        request.addControl(new Control("1.2.3.4", true));

        assertRefused(refusal(() -> admin.search(request)), ResultCode.UNAVAILABLE_CRITICAL_EXTENSION, "0000202C: ");
    }

    @Test
    void the_domain_scope_control_suppresses_references() throws LDAPException {
        SearchRequest request = new SearchRequest(directory.baseDn(), SearchScope.SUB, "(sAMAccountName=user000000)");
        request.addControl(new Control("1.2.840.113556.1.4.1339", true));

        assertThat(admin.search(request).getReferenceCount()).isZero();
    }
}
