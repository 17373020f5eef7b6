package dev.writeback.engine;

import dev.writeback.engine.exchange.AcceptedDomains;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.planning.UndoPlanner;
import dev.writeback.engine.run.Brake;
import dev.writeback.engine.run.Counts;
import dev.writeback.engine.run.Cycle;
import dev.writeback.engine.run.Deciding;
import dev.writeback.engine.run.Delivery;
import dev.writeback.engine.run.Dispatcher;
import dev.writeback.engine.run.DriftCheck;
import dev.writeback.engine.run.HeldRuns;
import dev.writeback.engine.run.IntakeRun;
import dev.writeback.engine.run.JournalReading;
import dev.writeback.engine.run.News;
import dev.writeback.engine.run.OnDemand;
import dev.writeback.engine.run.OnDemand.Shown;
import dev.writeback.engine.run.Parts;
import dev.writeback.engine.run.Releasing;
import dev.writeback.engine.run.SavedRun;
import dev.writeback.engine.run.Staging;
import dev.writeback.engine.run.TenantDomains;
import dev.writeback.engine.run.Undo;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.AppliedPlan;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.RollBack;
import dev.writeback.plan.Step;
import dev.writeback.spi.Holding;
import dev.writeback.spi.JournalLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the pieces of a run together: intake, dispatch, delivery, report. */
final class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final Parts parts;
    private final Delivery delivery;
    private final IntakeRun intake;
    private final Dispatcher dispatcher;
    private final Staging staging;
    private final OnDemand onDemand;
    private final Undo undo;
    private final Deciding deciding;
    private final Looking looking;
    private final JournalReading journal;
    private final TenantDomains domains;
    private final SavedRun saved;
    private final Quarantine quarantine;
    private final HeldRuns held;
    private final Releasing releasing;
    private final News news;

    /** A source is read by one thread at a time, whatever else goes on. */
    private final ReentrantLock reading = new ReentrantLock();

    Engine(Parts parts, Delivery delivery, Profile profile) {
        this.parts = parts;
        this.delivery = delivery;
        this.intake = new IntakeRun(parts);
        this.dispatcher = new Dispatcher(parts, delivery::wake);
        this.staging = new Staging(parts);
        this.deciding = new Deciding(parts);
        this.looking = new Looking(parts);
        this.undo = new Undo(parts, new UndoPlanner(profile), delivery::wake);
        this.journal = new JournalReading(parts);
        this.domains = new TenantDomains(parts);
        this.saved = new SavedRun(parts, delivery::wake);
        this.held = new HeldRuns(parts);
        this.quarantine = new Quarantine(parts, delivery);
        this.news = new News(parts);
        this.releasing = new Releasing(parts);
        this.onDemand = new OnDemand(parts, delivery::wake);
    }

    RunReport run(Cycle.Kind kind, Brake brake) {
        Cycle cycle = cycle(kind, brake);
        IntakeRun.Result in = read(cycle, brake);
        Dispatcher.Result dispatched = dispatcher.run(cycle, brake, in);
        Counts out = dispatched.counts();
        int undelivered = delivery.drain(brake);
        Ending ending = Endings.of(in, dispatched, brake);
        LOG.info(
                "run {} ended {}: {} read, {} written, {} unchanged, {} failed, {} statuses undelivered",
                cycle.id(),
                ending,
                in.read(),
                out.written(),
                out.unchanged(),
                out.failed(),
                undelivered);
        return new RunReport(
                cycle.id(),
                cycle.started(),
                sinceStartOf(cycle),
                Endings.counts(in, out),
                undelivered,
                dispatched.unwatched(),
                ending,
                Endings.problem(in, dispatched, brake));
    }

    PlanReport plan(Consumer<Plan> show, Brake brake) {
        Cycle cycle = cycle(Cycle.Kind.DELTA, brake);
        IntakeRun.Result in = read(cycle, brake);
        Staging.Result staged = staging.run(cycle, brake, show);
        return new PlanReport(
                cycle.started(),
                sinceStartOf(cycle),
                Endings.counts(in, staged.counts()),
                staged.held(),
                Endings.of(in, staged.counts(), brake),
                Endings.problem(in, brake));
    }

    /** Nothing agreed before counts: whoever asks for one object wants its entry looked at. */
    ProvisionReport provision(CloudObjectId id, Brake brake) {
        Cycle cycle = cycle(Cycle.Kind.INITIAL, brake);
        IntakeRun.Result in = read(cycle, brake);
        held.refuse(brake);
        ProvisionReport report = report(id, onDemand.provision(id, cycle, brake), in, brake);
        delivery.drain(brake);
        return report;
    }

    ProvisionReport preview(CloudObjectId id, Brake brake) {
        Cycle cycle = cycle(Cycle.Kind.INITIAL, brake);
        IntakeRun.Result in = read(cycle, brake);
        return report(id, onDemand.preview(id, cycle, brake), in, brake);
    }

    UndoReport undo(String run, Brake brake) {
        Cycle cycle = cycleWithoutSource();
        parts.scoping().renew(brake);
        held.refuse(brake);
        Undo.Result result = undo.run(run, cycle, brake);
        int undelivered = delivery.drain(brake);
        UndoReport report = UndoReport.of(run, cycle, sinceStartOf(cycle), result, undelivered, brake);
        LOG.info(
                "run {} was undone by {}, which ended {}: {} restored, {} attributes left, {} failed",
                run,
                cycle.id(),
                report.ending(),
                report.counts().restored(),
                report.counts().left(),
                report.counts().failed());
        return report;
    }

    UndoReport previewUndo(String run, Consumer<Plan> show, Brake brake) {
        Cycle cycle = cycleWithoutSource();
        parts.scoping().renew(brake);
        Undo.Result result = undo.preview(run, cycle, brake, show);
        return UndoReport.of(run, cycle, sinceStartOf(cycle), result, 0, brake);
    }

    JournalReport journal(Optional<String> run, Consumer<JournalLine> show) {
        JournalReading.Result result = journal.read(run, show);
        return new JournalReport(result.lines(), result.problem());
    }

    RetryReport retry(Collection<CloudObjectId> ids) {
        Releasing.Result result = releasing.release(ids);
        return new RetryReport(result.released(), result.unknown(), result.problem());
    }

    /** What the source has to say does not matter for it. */
    private Cycle cycleWithoutSource() {
        return new Cycle(parts.ids().get(), parts.time().instant(), Cycle.Kind.DELTA, AcceptedDomains.all());
    }

    DriftReport drift(Consumer<Drifted> show, Brake brake) {
        return looking.everything(looking.check(show), cycle(Cycle.Kind.DELTA, brake), brake);
    }

    /** A look for drift that remembers, each time it is taken, how far the one before came. */
    Function<Brake, DriftReport> driftFollower(Consumer<Drifted> show) {
        DriftCheck check = looking.check(show);
        return brake -> looking.changes(check, cycle(Cycle.Kind.DELTA, brake), brake);
    }

    RollBackReport rollBack(Collection<CloudObjectId> ids, Consumer<RollBack> show, Brake brake) {
        Cycle cycle = cycle(Cycle.Kind.INITIAL, brake);
        IntakeRun.Result in = read(cycle, brake);
        return looking.rollBack(ids, in, cycle, brake, show);
    }

    ApplyReport apply(SavedPlans document, String profile, Consumer<AppliedPlan> show, Brake brake) {
        SavedApply apply = new SavedApply(parts, profile, document, brake);
        parts.scoping().renew(brake);
        held.refuse(brake);
        return apply.run(saved, () -> readForPlans(apply.cycle(), brake), show, delivery::drain);
    }

    /** What comes in may say that nothing is to be written. */
    private IntakeRun.Result readForPlans(Cycle cycle, Brake brake) {
        IntakeRun.Result in = read(cycle, brake);
        held.refuse(brake);
        return in;
    }

    void parked(Consumer<Holding> show, Brake brake) {
        deciding.show(brake, show);
    }

    DecisionReport decide(Deciding.Decision decision, Brake brake) {
        Cycle cycle = cycle(Cycle.Kind.DELTA, brake);
        Optional<Problem> problem = deciding.decide(decision, cycle, brake);
        Ending ending = brake.reason()
                .map(reason -> Endings.of(reason.cause()))
                .orElse(problem.isEmpty() ? Ending.COMPLETED : Ending.COMPLETED_WITH_FAILURES);
        return new DecisionReport(
                cycle.id(), decision.object(), decision.attribute(), decision.side(), ending, problem);
    }

    StatusReport status(Consumer<Holding> show, Brake brake) {
        return quarantine.status(show, brake);
    }

    ApplyReport approve(Consumer<AppliedPlan> show, Brake brake) {
        parts.scoping().renew(brake);
        return quarantine.approve(cycleWithoutSource(), show, brake);
    }

    RejectReport reject(Brake brake) {
        return quarantine.reject(cycleWithoutSource(), brake);
    }

    void close() {
        delivery.close();
    }

    private static ProvisionReport report(CloudObjectId id, Optional<Shown> shown, IntakeRun.Result in, Brake brake) {
        Optional<Ending> stopped = brake.reason().map(reason -> Endings.of(reason.cause()));
        if (shown.isPresent()) {
            Shown it = shown.get();
            Ending ending = it.result() == Step.Result.FAILURE ? Ending.COMPLETED_WITH_FAILURES : Ending.COMPLETED;
            return new ProvisionReport(
                    id, Optional.of(it.plan()), it.result(), it.problem(), it.steps(), stopped.orElse(ending));
        }
        Optional<Problem> problem = Endings.problem(in, brake);
        if (problem.isEmpty() && stopped.isEmpty()) {
            problem = Optional.of(OnDemand.unknown(id));
        }
        Ending ending = in.problem().isPresent() ? Ending.SOURCE_UNREACHABLE : Ending.COMPLETED_WITH_FAILURES;
        return new ProvisionReport(
                id, Optional.empty(), Step.Result.FAILURE, problem, List.of(), stopped.orElse(ending));
    }

    private IntakeRun.Result read(Cycle cycle, Brake brake) {
        reading.lock();
        try {
            news.forget();
            return intake.run(cycle, brake);
        } finally {
            reading.unlock();
        }
    }

    /** Whether the source may have something to read; no while somebody reads it. */
    boolean mayHaveNews() {
        if (!reading.tryLock()) {
            return false;
        }
        try {
            return news.isThere();
        } finally {
            reading.unlock();
        }
    }

    private Cycle cycle(Cycle.Kind kind, Brake brake) {
        parts.scoping().renew(brake);
        reading.lock();
        try {
            return new Cycle(parts.ids().get(), parts.time().instant(), kind, domains.current(brake));
        } finally {
            reading.unlock();
        }
    }

    private Duration sinceStartOf(Cycle cycle) {
        Instant now = parts.time().instant();
        return Duration.between(cycle.started(), now);
    }
}
