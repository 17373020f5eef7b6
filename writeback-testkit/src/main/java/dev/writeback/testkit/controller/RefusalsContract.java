package dev.writeback.testkit.controller;

import static dev.writeback.testkit.controller.Change.add;
import static dev.writeback.testkit.controller.Change.delete;
import static dev.writeback.testkit.controller.Change.replace;
import static dev.writeback.testkit.controller.Change.with;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the server does not do, with the result code and, where servers agree on it, the code that its message begins with. */
public abstract class RefusalsContract extends ControllerContract {

    /** For those who extend it. */
    protected RefusalsContract() {}

    @Test
    void what_the_schema_does_not_know() throws LDAPException {
        String user = place.user();
        refused(
                "an unknown attribute",
                ResultCode.NO_SUCH_ATTRIBUTE,
                () -> place.modify(user, replace("noSuchThing", "x")));
        refused(
                "an unknown attribute of a new entry",
                ResultCode.NO_SUCH_ATTRIBUTE,
                () -> place.user(with("noSuchThing", "x")));
        refused(
                "an unknown class",
                ResultCode.NO_SUCH_ATTRIBUTE,
                () -> place.modify(user, add("objectClass", "noSuchClass")));
        refused(
                "an option",
                ResultCode.NO_SUCH_ATTRIBUTE,
                () -> place.modify(user, replace("description;lang-de", "x")));
    }

    @Test
    void names_that_are_taken() throws LDAPException {
        String one = place.user(with("userPrincipalName", Workplace.name("p") + "@contract.example"));
        String two = place.user();
        String principal = place.values(one, "userPrincipalName").get(0);
        ResultCode taken = ResultCode.ENTRY_ALREADY_EXISTS;
        refused(
                "the name of another entry",
                taken,
                () -> place.administrator().add(one, with("objectClass", "contact")));
        refused(
                "a rename to it",
                taken,
                () -> place.administrator().modifyDN(two, "CN=" + Workplace.nameOf(one), true));
        refused(
                "the account name of another",
                taken,
                "00002071",
                () -> place.modify(two, replace("sAMAccountName", Workplace.nameOf(one))));
        refused(
                "the principal name of another",
                ResultCode.CONSTRAINT_VIOLATION,
                () -> place.modify(two, replace("userPrincipalName", principal)));
        refused(
                "the principal name of another for a new one",
                ResultCode.CONSTRAINT_VIOLATION,
                () -> place.user(with("userPrincipalName", principal)));
    }

    @Test
    void what_the_server_keeps() throws LDAPException {
        String user = place.user();
        for (String attribute : List.of("cn", "name")) {
            refused(
                    attribute,
                    ResultCode.NOT_ALLOWED_ON_RDN,
                    "00002016",
                    () -> place.modify(user, replace(attribute, "x")));
        }
        for (String attribute : List.of("canonicalName", "instanceType")) {
            refused(
                    attribute,
                    ResultCode.CONSTRAINT_VIOLATION,
                    "0000202F",
                    () -> place.modify(user, replace(attribute, "5")));
        }
        refused(
                "a user that is to be one no more",
                ResultCode.OBJECT_CLASS_VIOLATION,
                "00002014",
                () -> place.modify(user, delete("objectClass", "user")));
        refused(
                "a user without an account name",
                ResultCode.UNWILLING_TO_PERFORM,
                "00002077",
                () -> place.modify(user, replace("sAMAccountName")));
    }

    @Test
    void entries_that_are_not_there() {
        String nobody = "CN=nobody," + place.dn();
        LDAPConnection administrator = place.administrator();
        ResultCode missing = ResultCode.NO_SUCH_OBJECT;
        refused("a change", missing, "00002030", () -> place.modify(nobody, replace("info", "x")));
        refused("a deletion", missing, "00002030", () -> administrator.delete(nobody));
        refused("a rename", missing, "00002030", () -> administrator.modifyDN(nobody, "CN=other", true));
        refused(
                "a place for a new entry",
                missing,
                "00002030",
                () -> administrator.add("CN=x," + nobody, with("objectClass", "contact")));
    }

    @Test
    void names_that_are_none() {
        LDAPConnection administrator = place.administrator();
        ResultCode malformed = ResultCode.INVALID_DN_SYNTAX;
        refused("a change", malformed, () -> place.modify("nonsense", replace("info", "x")));
        refused("a deletion", malformed, () -> administrator.delete("nonsense"));
        refused("a new entry", malformed, () -> administrator.add("nonsense", with("objectClass", "contact")));
        refused(
                "a name of two values",
                malformed,
                () -> administrator.add(
                        "CN=" + Workplace.name("x") + "+L=y," + place.dn(), with("objectClass", "contact")));
        refused(
                "a name that is not the cn",
                malformed,
                () -> administrator.add(
                        "CN=" + Workplace.name("x") + "," + place.dn(),
                        with("objectClass", "contact"),
                        with("cn", "other")));
    }

    @Test
    void places_that_are_none() throws LDAPException {
        String user = place.user();
        String unit = place.unit();
        place.administrator().add("CN=a," + unit, with("objectClass", "contact"));
        LDAPConnection administrator = place.administrator();
        refused(
                "an entry below a user",
                ResultCode.NAMING_VIOLATION,
                () -> administrator.add("CN=x," + user, with("objectClass", "contact")));
        refused(
                "a contact with the name of a unit",
                ResultCode.NAMING_VIOLATION,
                () -> administrator.add(
                        "OU=" + Workplace.name("x") + "," + place.dn(), with("objectClass", "contact")));
        refused(
                "a unit with something in it",
                ResultCode.NOT_ALLOWED_ON_NONLEAF,
                "00002015",
                () -> administrator.delete(unit));
        refused(
                "a unit below itself",
                ResultCode.UNWILLING_TO_PERFORM,
                "00002035",
                () -> administrator.modifyDN(unit, "OU=" + Workplace.nameOf(unit), true, unit));
    }

    @Test
    void what_has_no_other_place() {
        LDAPConnection administrator = place.administrator();
        refused(
                "the whole domain",
                ResultCode.UNWILLING_TO_PERFORM,
                "00002035",
                () -> administrator.delete(place.domain()));
        refused("the root", ResultCode.UNWILLING_TO_PERFORM, "00002035", () -> place.modify("", replace("info", "x")));
    }

    @Test
    void renames_that_keep_the_old_name_or_change_its_kind() throws LDAPException {
        String user = place.user();
        refused(
                "a rename that keeps the old name",
                ResultCode.UNWILLING_TO_PERFORM,
                "00002035",
                () -> place.administrator().modifyDN(user, "CN=" + Workplace.name("k"), false));
        refused(
                "a user called like a unit",
                ResultCode.UNWILLING_TO_PERFORM,
                "00002035",
                () -> place.administrator().modifyDN(user, "OU=" + Workplace.name("k"), true));
    }

    @Test
    void entries_without_a_class() {
        refused(
                "a new entry without a class",
                ResultCode.OBJECT_CLASS_VIOLATION,
                "00002014",
                () -> place.administrator().add("CN=" + Workplace.name("x") + "," + place.dn(), with("info", "x")));
    }
}
