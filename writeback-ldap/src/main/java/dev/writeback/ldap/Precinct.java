package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.writeback.model.AttributeName;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ForbiddenAttributes;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Problem;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.EntryWrite;
import java.util.List;
import java.util.Optional;

/**
 * What a directory lets nobody reach, whoever asks: entries outside the base DN, those that hold the forest's
 * configuration and schema, and attributes that may never be written. Whoever plans has looked before; this is the second
 * lock, and it knows no exceptions.
 */
final class Precinct {

    private static final List<String> NEVER = List.of("configurationNamingContext", "schemaNamingContext");

    private final Dn base;

    Precinct(Dn base) {
        this.base = base;
    }

    /** Whether an entry that a server answered with may be taken for what was asked for. */
    boolean admits(Session session, EntryId id, SearchResultEntry found, boolean classAsked) throws LDAPException {
        boolean hidesClass = classAsked && session.rootDse().isActiveDirectory() && !found.hasAttribute("objectClass");
        return !hidesClass && holds(session, id.dn());
    }

    /** Why this may not be written; nothing if it may be tried. */
    Optional<WriteOutcome> objection(Session session, EntryWrite write) throws LDAPException {
        Optional<AttributeName> forbidden = write.modifications().stream()
                .map(Modification::attribute)
                .filter(ForbiddenAttributes::contains)
                .findFirst();
        if (forbidden.isPresent()) {
            return Optional.of(rejected(
                    "%s may not be written to any entry.".formatted(forbidden.get()), "Take it out of the profile."));
        }
        return holds(session, write.entry().dn())
                ? Optional.empty()
                : Optional.of(rejected(
                        "%s is outside %s, or belongs to the directory's own configuration."
                                .formatted(write.entry(), base),
                        "Correct the base DN if the entry is to be written."));
    }

    private boolean holds(Session session, Dn dn) throws LDAPException {
        RootDse root = session.rootDse();
        return dn.isWithin(base)
                && NEVER.stream()
                        .flatMap(context -> root.value(context).flatMap(Dn::ifValid).stream())
                        .noneMatch(dn::isWithin);
    }

    private static WriteOutcome rejected(String reason, String action) {
        return new WriteOutcome.Rejected(Problem.of(ErrorCode.REJECTED, reason, action));
    }
}
