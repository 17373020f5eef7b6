package dev.writeback.testkit.assertion;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Provenance;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.plan.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Plans and statuses of one mailbox. */
final class SampleStatus {

    static final CloudObjectId ADA = CloudObjectId.of("ada");

    private SampleStatus() {}

    /** Changes the case of an address, adds another, clears an attribute and leaves a third. */
    static Plan plan() {
        return new Plan(
                ADA,
                Optional.of(new EntryId(new ObjectGuid(new UUID(1, 2)), Dn.of("CN=Ada,OU=People,DC=corp,DC=example"))),
                List.of(
                        decision("proxyAddresses", List.of("smtp:ada@x"), List.of("SMTP:ada@x", "smtp:al@x")),
                        decision("extensionAttribute1", List.of("Sales\u001b[31m"), List.of()),
                        decision("mail", List.of("ada@x"), List.of("ada@x"))),
                new Disposition.Write());
    }

    /** Sets mail to this value. */
    static Plan of(AttributeValue value, Disclosure disclosure) {
        AttributeName mail = AttributeName.of("mail");
        AttributeDecision decision = new AttributeDecision(
                mail,
                "TheMail",
                Optional.of(List.of(value)),
                List.of(),
                Optional.empty(),
                List.of(value),
                Verdict.SET,
                "The cloud states it.",
                Optional.of(new Modification(mail, List.of(), List.of(value))),
                List.of(),
                disclosure,
                Provenance.directory("sample"));
        return new Plan(ADA, plan().entry(), List.of(decision), new Disposition.Write());
    }

    static Plan refused() {
        return plan().refused(Problem.of(ErrorCode.AMBIGUOUS_MATCH, "Two entries have its anchor.", "Take one away."));
    }

    static Status status(Step.Result result, Plan plan, Problem... problem) {
        return new Status(
                "s1",
                Instant.EPOCH,
                Duration.ofMillis(5),
                "run1",
                "c1",
                "job",
                Optional.of(ADA),
                Optional.of(plan),
                result,
                Stream.of(problem).findFirst(),
                List.of(new Step(
                        "EntryExport",
                        Step.Type.EXPORT,
                        result,
                        "The entry was looked at.",
                        result == Step.Result.SKIPPED
                                ? Map.of("SkipReason", SkipReason.REDUNDANT_EXPORT.label())
                                : Map.of())));
    }

    private static AttributeDecision decision(String attribute, List<String> had, List<String> result) {
        AttributeName name = AttributeName.of(attribute);
        List<AttributeValue> before = values(had);
        List<AttributeValue> after = values(result);
        boolean same = had.equals(result);
        return new AttributeDecision(
                name,
                "The" + attribute,
                Optional.of(after),
                before,
                Optional.of(before),
                after,
                same ? Verdict.UNCHANGED : Verdict.CHANGE,
                same ? "Both hold the same." : "The cloud changed it.",
                same ? Optional.empty() : Optional.of(new Modification(name, before, after)));
    }

    private static List<AttributeValue> values(List<String> texts) {
        return texts.stream().map(AttributeValue::text).toList();
    }
}
