package dev.writeback.testkit.controller;

import static dev.writeback.testkit.controller.Change.add;
import static dev.writeback.testkit.controller.Change.replace;
import static dev.writeback.testkit.controller.Change.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import org.junit.jupiter.api.Test;

/** Update sequence numbers and times: how a client learns that something changed. */
public abstract class StampsContract extends ControllerContract {

    /** For those who extend it. */
    protected StampsContract() {}

    @Test
    void a_change_takes_one_number_however_much_it_changes() throws LDAPException {
        String user = place.user();
        long before = place.usn(user);
        assertThat(place.values(user, "uSNCreated")).containsExactly(Long.toString(before));
        place.modify(user, replace("info", "x"), replace("mail", "y@contract.example"));
        assertThat(place.usn(user))
                .as("uSNChanged after one request of two changes")
                .isEqualTo(before + 1);
        assertThat(Long.parseLong(place.rootDse("highestCommittedUSN").get(0)))
                .as("highestCommittedUSN after the last change; others may work here, too")
                .isGreaterThanOrEqualTo(before + 1);
    }

    @Test
    void a_change_that_changes_nothing_moves_nothing() throws LDAPException {
        String user = place.user(with("info", "x"));
        long before = place.usn(user);
        String time = place.values(user, "whenChanged").get(0);
        place.modify(user, replace("info", "x"));
        assertThat(place.usn(user))
                .as("uSNChanged after a value was replaced by itself; a repeated write must not look like a change")
                .isEqualTo(before);
        assertThat(place.values(user, "whenChanged")).containsExactly(time);
    }

    @Test
    void a_change_of_case_is_a_change() throws LDAPException {
        String user = place.user(with("info", "x"));
        long before = place.usn(user);
        place.modify(user, replace("info", "X"));
        assertThat(place.values(user, "info")).containsExactly("X");
        assertThat(place.usn(user)).as("uSNChanged after x became X").isGreaterThan(before);
    }

    @Test
    void a_refused_change_moves_nothing() throws LDAPException {
        String user = place.user();
        long before = place.usn(user);
        refused(
                "an unknown attribute",
                ResultCode.NO_SUCH_ATTRIBUTE,
                () -> place.modify(user, replace("info", "x"), replace("noSuchThing", "y")));
        assertThat(place.usn(user)).isEqualTo(before);
    }

    @Test
    void a_link_moves_its_source_and_not_its_target() throws LDAPException {
        String target = place.user();
        String source = place.user();
        long targetBefore = place.usn(target);
        long sourceBefore = place.usn(source);
        place.modify(source, add("publicDelegates", target));
        assertThat(place.usn(source)).as("uSNChanged of the source").isGreaterThan(sourceBefore);
        assertThat(place.usn(target)).as("uSNChanged of the target").isEqualTo(targetBefore);
    }

    @Test
    void a_link_that_follows_its_target_moves_no_number() throws LDAPException {
        String target = place.user();
        String source = place.user();
        place.modify(source, add("publicDelegates", target));
        long before = place.usn(source);
        String renamed = place.rename(target);
        assertThat(place.usn(source))
                .as("uSNChanged after the target was renamed")
                .isEqualTo(before);
        place.administrator().delete(renamed);
        assertThat(place.usn(source))
                .as("uSNChanged after the target was deleted")
                .isEqualTo(before);
    }

    @Test
    void a_rename_moves_the_entry_and_not_what_is_below_it() throws LDAPException {
        String unit = place.unit();
        String child = "CN=child," + unit;
        place.administrator().add(child, with("objectClass", "contact"));
        long before = place.usn(child);
        long unitBefore = place.usn(unit);
        String renamed = place.rename(unit);
        assertThat(place.usn(renamed)).as("uSNChanged of what was renamed").isGreaterThan(unitBefore);
        assertThat(place.usn("CN=child," + renamed))
                .as("uSNChanged of what is below; whoever follows numbers must not keep names")
                .isEqualTo(before);
    }

    @Test
    void entries_are_found_by_their_number() throws LDAPException {
        String user = place.user();
        long usn = place.usn(user);
        assertThat(place.matches(user, "(uSNChanged>=" + usn + ")")).isTrue();
        assertThat(place.matches(user, "(uSNChanged<=" + (usn - 1) + ")")).isFalse();
    }

    @Test
    void times_are_generalized_times_of_whole_seconds_in_UTC() throws LDAPException {
        String user = place.user();
        for (String attribute : new String[] {"whenCreated", "whenChanged", "createTimeStamp", "modifyTimeStamp"}) {
            assertThat(place.values(user, attribute)).as(attribute).allMatch(value -> value.matches("[0-9]{14}\\.0Z"));
            assertThat(place.values(user, attribute)).as(attribute).hasSize(1);
        }
    }

    @Test
    void stamps_and_identifiers_are_the_servers_own() throws LDAPException {
        String user = place.user();
        for (String attribute : new String[] {"uSNChanged", "whenChanged", "objectGUID"}) {
            refused(
                    attribute,
                    ResultCode.CONSTRAINT_VIOLATION,
                    "0000202F",
                    () -> place.modify(
                            user, replace(attribute, attribute.equals("whenChanged") ? "20200101000000.0Z" : "1")));
        }
        refused(
                "objectSid",
                ResultCode.UNWILLING_TO_PERFORM,
                "00002035",
                () -> place.modify(user, replace("objectSid", "12345678901234567890")));
    }
}
