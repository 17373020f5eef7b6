package dev.writeback.testkit.arbitrary;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A directory attribute that a profile may write.
 *
 * @param name its name
 * @param source the cloud attribute that it is taken from as a rule
 * @param kind what a rule about it may say
 */
record ProfileTarget(String name, String source, Kind kind) {

    /** What a rule may say besides the rest. */
    enum Kind {
        PLAIN,
        /** Which addresses flow. */
        ADDRESSES,
        /** Whose primary address it follows. */
        ONE_ADDRESS
    }

    /** What the built-in profile writes. */
    static final List<ProfileTarget> BUILT_IN = Stream.of(
                    IntStream.rangeClosed(1, 15).mapToObj(i -> plain("extensionAttribute" + i, "CustomAttribute" + i)),
                    IntStream.rangeClosed(1, 5)
                            .mapToObj(i -> plain("msExchExtensionCustomAttribute" + i, "ExtensionCustomAttribute" + i)),
                    Stream.of(
                            plain("msExchRecipientTypeDetails", "RecipientTypeDetails"),
                            plain("msExchRecipientDisplayType", "RecipientTypeDetails"),
                            new ProfileTarget("proxyAddresses", "EmailAddresses", Kind.ADDRESSES),
                            new ProfileTarget("mail", "WindowsEmailAddress", Kind.ONE_ADDRESS)))
            .flatMap(some -> some)
            .toList();

    /** What it does not write, and another profile may. */
    static final List<ProfileTarget> OTHERS = List.of(
            plain("department", "Department"),
            plain("displayName", "DisplayName"),
            plain("msExchHideFromAddressLists", "HiddenFromAddressListsEnabled"),
            plain("mailNickname", "Alias"),
            plain("publicDelegates", "GrantSendOnBehalfTo"),
            plain("showInAddressBook", "AddressListMembership"),
            new ProfileTarget("targetAddress", "RemoteRoutingAddress", Kind.ONE_ADDRESS));

    private static ProfileTarget plain(String name, String source) {
        return new ProfileTarget(name, source, Kind.PLAIN);
    }
}
