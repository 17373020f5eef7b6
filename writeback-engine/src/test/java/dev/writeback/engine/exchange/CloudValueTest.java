package dev.writeback.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudValueTest {

    @ParameterizedTest
    @CsvSource({
        "msExchModerationFlags,Always,6",
        "msExchModerationFlags,internal,2",
        "msExchModerationFlags,Never,0",
        "msExchModerationFlags,7,7",
        "msExchModerationFlags,Sometimes,",
        "msExchArchiveStatus,None,0",
        "msExchArchiveStatus,Active,1",
        "msExchArchiveStatus,Local,1",
        "msExchArchiveStatus,HostedProvisioned,1",
        "msExchArchiveStatus,1,1",
        "msExchArchiveStatus,HostedPending,",
        "msDS-ExternalDirectoryObjectId,3f0137a1-0000-4000-8000-00000000000A,User_3f0137a1-0000-4000-8000-00000000000A",
        "msDS-ExternalDirectoryObjectId,Group_3f0137a1-0000-4000-8000-00000000000a,Group_3f0137a1-0000-4000-8000-00000000000a",
        "msDS-ExternalDirectoryObjectId,ida,",
        "targetAddress,ida@contoso.example,SMTP:ida@contoso.example",
        "targetAddress,smtp:ida@contoso.example,SMTP:ida@contoso.example",
        "targetAddress,NOTES:ida,NOTES:ida",
        "targetAddress,ida,",
        "msExchRecipientTypeDetails,RoomMailbox,8589934592",
        "msExchRecipientDisplayType,RoomMailbox,-2147481850",
        "msExchRemoteRecipientType,RoomMailbox,36",
        "msExchRemoteRecipientType,GuestMailUser,",
        "msExchRecipientDisplayType,TeamMailbox,",
        "extensionAttribute1,Always,Always",
        "mail,ida@contoso.example,ida@contoso.example",
        "publicDelegates,CN=ida,CN=ida",
    })
    void a_value_becomes_what_the_directory_holds(String attribute, String stated, String result) {
        assertThat(CloudValue.translate(entry(attribute), AttributeValue.text(stated))
                        .map(AttributeValue::toString))
                .isEqualTo(Optional.ofNullable(result));
    }

    @ParameterizedTest
    @CsvSource({
        "msExchModerationFlags,6,1,7",
        "msExchModerationFlags,7,2,6",
        "msExchModerationFlags,0,7,1",
        "msExchRemoteRecipientType,100,3,99",
        "msExchRecipientDisplayType,-2147483642,-1073741818,-1073741818",
        "msExchRecipientTypeDetails,2147483648,1,2147483648",
    })
    void what_the_cloud_does_not_state_stays_as_found(String attribute, String wanted, String present, String result) {
        assertThat(CloudValue.keeping(entry(attribute), AttributeValue.text(wanted), AttributeValue.text(present)))
                .hasToString(result);
    }

    @Test
    void the_reason_says_what_would_be_right() {
        assertThat(problem("msExchRecipientTypeDetails", "35184372088832")).contains("'GuestMailUser'");
        assertThat(problem("msExchRemoteRecipientType", "Nonsense")).contains("'Nonsense'");
        assertThat(problem("msExchModerationFlags", "Sometimes")).contains("Always, Internal, Never");
        assertThat(problem("msExchArchiveStatus", "HostedPending")).contains("None, Active");
        assertThat(problem("msDS-ExternalDirectoryObjectId", "ida")).contains("GUID");
        assertThat(problem("targetAddress", "ida")).contains("DomainPart");
    }

    @Test
    void a_value_that_is_no_text_is_judged_too() {
        assertThat(CloudValue.translate(entry("targetAddress"), AttributeValue.whole(1)))
                .isEmpty();
        assertThat(CloudValue.translate(entry("msExchModerationFlags"), AttributeValue.whole(2)))
                .contains(AttributeValue.text("2"));
        assertThat(CloudValue.translate(entry("msExchHideFromAddressLists"), new AttributeValue.Flag(true)))
                .contains(AttributeValue.text("TRUE"));
    }

    private static String problem(String attribute, String stated) {
        return CloudValue.problem(entry(attribute), AttributeValue.text(stated));
    }

    private static CatalogueEntry entry(String name) {
        return AttributeCatalogue.standard().find(AttributeName.of(name)).orElseThrow();
    }
}
