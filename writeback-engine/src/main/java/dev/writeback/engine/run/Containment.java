package dev.writeback.engine.run;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Extent;
import dev.writeback.plan.Problem;
import dev.writeback.spi.FilterMatch;
import dev.writeback.spi.Holding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.ResolvedScope;
import dev.writeback.spi.ScopeConditions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether entries are in scope, as the directory told at one time. A value: it asks nobody.
 *
 * @param conditions what they have to meet
 * @param units the present names of the organizational units
 * @param scope what else the directory told
 */
record Containment(ScopeConditions conditions, List<Dn> units, ResolvedScope scope) {

    private static final AttributeName PRIMARY_GROUP = AttributeName.of("primaryGroupID");
    private static final AttributeName SID = AttributeName.of("objectSid");
    private static final String UNITS = "The entry is outside the organizational units in scope.";
    private static final String GROUPS = "The entry is in none of the groups in scope.";
    private static final String FILTER = "The entry does not meet the filter of the scope.";
    private static final int RELATIVE = 4;

    Containment {
        units = List.copyOf(units);
    }

    /** Where every entry takes part. */
    static Containment everything() {
        return new Containment(ScopeConditions.none(), List.of(), ResolvedScope.nothing());
    }

    /** What must be read of an entry to judge it. */
    Map<AttributeName, AttributeSyntax> reads() {
        return conditions.groups().isEmpty()
                ? Map.of()
                : Map.of(PRIMARY_GROUP, AttributeSyntax.INTEGER, SID, AttributeSyntax.OCTETS);
    }

    /** What was found, and whether it is in scope; where that cannot be told, it counts as not answered. */
    LookupOutcome judge(LookupOutcome outcome) {
        return outcome.match(this::judge, missing -> missing, ambiguous -> ambiguous, unavailable -> unavailable);
    }

    private LookupOutcome judge(LookupOutcome.Found found) {
        DirectoryEntry entry = found.entry();
        Optional<Problem> gap = scope.gap();
        if (!isWithinUnits(entry.id())) {
            boolean isMissing = units.size() < conditions.organizationalUnits().size();
            return gap.isPresent() && isMissing ? untold(gap.get()) : outside(entry, UNITS);
        }
        if (found.match() == FilterMatch.FAILS) {
            return outside(entry, FILTER);
        }
        if (isInGroups(entry)) {
            return found;
        }
        return gap.isPresent() ? untold(gap.get()) : outside(entry, GROUPS);
    }

    private static LookupOutcome untold(Problem gap) {
        return new LookupOutcome.Unavailable(gap, Extent.ENTRY);
    }

    private static LookupOutcome outside(DirectoryEntry entry, String sentence) {
        return new LookupOutcome.Found(entry.outOfScope(sentence), FilterMatch.FAILS);
    }

    /** Whether an entry of this name is within the organizational units. */
    boolean isWithinUnits(EntryId entry) {
        return conditions.organizationalUnits().isEmpty()
                || units.stream().anyMatch(unit -> entry.dn().isWithin(unit));
    }

    /** Whether an entry is listed as a member, or there are no groups to be in. */
    boolean isListed(ObjectGuid entry) {
        return conditions.groups().isEmpty() || scope.membership().entries().contains(entry);
    }

    /** Whether a change of an entry may have brought the object in or out, of which the entry is now called this. */
    boolean isInQuestion(Holding holding, EntryId now) {
        return holding.state() == Holding.State.OUT_OF_SCOPE
                || conditions.filter().isPresent()
                || !isWithinUnits(now)
                || !isListed(now.guid());
    }

    private boolean isInGroups(DirectoryEntry entry) {
        return isListed(entry.id().guid())
                || primaryGroup(entry)
                        .filter(scope.membership().groups()::contains)
                        .isPresent();
    }

    /** The identifier of the primary group: that of the entry, but for the last part ([MS-ADTS] 3.1.1.3.1.1.5). */
    private static Optional<AttributeValue> primaryGroup(DirectoryEntry entry) {
        List<AttributeValue> own = entry.values(SID);
        List<AttributeValue> relative = entry.values(PRIMARY_GROUP);
        if (own.size() != 1 || relative.size() != 1 || !(own.get(0) instanceof AttributeValue.Octets octets)) {
            return Optional.empty();
        }
        byte[] bytes = octets.bytes();
        long number;
        try {
            number = Long.parseLong(relative.get(0).toString());
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
        if (bytes.length <= RELATIVE) {
            return Optional.empty();
        }
        for (int i = 0; i < RELATIVE; i++) {
            bytes[bytes.length - RELATIVE + i] = (byte) (number >>> (Byte.SIZE * i));
        }
        return Optional.of(AttributeValue.octets(bytes));
    }
}
