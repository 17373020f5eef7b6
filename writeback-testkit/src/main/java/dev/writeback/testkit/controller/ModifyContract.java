package dev.writeback.testkit.controller;

import static dev.writeback.testkit.controller.Change.add;
import static dev.writeback.testkit.controller.Change.delete;
import static dev.writeback.testkit.controller.Change.replace;
import static dev.writeback.testkit.controller.Change.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.AssertionRequestControl;
import com.unboundid.ldap.sdk.controls.PostReadRequestControl;
import com.unboundid.ldap.sdk.controls.PreReadRequestControl;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes that are made whole or not at all, and only of what was expected. */
public abstract class ModifyContract extends ControllerContract {

    static final Control PERMISSIVE = new Control("1.2.840.113556.1.4.1413", true);

    /** For those who extend it. */
    protected ModifyContract() {}

    @Test
    void the_expected_value_is_deleted_and_the_new_one_added() throws LDAPException {
        String user = place.user(with("info", "a"));
        place.modify(user, delete("info", "a"), add("info", "b"));
        assertThat(place.values(user, "info")).containsExactly("b");
        place.modify(user, delete("info", "B"), add("info", "c"));
        assertThat(place.values(user, "info"))
                .as("the value after one was expected in another case; case is not compared")
                .containsExactly("c");
    }

    @Test
    void what_is_not_as_expected_is_left_alone() throws LDAPException {
        String user = place.user(with("info", "a"));
        refused(
                "another value than the expected one",
                ResultCode.NO_SUCH_ATTRIBUTE,
                () -> place.modify(user, delete("info", "z"), add("info", "b")));
        assertThat(place.values(user, "info")).containsExactly("a");
        refused(
                "a value where none is expected",
                ResultCode.ATTRIBUTE_OR_VALUE_EXISTS,
                () -> place.modify(user, add("info", "b")));
        refused(
                "the same value where none is expected",
                ResultCode.ATTRIBUTE_OR_VALUE_EXISTS,
                () -> place.modify(user, add("info", "a")));
        String empty = place.user();
        refused(
                "no value where one is expected",
                ResultCode.NO_SUCH_ATTRIBUTE,
                () -> place.modify(empty, delete("info", "z"), add("info", "b")));
        assertThat(place.values(empty, "info")).isEmpty();
    }

    @Test
    void values_of_every_syntax_can_be_expected() throws LDAPException {
        String user = place.user(
                with("msExchRecipientTypeDetails", "1"),
                with("msExchRecipientDisplayType", "5"),
                with("msExchHideFromAddressLists", "TRUE"),
                with("msExchMailboxGuid", new byte[16]));
        place.modify(
                user,
                delete("msExchRecipientTypeDetails", "1"),
                add("msExchRecipientTypeDetails", "2147483648"),
                delete("msExchRecipientDisplayType", "05"),
                delete("msExchHideFromAddressLists", "TRUE"),
                add("msExchHideFromAddressLists", "FALSE"),
                new Modification(ModificationType.DELETE, "msExchMailboxGuid", new byte[16]));
        assertThat(place.values(user, "msExchRecipientTypeDetails")).containsExactly("2147483648");
        assertThat(place.values(user, "msExchRecipientDisplayType")).isEmpty();
        assertThat(place.values(user, "msExchHideFromAddressLists")).containsExactly("FALSE");
        assertThat(place.values(user, "msExchMailboxGuid")).isEmpty();
    }

    @Test
    void a_request_is_done_whole_or_not_at_all() throws LDAPException {
        String user = place.user(with("info", "a"));
        refused(
                "a good change and a bad one",
                ResultCode.NO_SUCH_ATTRIBUTE,
                () -> place.modify(user, replace("mail", "x@contract.example"), delete("info", "z")));
        assertThat(place.values(user, "mail"))
                .as("what the good change would have written")
                .isEmpty();
    }

    @Test
    void changes_of_one_attribute_follow_one_another() throws LDAPException {
        String user = place.user();
        place.modify(user, replace("info", "a"), replace("info", "b"));
        assertThat(place.values(user, "info")).containsExactly("b");
        place.modify(user, delete("info", "b"), add("info", "c"), delete("info", "c"));
        assertThat(place.values(user, "info")).isEmpty();
    }

    @Test
    void what_is_absent_is_replaced_by_nothing_and_cannot_be_deleted() throws LDAPException {
        String user = place.user();
        done("to replace what is absent by nothing", () -> place.modify(user, replace("info")));
        refused("to delete what is absent", ResultCode.NO_SUCH_ATTRIBUTE, () -> place.modify(user, delete("info")));
    }

    @Test
    void a_single_valued_attribute_takes_one_value() throws LDAPException {
        String user = place.user();
        for (Modification two : List.of(add("info", "a", "b"), replace("info", "a", "b"))) {
            assertThat(Reply.to(() -> place.modify(user, two)).code())
                    .as("%s", two)
                    .isNotZero();
        }
        refused("two values of a new entry", ResultCode.CONSTRAINT_VIOLATION, () -> place.user(with("info", "a", "b")));
    }

    @Test
    void permissive_changes_pass_over_what_is_so_already() throws LDAPException {
        String user = place.user(with("info", "a"), with("proxyAddresses", "smtp:a@x", "smtp:b@x"));
        done("to add what is there", () -> place.modify(PERMISSIVE, user, add("proxyAddresses", "smtp:a@x")));
        done("to delete a value that is absent", () -> place.modify(PERMISSIVE, user, delete("info", "z")));
        done("to delete an attribute that is absent", () -> place.modify(PERMISSIVE, user, delete("mail")));
        refused(
                "a second value of a single-valued attribute",
                ResultCode.ATTRIBUTE_OR_VALUE_EXISTS,
                () -> place.modify(PERMISSIVE, user, delete("info", "z"), add("info", "b")));
        assertThat(place.values(user, "info")).containsExactly("a");
    }

    @Test
    void controls_of_other_directories_are_refused_if_they_are_critical() throws LDAPException {
        String user = place.user();
        for (Control control : List.of(
                new AssertionRequestControl("(info=z)"),
                new PostReadRequestControl("info"),
                new PreReadRequestControl("info"),
                new Control("1.2.3.4.5", true))) {
            ModifyRequest request = new ModifyRequest(user, replace("info", "x"));
            request.addControl(control);
            refused(
                    control.getControlName(),
                    ResultCode.UNAVAILABLE_CRITICAL_EXTENSION,
                    () -> place.administrator().modify(request));
        }
        assertThat(place.values(user, "info")).isEmpty();
    }

    @Test
    void controls_of_other_directories_are_passed_over_if_they_are_not_critical() throws LDAPException {
        String user = place.user();
        place.modify(
                new AssertionRequestControl(Filter.createEqualityFilter("info", "z"), false),
                user,
                replace("info", "x"));
        assertThat(place.values(user, "info"))
                .as("what an assertion that does not hold let through; it is no condition here")
                .containsExactly("x");
        refused(
                "an increment",
                ResultCode.PROTOCOL_ERROR,
                () -> place.modify(
                        user, new Modification(ModificationType.INCREMENT, "msExchRecipientDisplayType", "1")));
    }
}
