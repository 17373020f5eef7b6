package dev.writeback.engine.guard;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ForbiddenAttributes;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.SkipReason;
import java.util.Map;
import java.util.Optional;

/**
 * Says no to what may never be written, whatever a plan says: privileged and critical entries, what is no recipient, and
 * attributes that decide who may do what. Whoever controls a cloud object must not reach a domain administrator through it.
 *
 * <p>A pure function over a plan and the entry it was planned on. Immutable.
 */
public final class Guard {

    private final Protection protection;

    /** With this much protection. */
    public Guard(Protection protection) {
        this.protection = protection;
    }

    /** What must be read of an entry, so that the guard can judge it. */
    public static Map<AttributeName, AttributeSyntax> reads() {
        return Map.of(
                Privilege.ADMIN_COUNT, AttributeSyntax.INTEGER,
                Privilege.CRITICAL, AttributeSyntax.BOOLEAN,
                Privilege.SID, AttributeSyntax.OCTETS,
                EntryClass.OBJECT_CLASS, AttributeSyntax.CASE_IGNORE,
                EntryClass.ACCOUNT_TYPE, AttributeSyntax.INTEGER);
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
        return objection(entry)
                .map(why -> plan.skipped(
                        SkipReason.PROTECTED_ENTRY,
                        "%s is left alone, because %s.".formatted(entry.id().dn(), why)))
                .orElse(plan);
    }

    /** An exception is made of a privilege, never of what kind of entry it is. */
    private Optional<String> objection(DirectoryEntry entry) {
        return EntryClass.objection(entry)
                .or(() -> protection.allows(entry.id()) ? Optional.empty() : Privilege.of(entry));
    }
}
