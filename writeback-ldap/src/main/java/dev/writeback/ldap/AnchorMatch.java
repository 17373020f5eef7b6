package dev.writeback.ldap;

import dev.writeback.model.Anchor;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** Which entry a list of anchors leads to. All of them must lead to the same one; nothing is guessed. */
sealed interface AnchorMatch {

    /** They lead to this entry. */
    record One(Candidate candidate) implements AnchorMatch {}

    /** They lead nowhere. */
    record None(Problem problem) implements AnchorMatch {}

    /** They do not agree. */
    record Many(Problem problem) implements AnchorMatch {}

    static AnchorMatch of(List<Anchor> anchors, Candidates candidates) {
        if (anchors.isEmpty()) {
            return new None(Problem.of(
                    ErrorCode.ANCHOR_MISSING,
                    "The object has no anchor to find its entry by.",
                    "Have the cloud state its immutable id."));
        }
        Collection<Candidate> found = candidates.having(anchors);
        if (found.isEmpty()) {
            return new None(Problem.of(
                    ErrorCode.ENTRY_NOT_FOUND,
                    "No entry below the base DN has the %s.".formatted(named(anchors)),
                    "Check that the entry exists, that it is below the base DN and that the account may read it."));
        }
        Iterator<Candidate> each = found.iterator();
        Candidate one = each.next();
        return each.hasNext() ? two(anchors, one, each.next()) : agreed(anchors, one);
    }

    private static AnchorMatch two(List<Anchor> anchors, Candidate one, Candidate other) {
        return new Many(Problem.of(
                ErrorCode.AMBIGUOUS_MATCH,
                "The %s leads to two entries, %s and %s.".formatted(named(anchors), one.id(), other.id()),
                "Take the anchor away from the entry that it does not belong to, or correct it in the cloud."));
    }

    private static AnchorMatch agreed(List<Anchor> anchors, Candidate one) {
        for (Anchor anchor : anchors) {
            if (!(anchor instanceof Anchor.DistinguishedName) && one.fit(anchor) == Candidate.Fit.OTHER) {
                Anchor matching = anchors.stream()
                        .filter(it -> one.fit(it) == Candidate.Fit.SAME)
                        .findFirst()
                        .orElse(anchor);
                return new Many(Problem.of(
                        ErrorCode.AMBIGUOUS_MATCH,
                        "The %s leads to the entry %s, which does not have the %s."
                                .formatted(matching, one.id(), anchor),
                        "Find out which of the two is right and correct the other."));
            }
        }
        return new One(one);
    }

    private static String named(List<Anchor> anchors) {
        return anchors.stream().map(Anchor::toString).collect(Collectors.joining(" or the "));
    }
}
