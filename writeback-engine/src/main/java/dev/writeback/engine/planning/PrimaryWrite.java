package dev.writeback.engine.planning;

import dev.writeback.engine.exchange.ProxyAddress;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A write of which the directory cannot tell that somebody was there first: it compares addresses without regard to case,
 * so it does not see that an address was made the primary one, or ceased to be it, since the entry was read. After such a
 * write the entry is to be read again.
 *
 * @param plan what was written
 * @param decisions those about addresses that became primary, ceased to be, or are spelled otherwise now
 */
public record PrimaryWrite(Plan plan, List<AttributeDecision> decisions) {

    /** How such a write stands. */
    public enum Standing {
        /** The addresses are primary that should be. */
        CONFIRMED,
        /** Somebody else made another one primary, and it is the only one. */
        DRIFTED,
        /** There are several, or none: two writers met. */
        CONTENDED
    }

    public PrimaryWrite {
        decisions = List.copyOf(decisions);
    }

    /** What is to be looked at again once this plan was carried out; nothing as a rule. */
    public static Optional<PrimaryWrite> of(Plan plan, Map<AttributeName, AttributeSyntax> syntaxes) {
        List<AttributeDecision> decisions = plan.decisions().stream()
                .filter(decision -> syntaxes.get(decision.attribute()) == AttributeSyntax.ADDRESS)
                .filter(decision ->
                        decision.modification().filter(PrimaryWrite::isBlind).isPresent())
                .toList();
        return decisions.isEmpty() ? Optional.empty() : Optional.of(new PrimaryWrite(plan, decisions));
    }

    private static boolean isBlind(Modification modification) {
        if (!primaries(modification.remove()).isEmpty()
                || !primaries(modification.add()).isEmpty()) {
            return true;
        }
        Set<Object> removed = modification.remove().stream()
                .map(AttributeSyntax.ADDRESS::identity)
                .collect(Collectors.toSet());
        return modification.add().stream()
                .map(AttributeSyntax.ADDRESS::identity)
                .anyMatch(removed::contains);
    }

    /**
     * What the entry shows. Where another address stands alone as the primary one, nothing of what somebody else did is
     * lost and one address is primary: it is drift like any other, whether it was made so before the write or after it.
     */
    public Standing in(DirectoryEntry entry) {
        Standing standing = Standing.CONFIRMED;
        for (AttributeDecision decision : decisions) {
            Set<Object> planned = primaries(decision.result());
            Set<Object> found = primaries(entry.values(decision.attribute()));
            if (!found.equals(planned)) {
                if (found.size() != 1) {
                    return Standing.CONTENDED;
                }
                standing = Standing.DRIFTED;
            }
        }
        return standing;
    }

    /** What is agreed of a write that does not stand: nothing new about these addresses, and the rest as it was written. */
    public Baseline agreed(Baseline written, Baseline before) {
        boolean sameEntry =
                plan.entry().map(entry -> before.isWith(entry.guid())).orElse(false);
        Map<AttributeName, Agreement> agreements = new LinkedHashMap<>(written.agreements());
        for (AttributeDecision decision : decisions) {
            Optional<Agreement> known = sameEntry ? before.agreement(decision.attribute()) : Optional.empty();
            known.ifPresentOrElse(
                    agreement -> agreements.put(decision.attribute(), agreement),
                    () -> agreements.remove(decision.attribute()));
        }
        return new Baseline(written.entry(), agreements);
    }

    private static Set<Object> primaries(List<AttributeValue> values) {
        return values.stream()
                .map(ProxyAddress::of)
                .filter(ProxyAddress::isPrimary)
                .map(ProxyAddress::identity)
                .collect(Collectors.toSet());
    }
}
