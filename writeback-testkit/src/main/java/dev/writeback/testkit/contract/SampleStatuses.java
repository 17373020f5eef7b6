package dev.writeback.testkit.contract;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
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

/** Statuses of every form. */
final class SampleStatuses {

    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private static final CloudObjectId ADA = CloudObjectId.of("ada");
    private static final Problem PROBLEM =
            new Problem(ErrorCode.REJECTED, "The directory said \"no\".\nTwice.", "Look at it.", "00002082: AtrErr\n");

    private SampleStatuses() {}

    /** A success with nothing to tell. */
    static Status plain(String id) {
        return of(id, Optional.empty(), Step.Result.SUCCESS, Optional.empty());
    }

    /** A value that was written. */
    static Status written(String id) {
        AttributeName attribute = AttributeName.of("extensionAttribute1");
        List<AttributeValue> wanted = List.of(AttributeValue.text("R&D \"<\n\u0130\ud83d\ude00"));
        EntryId entry = new EntryId(new ObjectGuid(new UUID(7, 1)), Dn.of("CN=Ada\\, L,OU=People,DC=corp,DC=example"));
        AttributeDecision decision = new AttributeDecision(
                attribute,
                "CustomAttribute1",
                Optional.of(wanted),
                List.of(),
                Optional.empty(),
                wanted,
                Verdict.SET,
                "The cloud states it.",
                Optional.of(new Modification(attribute, List.of(), wanted)));
        Plan plan = new Plan(ADA, Optional.of(entry), List.of(decision), new Disposition.Write());
        return of(id, Optional.of(plan), Step.Result.SUCCESS, Optional.empty());
    }

    /** An object that was left alone. */
    static Status skipped(String id) {
        Disposition skip = new Disposition.Skip(SkipReason.NOT_CLOUD_MANAGED, "The directory is its master.");
        return of(
                id,
                Optional.of(new Plan(ADA, Optional.empty(), List.of(), skip)),
                Step.Result.SKIPPED,
                Optional.empty());
    }

    /** A failure. */
    static Status failed(String id) {
        return of(id, Optional.empty(), Step.Result.FAILURE, Optional.of(PROBLEM));
    }

    /** Something of the source that could not be read so far as to know the object. */
    static Status unreadable(String id) {
        return new Status(
                id,
                NOW,
                Duration.ZERO,
                "cycle",
                "change",
                "job",
                Optional.empty(),
                Optional.empty(),
                Step.Result.FAILURE,
                Optional.of(PROBLEM),
                List.of());
    }

    private static Status of(String id, Optional<Plan> plan, Step.Result result, Optional<Problem> problem) {
        Step export = new Step(
                "EntryExport", Step.Type.EXPORT, result, "It was \"done\".\nReally.", Map.of("server", "dc1:636"));
        return new Status(
                id,
                NOW,
                Duration.ofMillis(12),
                "cycle",
                "change",
                "job",
                Optional.of(ADA),
                plan,
                result,
                problem,
                List.of(export));
    }
}
