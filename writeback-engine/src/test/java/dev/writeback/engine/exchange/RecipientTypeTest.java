package dev.writeback.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipientTypeTest {

    @ParameterizedTest
    @CsvSource({
        "UserMailbox,2147483648,-2147483642,4",
        "SharedMailbox,34359738368,-2147483642,100",
        "RoomMailbox,8589934592,-2147481850,36",
        "EquipmentMailbox,17179869184,-2147481594,68",
        "TeamMailbox,274877906944,,132",
    })
    void a_mailbox_of_the_cloud_is_a_remote_one_on_premises(
            String name, String details, String display, String remoteType) {
        RecipientType type = RecipientType.of(AttributeValue.text(name)).orElseThrow();

        assertThat(type.name()).isEqualTo(name);
        assertThat(type.typeDetails()).hasToString(details);
        assertThat(type.displayType().map(AttributeValue::toString)).isEqualTo(Optional.ofNullable(display));
        assertThat(type.remoteType()).hasToString(remoteType);
    }

    @ParameterizedTest
    @CsvSource({
        "1,UserMailbox",
        "2147483648,UserMailbox",
        "RemoteUserMailbox,UserMailbox",
        "USERMAILBOX,UserMailbox",
        "Regular,UserMailbox",
        "Shared,SharedMailbox",
        "34359738368,SharedMailbox",
        "room,RoomMailbox",
        "remoteroommailbox,RoomMailbox",
        "32,EquipmentMailbox",
        "137438953472,TeamMailbox",
    })
    void a_type_is_stated_by_name_or_number_local_or_remote(String stated, String name) {
        assertThat(RecipientType.of(AttributeValue.text(stated)))
                .map(RecipientType::name)
                .contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "35184372088832,GuestMailUser",
        "guestmailuser,GuestMailUser",
        "2,LinkedMailbox",
        "128,MailUser",
        "17592186044416,SchedulingMailbox",
    })
    void a_type_without_a_counterpart_comes_to_nothing_but_has_a_name(String stated, String name) {
        assertThat(RecipientType.of(AttributeValue.text(stated))).isEmpty();
        assertThat(RecipientType.nameOf(AttributeValue.text(stated))).contains(name);
    }

    @Test
    void what_is_no_type_has_no_name() {
        assertThat(RecipientType.nameOf(AttributeValue.text("Mailbox"))).isEmpty();
        assertThat(RecipientType.nameOf(AttributeValue.whole(3))).isEmpty();
        assertThat(RecipientType.nameOf(AttributeValue.text("SyncedMailboxUser")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-2147483642,-1073741818,-1073741818",
        "-2147481850,-1073741818,-1073740026",
        "-2147483642,-2147483642,-2147483642",
        "-2147483642,-2147418106,-2147418106",
        "-2147483642,nothing,-2147483642",
        "-2147483642,1073741824,-1073741818",
    })
    void a_display_type_keeps_the_bits_that_nothing_in_the_cloud_states(String wanted, String present, String result) {
        assertThat(RecipientType.keepingBits(AttributeValue.text(wanted), AttributeValue.text(present)))
                .hasToString(result);
    }

    @ParameterizedTest
    @CsvSource({
        "100,1,97",
        "4,97,1",
        "36,100,36",
        "68,6,70",
        "4,0,0",
        "132,1073741828,1073741956",
        "100,-9223372036854775808,-9223372036854775712",
        "100,nothing,100",
    })
    void a_remote_type_says_the_type_anew_and_keeps_the_rest(String wanted, String present, String result) {
        assertThat(RecipientType.keepingFlags(AttributeValue.text(wanted), AttributeValue.text(present)))
                .hasToString(result);
    }
}
