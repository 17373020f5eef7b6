package dev.writeback.engine;

import dev.writeback.engine.mapping.Explanation;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.run.Brake;
import dev.writeback.engine.run.Cycle;
import dev.writeback.engine.run.Deciding;
import dev.writeback.engine.run.MemoryStore;
import dev.writeback.engine.run.Schedule;
import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.AppliedPlan;
import dev.writeback.plan.Plan;
import dev.writeback.plan.RollBack;
import dev.writeback.plan.Side;
import dev.writeback.spi.CheckRequest.Depth;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Holding;
import dev.writeback.spi.JournalLine;
import dev.writeback.spi.WritebackStore;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Carries what changed in the cloud to the directory.
 *
 * <pre>{@code
 * try (Writeback writeback = Writeback.builder().source(feed).directory(directory).reporter(log).build()) {
 *     RunReport report = writeback.runOnce();
 * }
 * }</pre>
 *
 * <p>Safe for many threads. Runs and plans go one after the other; one object can be provisioned meanwhile. Nothing that
 * a source, a directory or a reporter may do makes a method throw: it stands in the report. The exception is what the
 * host's own callbacks throw, and {@link IllegalStateException} once it is closed.
 */
public final class Writeback implements AutoCloseable {

    private final Engine engine;
    private final HealthCheck health;
    private final Profile profile;
    private final Consumer<RunReport> listener;

    private final Life life = new Life();
    private final Timetable timetable = new Timetable(life);

    Writeback(Engine engine, HealthCheck health, Profile profile, Consumer<RunReport> listener) {
        this.engine = engine;
        this.health = health;
        this.profile = profile;
        this.listener = listener;
    }

    /** Collects the parts. */
    public static WritebackBuilder builder() {
        return new WritebackBuilder();
    }

    /** A store that forgets everything when the process ends; it may serve several in turn until then. */
    public static WritebackStore memoryStore() {
        return new MemoryStore();
    }

    /**
     * Takes in what changed since the last run, and works off what is pending or due for its retry. Drift, that only the
     * directory changed something, is reported and left.
     */
    public RunReport runOnce() {
        return run(Cycle.Kind.DELTA);
    }

    /** As {@link #runOnce}, but brings every known object to what the authorities say, whether or not it changed. */
    public RunReport reconcile() {
        return run(Cycle.Kind.INITIAL);
    }

    /**
     * Runs now and again and again, on a thread of its own, until {@link #close}; at once if the source has news. While
     * the source, the directory or the store cannot be reached the pause doubles, to at most a minute. As long as a run is
     * held, the others take in what changed and write nothing; they go on by themselves once somebody has decided.
     *
     * @param interval the pause after each run that goes on without news; more than zero
     * @throws IllegalStateException if it was started before
     */
    public void start(Duration interval) {
        timetable.begin(this::turn, engine::mayHaveNews, interval);
    }

    /**
     * Everything but the write: takes in what changed, and shows the plan of each object that is pending or due. The
     * pending work stays as it was.
     *
     * @param show called for one plan after the other, on the calling thread
     */
    public PlanReport plan(Consumer<Plan> show) {
        return life.exclusively(() -> engine.plan(show, life.brake()));
    }

    /**
     * Shows what differs in the directory although the cloud did not change: reads the entry of every object that
     * something was agreed about. It writes nothing, and the store stays as it is.
     *
     * @param show called for one object after the other, on the calling thread
     */
    public DriftReport drift(Consumer<Drifted> show) {
        return life.exclusively(() -> engine.drift(show, life.brake()));
    }

    /**
     * Shows drift as it comes, on a thread of its own, until {@link #close}: at first as {@link #drift}, and then what
     * changes, each drift once. It writes nothing, and the store stays as it is. Where the directory cannot tell what
     * changed, all entries are read each time.
     *
     * @param interval the pause after each look; more than zero
     * @param show called for one object after the other
     * @param looks called after each look
     * @throws IllegalStateException if it was started before, be it with this or with {@link #start}
     */
    public void followDrift(Duration interval, Consumer<Drifted> show, Consumer<DriftReport> looks) {
        Function<Brake, DriftReport> follower = engine.driftFollower(show);
        Runnable look = () -> looks.accept(life.exclusively(() -> follower.apply(life.brake())));
        timetable.begin(Schedule.Turn.always(look), () -> false, interval);
    }

    /**
     * Takes in what changed, and shows what handing objects back to on-premises management would overwrite in the cloud.
     *
     * @param ids which objects; all if there are none
     * @param show called for each object that would lose something or has no entry, on the calling thread
     */
    public RollBackReport rollBack(Collection<CloudObjectId> ids, Consumer<RollBack> show) {
        return life.exclusively(() -> engine.rollBack(ids, show, life.brake()));
    }

    /**
     * Carries saved plans out, exactly as they are: an entry that is no longer what its plan was made from is refused and
     * named, and nothing is planned anew. The document is looked through before anything is written. Objects stay as
     * pending as they were, since the cloud may have said something newer; the source is read only if an object is unknown.
     *
     * @param document plans that were made with this profile
     * @param show called for each plan that was to write, one after the other, on the threads that write
     * @throws dev.writeback.engine.json.InvalidPlanException if the document is malformed, cut off, changed by hand or for
     *     another profile; nothing was written then
     * @throws java.io.UncheckedIOException if it cannot be opened or read; nothing was written then
     */
    public ApplyReport apply(SavedPlans document, Consumer<AppliedPlan> show) {
        return life.exclusively(() -> engine.apply(document, profile.name(), show, life.brake()));
    }

    /** Takes in what changed, then brings one object to the directory, now, whether or not it is pending. */
    public ProvisionReport provision(CloudObjectId id) {
        return life.alive(() -> engine.provision(id, life.brake()));
    }

    /** As {@link #provision}, but nothing is written, and the object is as pending as before. */
    public ProvisionReport previewProvision(CloudObjectId id) {
        return life.alive(() -> engine.preview(id, life.brake()));
    }

    /**
     * Takes back what a run wrote, entry by entry: each attribute goes back to what it was before, value by value where it
     * has many, unless somebody has changed it since then. The undo is a run of its own, so that it can be undone too.
     * What was undone is not written again before the cloud changes it; {@link #reconcile} does write it.
     *
     * @param run the {@code cycleId} of its report and statuses
     */
    public UndoReport undo(String run) {
        return life.exclusively(() -> engine.undo(run, life.brake()));
    }

    /**
     * As {@link #undo}, but everything but the write.
     *
     * @param show called for one plan after the other, on the calling thread
     */
    public UndoReport previewUndo(String run, Consumer<Plan> show) {
        return life.exclusively(() -> engine.previewUndo(run, show, life.brake()));
    }

    /**
     * Shows what was written and decided, in the order in which it was kept; values that are not to be seen are replaced by
     * {@code [Redact]}.
     *
     * @param run only this run; nothing for all
     * @param show called for one line after the other, on the calling thread
     */
    public JournalReport journal(Optional<String> run, Consumer<JournalLine> show) {
        return life.alive(() -> engine.journal(run, show));
    }

    /**
     * Shows the objects that have conflicts which a person must decide, with the values of both sides as they were when the
     * conflict was found. It changes nothing.
     *
     * @param show called for one object after the other, on the calling thread; values that are not to be shown say so
     */
    public void parked(Consumer<Holding> show) {
        life.alive(() -> {
            engine.parked(show, life.brake());
            return show;
        });
    }

    /**
     * Decides a conflict that {@link #parked} shows. Once all conflicts of the object are decided, the next run
     * carries that out: for the cloud it writes the cloud's values; for the directory its values stay until one of the
     * sides changes again. It is refused if one of them has changed since the
     * conflict was found: then the choice would be about values that nobody looked at.
     *
     * @param side {@link Side#CLOUD} or {@link Side#DIRECTORY}
     * @throws IllegalArgumentException if it is for both sides
     */
    public DecisionReport decide(CloudObjectId object, AttributeName attribute, Side side) {
        return life.alive(() -> engine.decide(new Deciding.Decision(object, attribute, side), life.brake()));
    }

    /**
     * Shows each object that does not rest, and tells how many stand how, which runs are held and how the last one ended.
     * It changes nothing.
     *
     * @param show called for one object after the other, on the calling thread; what a held run was to write is shown as
     *     far as it may be
     */
    public StatusReport status(Consumer<Holding> show) {
        return life.alive(() -> engine.status(show, life.brake()));
    }

    /**
     * Ends the hold: carries out what was to be written by the runs that are held, exactly as {@link #status} shows it and
     * whatever the limits say. An entry that was changed since is refused and named, and its object planned anew by the
     * next run; so is one about which something new was said. What is interrupted goes on when it is called again.
     *
     * @param show called for each plan, one after the other, on the threads that write
     * @return what became of the plans; if nothing was held, it completed and its problem says so
     */
    public ApplyReport approve(Consumer<AppliedPlan> show) {
        return life.exclusively(() -> engine.approve(show, life.brake()));
    }

    /**
     * Ends the hold, and drops what was to be written by the runs that are held: each of the objects is left alone until
     * something new is said about it, or {@link #reconcile}.
     */
    public RejectReport reject() {
        return life.exclusively(() -> engine.reject(life.brake()));
    }

    /**
     * Makes objects pending now, so that the next run takes them: those that are named, however they stand, one that
     * expired too; or, if none is named, everything that failed and waits for its retry.
     */
    public RetryReport retry(Collection<CloudObjectId> ids) {
        return life.alive(() -> engine.retry(ids));
    }

    /** Looks whether profile, store and directory allow a run; changes nothing. */
    public List<Finding> check() {
        return check(Depth.USUAL);
    }

    /** The same to another depth; {@link Depth#START} is for whoever is about to run, and names only what forbids it. */
    public List<Finding> check(Depth depth) {
        return life.alive(() -> health.findings(depth));
    }

    /** What the profile does with an attribute, named as the directory or the cloud names it; empty if nothing. */
    public List<Explanation> explain(AttributeName attribute) {
        return profile.explain(attribute);
    }

    /**
     * Finishes the writes that are in flight, gives back what was not begun, delivers what the reporter takes, and ends
     * all threads. Does nothing the second time. Source, directory and store stay the host's to close. From within one of
     * the host's callbacks it only asks the run to end.
     */
    @Override
    public void close() {
        life.end(() -> {
            timetable.close();
            engine.close();
        });
    }

    private Schedule.Next turn() {
        return switch (runOnce().ending()) {
            case SOURCE_UNREACHABLE, DIRECTORY_UNREACHABLE, STORE_FAILED -> Schedule.Next.LATER;
            case COMPLETED, COMPLETED_WITH_FAILURES, HELD, STOPPED -> Schedule.Next.AGAIN;
        };
    }

    private RunReport run(Cycle.Kind kind) {
        RunReport report = life.exclusively(() -> engine.run(kind, life.brake()));
        listener.accept(report);
        return report;
    }
}
