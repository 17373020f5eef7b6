package dev.writeback.engine.guard;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** By what an entry shows to be privileged, or critical to the directory; pure. */
final class Privilege {

    static final AttributeName ADMIN_COUNT = AttributeName.of("adminCount");
    static final AttributeName CRITICAL = AttributeName.of("isCriticalSystemObject");
    static final AttributeName SID = AttributeName.of("objectSid");

    /** Security identifiers below this are the domain's own accounts and groups ([MS-DTYP] 2.4.2.4). */
    private static final long FIRST_ORDINARY_RID = 1000;
    /** 8 bytes of head, then at least what issued the identifier and the relative one, of 4 bytes each. */
    private static final int SHORTEST_OF_AN_ACCOUNT = 16;

    private Privilege() {}

    /** Why it counts as privileged, in a clause; nothing if it is an ordinary entry. */
    static Optional<String> of(DirectoryEntry entry) {
        if (entry.values(ADMIN_COUNT).stream()
                .anyMatch(count -> !count.toString().equals("0"))) {
            return Optional.of("it is or was a member of a privileged group (adminCount is set)");
        }
        if (entry.values(CRITICAL).stream().anyMatch(flag -> !flag.toString().equals("FALSE"))) {
            return Optional.of("it is critical to the directory (isCriticalSystemObject)");
        }
        List<AttributeValue> sids = entry.values(SID);
        if (sids.isEmpty() && EntryClass.hasSecurityIdentifier(entry)) {
            return Optional.of(
                    "the account may not read its security identifier (objectSid), and so cannot tell whether it is privileged");
        }
        return sids.stream().anyMatch(Privilege::isWellKnown)
                ? Optional.of("it is one of the domain's own accounts (its security identifier is a well-known one)")
                : Optional.empty();
    }

    private static boolean isWellKnown(AttributeValue sid) {
        if (!(sid instanceof AttributeValue.Octets octets)) {
            return true;
        }
        byte[] bytes = octets.bytes();
        if (bytes.length < SHORTEST_OF_AN_ACCOUNT || bytes.length % 4 != 0) {
            return true;
        }
        long rid = ByteBuffer.wrap(bytes, bytes.length - 4, 4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt()
                & 0xffff_ffffL;
        return rid < FIRST_ORDINARY_RID;
    }
}
