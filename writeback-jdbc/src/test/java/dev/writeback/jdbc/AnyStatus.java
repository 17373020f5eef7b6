package dev.writeback.jdbc;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.EntryId;
import dev.writeback.model.Version;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Provenance;
import dev.writeback.plan.Side;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.plan.Verdict;
import dev.writeback.spi.RunRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Whatever may be reported. */
final class AnyStatus {

    private AnyStatus() {}

    static Arbitrary<Status> status() {
        Arbitrary<Duration> durations = Combinators.combine(
                        Arbitraries.longs(), Arbitraries.integers().between(0, 999_999_999))
                .as(Duration::ofSeconds);
        return Combinators.combine(
                        Anything.text(),
                        Anything.instant(),
                        durations,
                        plan().optional(),
                        problem().optional())
                .as((text, at, took, plan, problem) -> new Status(
                        text,
                        at,
                        took,
                        "r" + text,
                        "c" + text,
                        text + "j",
                        Optional.empty(),
                        plan,
                        Step.Result.WARNING,
                        problem,
                        List.of()))
                .flatMap(AnyStatus::withSteps);
    }

    private static Arbitrary<Status> withSteps(Status status) {
        Arbitrary<Step> steps = Combinators.combine(
                        Anything.text(),
                        Arbitraries.of(Step.Type.class),
                        Arbitraries.of(Step.Result.class),
                        Anything.text(),
                        Arbitraries.maps(Anything.text(), Anything.text()).ofMaxSize(2))
                .as(Step::new);
        return Combinators.combine(
                        Anything.id().optional(),
                        Arbitraries.of(Step.Result.class),
                        steps.list().ofMaxSize(3))
                .as((object, result, all) -> new Status(
                        status.id(),
                        status.at(),
                        status.took(),
                        status.cycleId(),
                        status.changeId(),
                        status.jobId(),
                        object,
                        status.plan(),
                        result,
                        status.problem(),
                        all));
    }

    static Arbitrary<Problem> problem() {
        return Combinators.combine(Arbitraries.of(ErrorCode.class), Anything.text(), Anything.text(), Anything.text())
                .as(Problem::new);
    }

    static Arbitrary<Plan> plan() {
        Arbitrary<Disposition> dispositions = Arbitraries.oneOf(
                Arbitraries.just(new Disposition.Write()),
                Combinators.combine(Arbitraries.of(SkipReason.class), Anything.text())
                        .as(Disposition.Skip::new),
                problem().map(Disposition.Refuse::new));
        return Combinators.combine(
                        Anything.id(),
                        Anything.entry().optional(),
                        decision().list().ofMaxSize(3),
                        dispositions)
                .filter((id, entry, decisions, disposition) -> isPossible(entry, decisions, disposition))
                .as(Plan::new);
    }

    static Arbitrary<RunRecord> run() {
        return Combinators.combine(
                        Anything.text(),
                        Anything.instant(),
                        Anything.instant().optional(),
                        Arbitraries.of(RunRecord.State.class),
                        problem().optional(),
                        Arbitraries.longs().optional(),
                        Arbitraries.maps(Anything.text(), Arbitraries.longs()).ofMaxSize(3))
                .as((id, started, ended, state, problem, enumerated, counts) -> new RunRecord(
                        id,
                        started,
                        ended,
                        state,
                        problem,
                        enumerated.map(OptionalLong::of).orElse(OptionalLong.empty()),
                        counts));
    }

    private static boolean isPossible(
            Optional<EntryId> entry, List<AttributeDecision> decisions, Disposition disposition) {
        return !(disposition instanceof Disposition.Write)
                || (entry.isPresent() && decisions.stream().anyMatch(AttributeDecision::writes));
    }

    private static Arbitrary<AttributeDecision> decision() {
        Arbitrary<Omission> omissions = Arbitraries.oneOf(
                Combinators.combine(Anything.id(), Anything.text()).as(Omission.Unresolved::new),
                Anything.text().map(Omission.HeldBack::new));
        return Combinators.combine(
                        Anything.name(),
                        Anything.values(),
                        otherValues().optional(),
                        otherValues().optional(),
                        otherValues(),
                        modification().optional(),
                        omissions.list().ofMaxSize(2),
                        provenance())
                .as((name, directory, cloud, baseline, result, modification, left, provenance) -> new AttributeDecision(
                        name,
                        "source",
                        cloud.map(it -> it.isEmpty() ? directory : it),
                        directory,
                        baseline.map(it -> it.isEmpty() ? directory : it),
                        result.isEmpty() ? directory : result,
                        Verdict.values()[directory.size()],
                        "because",
                        modification.map(it -> new Modification(name, it.remove(), it.add())),
                        left,
                        Disclosure.values()[left.size() % 2],
                        provenance));
    }

    /** None stands for those of the directory. */
    private static Arbitrary<List<AttributeValue>> otherValues() {
        return Anything.values();
    }

    private static Arbitrary<Modification> modification() {
        return Combinators.combine(
                        Anything.values(), Anything.value().list().ofMinSize(1).ofMaxSize(2))
                .as((remove, add) -> new Modification(AttributeName.of("any"), remove, add));
    }

    private static Arbitrary<Provenance> provenance() {
        Arbitrary<Version> versions = Combinators.combine(
                        Arbitraries.longs(), Arbitraries.longs().greaterOrEqual(0))
                .as(Version::new);
        return Combinators.combine(
                        Arbitraries.of(Side.class),
                        versions.optional(),
                        Anything.instant().optional(),
                        Anything.text())
                .as(Provenance::new);
    }
}
