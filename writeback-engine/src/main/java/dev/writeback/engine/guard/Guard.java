package dev.writeback.engine.guard;

import dev.writeback.engine.mapping.ForbiddenAttributes;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.SkipReason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;

/**
 * Says no to what may never be written, whatever a plan says: privileged and critical entries, and attributes that
 * decide who may do what. Whoever controls a cloud object must not reach a domain administrator through it.
 *
 * <p>A pure function over a plan and the entry it was planned on. Immutable.
 */
public final class Guard {

    private static final AttributeName ADMIN_COUNT = AttributeName.of("adminCount");
    private static final AttributeName CRITICAL = AttributeName.of("isCriticalSystemObject");
    private static final AttributeName SID = AttributeName.of("objectSid");
    /** Security identifiers below this are the domain's own accounts and groups ([MS-DTYP] 2.4.2.4). */
    private static final long FIRST_ORDINARY_RID = 1000;
    /** 8 bytes of head, then at least what issued the identifier and the relative one, of 4 bytes each. */
    private static final int SHORTEST_OF_AN_ACCOUNT = 16;

    private final Protection protection;

    /** With this much protection. */
    public Guard(Protection protection) {
        this.protection = protection;
    }

    /** What must be read of an entry, so that the guard can judge it. */
    public static Map<AttributeName, AttributeSyntax> reads() {
        return Map.of(
                ADMIN_COUNT, AttributeSyntax.INTEGER, CRITICAL, AttributeSyntax.BOOLEAN, SID, AttributeSyntax.OCTETS);
    }

    /** The plan, or the same plan with a no. A plan that writes nothing is returned as it is. */
    public Plan check(Plan plan, DirectoryEntry entry) {
        if (!plan.writes()) {
            return plan;
        }
        Optional<AttributeName> forbidden = plan.modifications().stream()
                .map(Modification::attribute)
                .filter(ForbiddenAttributes::contains)
                .findFirst();
        if (forbidden.isPresent()) {
            return plan.refused(Problem.of(
                    ErrorCode.REJECTED,
                    "%s may not be written to any entry.".formatted(forbidden.get()),
                    "Take it out of the profile."));
        }
        Optional<String> privilege = protection.allows(entry.id().dn()) ? Optional.empty() : privilege(entry);
        return privilege
                .map(why -> plan.skipped(
                        SkipReason.PROTECTED_ENTRY,
                        "%s is left alone, because %s.".formatted(entry.id().dn(), why)))
                .orElse(plan);
    }

    private static Optional<String> privilege(DirectoryEntry entry) {
        if (entry.values(ADMIN_COUNT).stream()
                .anyMatch(count -> !count.toString().equals("0"))) {
            return Optional.of("it is or was a member of a privileged group (adminCount is set)");
        }
        if (entry.values(CRITICAL).stream().anyMatch(flag -> flag.toString().equals("TRUE"))) {
            return Optional.of("it is critical to the directory (isCriticalSystemObject)");
        }
        return entry.values(SID).stream().anyMatch(Guard::isWellKnown)
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
