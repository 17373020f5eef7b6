package dev.writeback.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sample of every property that the profile {@code exchange-online-extended} reads. */
final class ExtendedSamples {

    private final TestUser user;
    private final List<Referent> people;
    private final List<Referent> groups;
    private final List<String> addressLists;
    private final List<Sample> samples = new ArrayList<>();

    private ExtendedSamples(TestUser user, List<Referent> people, List<Referent> groups, List<String> addressLists) {
        this.user = user;
        this.people = people;
        this.groups = groups;
        this.addressLists = addressLists;
    }

    /**
     * The samples for a user.
     *
     * @param people three users to refer to
     * @param groups three groups to refer to
     * @param addressLists the DNs of two address lists
     */
    static List<Sample> of(TestUser user, List<Referent> people, List<Referent> groups, List<String> addressLists) {
        ExtendedSamples made = new ExtendedSamples(user, people, groups, addressLists);
        made.customAttributes();
        made.addresses();
        made.types();
        made.switches();
        made.octets();
        made.texts();
        made.references();
        List<Sample> all = new ArrayList<>();
        for (int i = 0; i < made.samples.size(); i++) {
            all.add(made.samples.get(i).clearedBy(i));
        }
        return all;
    }

    private void customAttributes() {
        for (int i = 1; i <= 15; i++) {
            plain("CustomAttribute" + i, "extensionAttribute" + i, "first <" + i + ">", "second \u00fc & " + i);
        }
        for (int i = 1; i <= 5; i++) {
            several("ExtensionCustomAttribute" + i, "msExchExtensionCustomAttribute" + i, "common", "one " + i, "two");
        }
    }

    private void addresses() {
        String x500 = user.proxyAddresses().get(2);
        String first = user.alias() + ".first@" + user.domain();
        String second = user.alias() + ".second@" + user.domain();
        samples.add(Sample.of(
                        "EmailAddresses",
                        List.of("SMTP:" + first, "smtp:" + second),
                        List.of("SMTP:" + second, "smtp:" + first))
                .holds(
                        "proxyAddresses",
                        List.of("SMTP:" + first, "smtp:" + second, "smtp:" + user.mail(), x500),
                        List.of("SMTP:" + second, "smtp:" + first, "smtp:" + user.mail(), x500),
                        List.of(x500))
                .holds("mail", List.of(first), List.of(second), List.of(second)));
        samples.add(Sample.plain("WindowsEmailAddress", "mail", first, second));
        samples.add(Sample.of(
                        "RemoteRoutingAddress",
                        "smtp:" + user.alias() + "@lab.mail.onmicrosoft.com",
                        user.alias() + "@other.mail.onmicrosoft.com")
                .holds(
                        "targetAddress",
                        "SMTP:" + user.alias() + "@lab.mail.onmicrosoft.com",
                        "SMTP:" + user.alias() + "@other.mail.onmicrosoft.com"));
    }

    /** Found are the bits ACLable, and of how the mailbox came to be: 1 provisioned, 2 with an archive. */
    private void types() {
        samples.add(Sample.of("RecipientTypeDetails", "SharedMailbox", "RoomMailbox")
                .from("msExchRecipientDisplayType", "-1073741818")
                .from("msExchRemoteRecipientType", "3")
                .holds("msExchRecipientTypeDetails", "34359738368", "8589934592")
                .holds("msExchRecipientDisplayType", "-1073741818", "-1073740026")
                .holds("msExchRemoteRecipientType", "99", "35"));
        samples.add(Sample.of("SendModerationNotifications", "Always", "Never")
                .from("msExchModerationFlags", "1")
                .holds("msExchModerationFlags", "7", "1"));
        samples.add(Sample.of("ArchiveStatus", "Active", "None").holds("msExchArchiveStatus", "1", "0"));
    }

    private void switches() {
        for (Map.Entry<String, String> each : Map.of(
                        "HiddenFromAddressListsEnabled", "msExchHideFromAddressLists",
                        "ModerationEnabled", "msExchEnableModeration",
                        "RequireSenderAuthenticationEnabled", "msExchRequireAuthToSendTo",
                        "DeliverToMailboxAndForward", "deliverAndRedirect")
                .entrySet()) {
            samples.add(Sample.of(each.getKey(), true, false).holds(each.getValue(), "TRUE", "FALSE"));
        }
    }

    private void octets() {
        for (String list : List.of("BlockedSenders", "SafeRecipients", "SafeSenders")) {
            samples.add(Sample.of(list + "Hash", Map.of("base64", "/wCAAQ=="), Map.of("base64", "/wCAAf4="))
                    .holds("msExch" + list + "Hash", "/wCAAQ==", "/wCAAf4="));
        }
    }

    private void texts() {
        plain("Alias", "mailNickname", user.alias() + ".first", user.alias() + ".second");
        samples.add(
                Sample.of("ExternalDirectoryObjectId", FeedLine.idOf(user), "User_11111111-2222-3333-4444-555555555555")
                        .holds(
                                "msDS-ExternalDirectoryObjectId",
                                "User_" + FeedLine.idOf(user),
                                "User_11111111-2222-3333-4444-555555555555"));
        several(
                "MailTipTranslations",
                "msExchSenderHintTranslations",
                "default:<html><body>Away</body></html>",
                "de:<html><body>Verreist</body></html>",
                "tr:<html><body>\u0130zinli</body></html>");
        several("InPlaceHolds", "msExchUserHoldPolicies", "UniH1111", "UniH2222", "UniH3333");
        several("VoiceMailSettings", "msExchUCVoiceMailSettings", "ExchangeHostedVoiceMail=1", "A=1", "B=2");
        List<String> one = addressLists.subList(0, 1);
        samples.add(
                Sample.of("AddressListMembership", one, addressLists).holds("showInAddressBook", one, addressLists));
    }

    private void references() {
        samples.add(Sample.of(
                        "ForwardingAddress",
                        people.get(0).stated(),
                        people.get(1).stated())
                .holds("altRecipient", people.get(0).dn(), people.get(1).dn()));
        references("GrantSendOnBehalfTo", "publicDelegates", people);
        references("AcceptMessagesOnlyFrom", "authOrig", people);
        references("AcceptMessagesOnlyFromDLMembers", "dLMemSubmitPerms", groups);
        references("RejectMessagesFrom", "unauthOrig", people);
        references("RejectMessagesFromDLMembers", "dLMemRejectPerms", groups);
        references("ModeratedBy", "msExchModeratedByLink", people);
        references("BypassModerationFrom", "msExchBypassModerationLink", people);
        references("BypassModerationFromDLMembers", "msExchBypassModerationFromDLMembersLink", groups);
    }

    /** The first two of them, then the last two. */
    private void references(String property, String attribute, List<Referent> to) {
        List<Referent> set = to.subList(0, 2);
        List<Referent> changed = to.subList(1, 3);
        samples.add(Sample.of(
                        property,
                        set.stream().map(Referent::stated).toList(),
                        changed.stream().map(Referent::stated).toList())
                .holds(
                        attribute,
                        set.stream().map(Referent::dn).toList(),
                        changed.stream().map(Referent::dn).toList()));
    }

    private void plain(String property, String attribute, String set, String changed) {
        samples.add(Sample.plain(property, attribute, set, changed));
    }

    /** Two values, of which one stays and another one takes the place of the other. */
    private void several(String property, String attribute, String stays, String goes, String comes) {
        List<String> set = List.of(stays, goes);
        List<String> changed = List.of(stays, comes);
        samples.add(Sample.of(property, set, changed).holds(attribute, set, changed));
    }

    /**
     * An object to refer to.
     *
     * @param id the cloud's id of it
     * @param dn its entry
     */
    record Referent(String id, String dn) {

        private Map<String, @Nullable Object> stated() {
            return Map.of("ref", id);
        }
    }
}
