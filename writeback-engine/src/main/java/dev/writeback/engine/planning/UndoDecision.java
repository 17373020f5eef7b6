package dev.writeback.engine.planning;

import dev.writeback.engine.exchange.ProxyAddress;
import dev.writeback.engine.mapping.Flow;
import dev.writeback.engine.merge.Difference;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.JournalRecord.Change;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Provenance;
import dev.writeback.plan.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How one attribute goes back.
 *
 * @param run the run that is undone
 * @param flow what is known of the attribute
 * @param changes what the run did to it, in the order in which it did; one or more
 * @param now what it holds now
 */
record UndoDecision(String run, Flow flow, List<Change> changes, List<AttributeValue> now) {

    private static final String RULE = "undo";

    /** Of an attribute that must not be touched. */
    static AttributeDecision untouched(String run, List<Change> changes, String reason) {
        Change last = changes.get(changes.size() - 1);
        return new AttributeDecision(
                last.attribute(),
                source(run),
                Optional.empty(),
                List.of(),
                Optional.of(last.after()),
                List.of(),
                Verdict.KEPT,
                reason,
                Optional.empty(),
                List.of(),
                disclosure(changes),
                Provenance.directory(RULE));
    }

    AttributeDecision decide() {
        Set<AttributeValue> left = new LinkedHashSet<>();
        List<AttributeValue> values = now;
        for (int i = changes.size() - 1; i >= 0; i--) {
            values = stepBack(changes.get(i), values, left);
        }
        Optional<Modification> back = Difference.between(flow.target(), flow.syntax(), now, values);
        if (back.isEmpty()) {
            return left.isEmpty()
                    ? left(Verdict.UNCHANGED, "It is as it was before run %s.".formatted(run))
                    : left(
                            Verdict.KEPT,
                            "Somebody has changed it since run %s wrote it, so it is left.".formatted(run));
        }
        List<AttributeValue> result = Difference.apply(back.get(), now);
        Optional<String> refusal = refusal(result);
        return refusal.isPresent() ? left(Verdict.KEPT, refusal.get()) : back(back.get(), result, left);
    }

    private List<AttributeValue> stepBack(Change change, List<AttributeValue> values, Set<AttributeValue> left) {
        if (flow.isSingleValued()) {
            return stepBackAsOne(change, values, left);
        }
        return ValueChange.of(flow.syntax(), change.before(), change.after())
                .reversed()
                .carefullyAppliedTo(values, left);
    }

    private List<AttributeValue> stepBackAsOne(Change change, List<AttributeValue> values, Set<AttributeValue> left) {
        if (flow.syntax().same(values, change.after())) {
            return change.before();
        }
        if (!flow.syntax().same(values, change.before())) {
            left.addAll(values.isEmpty() ? change.after() : values);
        }
        return values;
    }

    /** Whatever one takes back of several edits, a mailbox has one primary address. */
    private Optional<String> refusal(List<AttributeValue> result) {
        if (flow.syntax() != AttributeSyntax.ADDRESS || flow.isSingleValued()) {
            return Optional.empty();
        }
        long primaries = primaries(result);
        boolean wasSo = flow.syntax().same(result, changes.get(0).before());
        boolean isBroken = primaries > 1 || (primaries == 0 && primaries(now) > 0);
        return isBroken && !wasSo
                ? Optional.of(
                        "Somebody has changed it since run %s wrote it, and going back would leave %s primary SMTP address%s, so it is left."
                                .formatted(run, primaries == 0 ? "no" : primaries, primaries == 0 ? "" : "es"))
                : Optional.empty();
    }

    private static long primaries(List<AttributeValue> addresses) {
        return addresses.stream()
                .filter(value -> ProxyAddress.of(value).isPrimary())
                .count();
    }

    private AttributeDecision back(Modification back, List<AttributeValue> result, Set<AttributeValue> left) {
        Verdict verdict = result.isEmpty() ? Verdict.CLEAR : now.isEmpty() ? Verdict.SET : Verdict.CHANGE;
        List<Omission> omissions = left.isEmpty()
                ? List.of()
                : List.of(new Omission.HeldBack(
                        "Somebody has changed %s since run %s wrote it, so that is left.".formatted(named(left), run)));
        return decision(
                result,
                verdict,
                "Run %s wrote it; it goes back to what it was before.".formatted(run),
                Optional.of(back),
                omissions);
    }

    private String named(Set<AttributeValue> values) {
        return disclosure(changes) == Disclosure.REDACTED || flow.disclosure() == Disclosure.REDACTED
                ? "a part of it"
                : values.stream().map(AttributeValue::toString).collect(Collectors.joining(", "));
    }

    private AttributeDecision left(Verdict verdict, String reason) {
        return decision(now, verdict, reason, Optional.empty(), List.of());
    }

    private AttributeDecision decision(
            List<AttributeValue> result,
            Verdict verdict,
            String reason,
            Optional<Modification> modification,
            List<Omission> omissions) {
        return new AttributeDecision(
                flow.target(),
                source(run),
                Optional.empty(),
                now,
                Optional.of(changes.get(changes.size() - 1).after()),
                result,
                verdict,
                reason,
                modification,
                omissions,
                flow.disclosure() == Disclosure.REDACTED ? Disclosure.REDACTED : disclosure(changes),
                Provenance.directory(RULE));
    }

    private static Disclosure disclosure(List<Change> changes) {
        return changes.stream().anyMatch(change -> change.disclosure() == Disclosure.REDACTED)
                ? Disclosure.REDACTED
                : Disclosure.OPEN;
    }

    private static String source(String run) {
        return "run " + run;
    }
}
