package dev.writeback.testkit.assertion;

import static dev.writeback.testkit.assertion.WritebackAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Plan;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanAssertTest {

    private final Plan plan = SampleStatus.plan();

    @Test
    void says_nothing_where_all_is_as_it_was_expected() {
        assertThat(plan)
                .writesOnly("extensionattribute1", "PROXYADDRESSES")
                .sets("proxyAddresses", "smtp:al@x", "SMTP:ada@x")
                .adds("proxyAddresses", "SMTP:ada@x", "smtp:al@x")
                .removes("proxyAddresses", "smtp:ada@x")
                .clears("extensionAttribute1")
                .adds("mail")
                .removes("mail")
                .decides("mail", Verdict.UNCHANGED)
                .isEqualTo(SampleStatus.plan());
        assertThat(SampleStatus.refused())
                .isRefusedWith(ErrorCode.AMBIGUOUS_MATCH)
                .writesNothing();
        assertThat(plan.skipped(SkipReason.NOT_IN_SCOPE, "It is elsewhere.")).isSkippedFor(SkipReason.NOT_IN_SCOPE);
    }

    @Test
    void shows_what_was_expected_what_is_there_and_the_whole_plan() {
        assertThat(failure(() -> assertThat(plan).sets("proxyAddresses", "smtp:ada@x", "smtp:al@x")))
                .isEqualTo("""
                        the plan for ada: the values that it leaves in proxyAddresses:
                          - smtp:ada@x   # expected, and not there
                          + SMTP:ada@x   # there, and not expected   # only its case differs from smtp:ada@x
                            smtp:al@x
                        The plan:
                        ~ CN=Ada,OU=People,DC=corp,DC=example
                          - proxyAddresses: smtp:ada@x
                          + proxyAddresses: SMTP:ada@x
                          + proxyAddresses: smtp:al@x   # The cloud changed it.
                          - extensionAttribute1: Sales\\u001b[31m   # The cloud changed it.
                        """);
    }

    @Test
    void shows_each_fact_in_which_two_plans_differ_and_no_other() {
        Plan other =
                new Plan(CloudObjectId.of("ada"), plan.entry(), plan.decisions().subList(1, 3), plan.disposition());

        assertThat(failure(() -> assertThat(plan).isEqualTo(other)))
                .contains("  + proxyAddresses result: [SMTP:ada@x, smtp:al@x]   # there, and not expected")
                .doesNotContain("mail result", "object:");
    }

    @Test
    void tells_that_only_the_order_of_the_decisions_differs() {
        List<AttributeDecision> turned = new ArrayList<>(plan.decisions());
        Collections.reverse(turned);
        Plan other = new Plan(plan.object(), plan.entry(), turned, plan.disposition());

        assertThat(failure(() -> assertThat(plan).isEqualTo(other))).contains("come in another order");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void fails_where_something_else_was_expected(int number) {
        Consumer<PlanAssert> wrong = switch (number) {
            case 0 -> it -> it.writesOnly("mail");
            case 1 -> PlanAssert::writesNothing;
            case 2 -> it -> it.adds("proxyAddresses", "smtp:al@x");
            case 3 -> it -> it.removes("extensionAttribute1");
            case 4 -> it -> it.sets("mail", "ada@x");
            case 5 -> it -> it.clears("proxyAddresses");
            case 6 -> it -> it.decides("mail", Verdict.CHANGE);
            case 7 -> it -> it.decides("department", Verdict.UNCHANGED);
            case 8 -> it -> it.isSkippedFor(SkipReason.NOT_IN_SCOPE);
            default -> it -> it.isRefusedWith(ErrorCode.REJECTED);
        };

        assertThat(failure(() -> wrong.accept(assertThat(plan))))
                .startsWith("the plan for ada: ")
                .contains("~ CN=Ada,OU=People,DC=corp,DC=example");
    }

    @Test
    void does_not_take_another_reason_or_error_for_the_one_that_was_expected() {
        assertThat(failure(() -> assertThat(SampleStatus.refused()).isRefusedWith(ErrorCode.REJECTED)))
                .contains("it was to be refused with Rejected", "! CN=Ada", "AmbiguousMatch");
        Plan skipped = plan.skipped(SkipReason.NOT_IN_SCOPE, "It is elsewhere.");
        assertThat(failure(() -> assertThat(skipped).isSkippedFor(SkipReason.REMOVED)))
                .contains("it was to be skipped for Removed", "NotInScope: It is elsewhere.");
        // What is refused writes nothing, whatever its decisions say.
        assertThat(failure(() -> assertThat(SampleStatus.refused()).clears("extensionAttribute1")))
                .contains("was to be written, and is left");
    }

    @Test
    void tells_kinds_of_values_apart_and_shows_no_value_that_is_not_to_be_seen() {
        assertThat(failure(() -> assertThat(SampleStatus.of(AttributeValue.text("1"), Disclosure.OPEN))
                        .isEqualTo(SampleStatus.of(AttributeValue.whole(1), Disclosure.OPEN))))
                .contains("mail result: [Whole 1]", "mail result: [1]");
        assertThat(failure(() -> assertThat(SampleStatus.of(AttributeValue.text("one secret"), Disclosure.REDACTED))
                        .isEqualTo(SampleStatus.of(AttributeValue.text("another secret"), Disclosure.REDACTED))))
                .contains("they differ in values that are not to be shown", "+ mail: [Redact]")
                .doesNotContain("secret");
    }

    @Test
    void may_be_soft_and_takes_nothing_for_a_failure() {
        SoftAssertions softly = new SoftAssertions();
        softly.proxy(PlanAssert.class, Plan.class, plan).writesNothing();
        softly.proxy(PlanAssert.class, Plan.class, plan).decides("mail", Verdict.CHANGE);

        assertThat(softly.errorsCollected()).hasSize(2);
        assertThat(failure(() -> assertThat((Plan) null).writesNothing())).contains("not to be null");
        assertThat(failure(() -> assertThat(plan).isEqualTo(null))).isNotBlank();
    }

    @Test
    void keeps_the_description_of_the_test() {
        assertThatThrownBy(() -> assertThat(plan).as("the first plan").writesNothing())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("[the first plan] the plan for ada: ");
        assertThatThrownBy(() -> assertThat(plan).as("the first plan").decides("title", Verdict.SET))
                .hasMessageStartingWith("[the first plan] the plan for ada: it has no decision about title");
    }

    private static String failure(ThrowingCallable wrong) {
        Throwable failure = org.assertj.core.api.Assertions.catchThrowable(wrong);
        assertThat(failure).isInstanceOf(AssertionError.class);
        return failure.getMessage();
    }
}
