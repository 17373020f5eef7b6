package dev.writeback.testkit.assertion;

import dev.writeback.model.AttributeName;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** What a plan is to come to. Its failures show the difference and then the whole plan, as a diff with its reasons. */
public class PlanAssert extends AbstractAssert<PlanAssert, Plan> {

    /** Assertions about this plan; {@link WritebackAssertions} is the short way. */
    public PlanAssert(@Nullable Plan actual) {
        super(actual, PlanAssert.class);
    }

    /** That it writes these attributes and no other, in any order; it writes nothing if none is named. */
    public PlanAssert writesOnly(String... attributes) {
        isNotNull();
        Difference difference = Difference.between(
                Stream.of(attributes).map(this::spelled).toList(),
                actual.modifications().stream()
                        .map(it -> spelled(it.attribute().value()))
                        .toList());
        if (!difference.isNone()) {
            fail("the attributes that it writes:\n%s".formatted(difference.shown()));
        }
        return this;
    }

    /** That it writes nothing, for whatever reason. */
    public PlanAssert writesNothing() {
        return writesOnly();
    }

    /** That it is to add exactly these values to an attribute. */
    public PlanAssert adds(String attribute, String... values) {
        return compare("the values that it adds to ", attribute, values, added(attribute));
    }

    /** That it is to remove exactly these values from an attribute. */
    public PlanAssert removes(String attribute, String... values) {
        return compare("the values that it removes from ", attribute, values, removed(attribute));
    }

    /** That it writes an attribute, which then holds exactly these values; none if it is to be cleared. */
    public PlanAssert sets(String attribute, String... values) {
        AttributeDecision decision = decision(attribute);
        if (!actual.writes() || !decision.writes()) {
            fail("%s was to be written, and is left: %s".formatted(attribute, decision.reason()));
        }
        return compare("the values that it leaves in ", attribute, values, HeldEntry.texts(decision.result()));
    }

    /** That it takes all values of an attribute away. */
    public PlanAssert clears(String attribute) {
        return sets(attribute);
    }

    /** That it decides so about an attribute. */
    public PlanAssert decides(String attribute, Verdict verdict) {
        AttributeDecision decision = decision(attribute);
        if (decision.verdict() != verdict) {
            fail("the verdict about %s is %s and was to be %s: %s"
                    .formatted(attribute, decision.verdict(), verdict, decision.reason()));
        }
        return this;
    }

    /** That the object is left alone, for this reason. */
    public PlanAssert isSkippedFor(SkipReason reason) {
        isNotNull();
        if (!(actual.disposition() instanceof Disposition.Skip skip && skip.reason() == reason)) {
            fail("it was to be skipped for %s".formatted(reason.label()));
        }
        return this;
    }

    /** That it is refused, with this error. */
    public PlanAssert isRefusedWith(ErrorCode code) {
        isNotNull();
        if (!(actual.disposition() instanceof Disposition.Refuse refuse
                && refuse.problem().code() == code)) {
            fail("it was to be refused with %s".formatted(code.label()));
        }
        return this;
    }

    /**
     * That it is the same plan, to the letter: object, entry, decisions with their reasons, and end. A failure shows each
     * fact in which they differ, and no other.
     */
    @Override
    public PlanAssert isEqualTo(@Nullable Object expected) {
        if (actual == null || !(expected instanceof Plan plan)) {
            return super.isEqualTo(expected);
        }
        if (!actual.equals(plan)) {
            fail("it is not the plan that was expected:\n%s".formatted(PlanText.difference(plan, actual)));
        }
        return this;
    }

    private PlanAssert compare(String what, String attribute, String[] expected, List<String> found) {
        Difference difference = Difference.between(List.of(expected), found);
        if (!difference.isNone()) {
            fail(what + attribute + ":\n" + difference.shown());
        }
        return this;
    }

    private List<String> added(String attribute) {
        return modifications(attribute)
                .flatMap(it -> HeldEntry.texts(it.add()).stream())
                .toList();
    }

    private List<String> removed(String attribute) {
        return modifications(attribute)
                .flatMap(it -> HeldEntry.texts(it.remove()).stream())
                .toList();
    }

    private Stream<Modification> modifications(String attribute) {
        isNotNull();
        return actual.modifications().stream().filter(it -> it.attribute().equals(AttributeName.of(attribute)));
    }

    private AttributeDecision decision(String attribute) {
        isNotNull();
        Optional<AttributeDecision> decision = actual.decision(AttributeName.of(attribute));
        if (decision.isEmpty()) {
            fail("it has no decision about %s".formatted(attribute));
        }
        return decision.orElseThrow();
    }

    /** As the plan spells it, if it has the attribute: names are equal without regard to case. */
    private String spelled(String attribute) {
        AttributeName name = AttributeName.of(attribute);
        return actual.decision(name)
                .map(AttributeDecision::attribute)
                .orElse(name)
                .value();
    }

    private void fail(String what) {
        failWithMessage("%s", text(what));
    }

    private String text(String what) {
        return "the plan for %s: %s\nThe plan:\n%s".formatted(actual.object(), what, PlanText.of(actual));
    }
}
