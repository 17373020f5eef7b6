package dev.writeback.testkit.assertion;

import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** What became of a change. Its failures show the difference and then the whole way of the change, step by step. */
public class StatusAssert extends AbstractAssert<StatusAssert, Status> {

    /** Assertions about this status; {@link WritebackAssertions} is the short way. */
    public StatusAssert(@Nullable Status actual) {
        super(actual, StatusAssert.class);
    }

    /** That it is about this object. */
    public StatusAssert isOf(CloudObjectId object) {
        isNotNull();
        if (!actual.object().equals(Optional.of(object))) {
            fail("it was to be about %s".formatted(object));
        }
        return this;
    }

    /** That all went well. */
    public StatusAssert succeeded() {
        return ended(Step.Result.SUCCESS);
    }

    /** That it was done, and there is something to look at, such as a conflict that a rule decided. */
    public StatusAssert warned() {
        return ended(Step.Result.WARNING);
    }

    /** That it failed, with this error. */
    public StatusAssert failedWith(ErrorCode code) {
        ended(Step.Result.FAILURE);
        Optional<ErrorCode> found = actual.problem().map(Problem::code);
        if (!found.equals(Optional.of(code))) {
            fail("the error was to be %s and is %s"
                    .formatted(code.label(), found.map(ErrorCode::label).orElse("not named")));
        }
        return this;
    }

    /** That the object was left alone, for this reason. */
    public StatusAssert isSkippedFor(SkipReason reason) {
        ended(Step.Result.SKIPPED);
        List<String> found = actual.steps().stream()
                .flatMap(step -> Stream.ofNullable(step.details().get("SkipReason")))
                .toList();
        if (!found.contains(reason.label())) {
            fail("it was to be skipped for %s, and the reason is %s".formatted(reason.label(), found));
        }
        return this;
    }

    /** That it wrote these attributes and no other, in any order; nothing if none is named. */
    public StatusAssert wroteOnly(String... attributes) {
        isNotNull();
        List<AttributeName> written =
                actual.written().stream().map(AttributeDecision::attribute).toList();
        Difference difference = Difference.between(
                Stream.of(attributes).map(it -> spelled(it, written)).toList(),
                written.stream().map(AttributeName::value).toList());
        if (!difference.isNone()) {
            fail("the attributes that were written:\n" + difference.shown());
        }
        return this;
    }

    /** That an attribute was written and then held exactly these values; none if it was cleared. */
    public StatusAssert wrote(String attribute, String... values) {
        isNotNull();
        AttributeName name = AttributeName.of(attribute);
        Optional<AttributeDecision> decision = actual.written().stream()
                .filter(it -> it.attribute().equals(name))
                .findFirst();
        if (decision.isEmpty()) {
            fail("%s was to be written, and was not".formatted(attribute));
        }
        decision.map(it -> Difference.between(List.of(values), HeldEntry.texts(it.result())))
                .filter(difference -> !difference.isNone())
                .ifPresent(difference -> fail("the values of %s:\n%s".formatted(attribute, difference.shown())));
        return this;
    }

    /** That a part of its way ended like this. */
    public StatusAssert hasStep(Step.Type type, Step.Result result) {
        isNotNull();
        if (actual.steps().stream().noneMatch(it -> it.type() == type && it.result() == result)) {
            fail("the step %s was to end with %s".formatted(type.label(), result.label()));
        }
        return this;
    }

    private StatusAssert ended(Step.Result result) {
        isNotNull();
        if (actual.result() != result) {
            fail("it ended with %s, and was to end with %s"
                    .formatted(actual.result().label(), result.label()));
        }
        return this;
    }

    private static String spelled(String attribute, List<AttributeName> known) {
        AttributeName name = AttributeName.of(attribute);
        return known.stream().filter(name::equals).findFirst().orElse(name).value();
    }

    private void fail(String what) {
        failWithMessage("%s", StatusText.of(actual, what));
    }
}
