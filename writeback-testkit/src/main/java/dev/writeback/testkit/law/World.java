package dev.writeback.testkit.law;

import dev.writeback.model.CloudChange;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Status;
import dev.writeback.spi.EntryWrite;
import dev.writeback.testkit.arbitrary.History;
import dev.writeback.testkit.arbitrary.HistoryStep;
import dev.writeback.testkit.arbitrary.Trouble;
import dev.writeback.testkit.cloud.RecordingReporter;
import dev.writeback.testkit.cloud.ScriptedCloud;
import dev.writeback.testkit.time.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An engine with everything around it, in which a history is played. One thread plays; the engine may have many. */
final class World implements AutoCloseable {

    private static final Duration STEP = Duration.ofMinutes(1);
    /** Longer than an engine lets anything wait for its next try. */
    private static final Duration PATIENCE = Duration.ofHours(7);

    private static final int MOST_RUNS = 30;
    private static final int CALM_RUNS = 2;

    private final Trial trial;
    private final ScriptedCloud cloud = ScriptedCloud.empty();
    private final RecordingReporter reporter = new RecordingReporter();
    private final SettableClock clock = SettableClock.at("2026-11-21T10:00:00Z");
    private final List<CloudChange> delivered = new ArrayList<>();
    private final Field field;
    private final WatchedSink sink;
    private final EngineUnderTest engine;
    private int outages;

    World(Trial trial) {
        this.trial = trial;
        field = new Field(trial.vocabulary());
        sink = new WatchedSink(field, () -> reporter.all().size());
        engine = trial.engine().apply(new Surroundings(cloud, sink, reporter, clock));
    }

    /** Plays all steps, and tells of each time that the engine works. */
    World play(History history, Runnable beforeRun, Runnable afterRun) {
        for (HistoryStep step : history.steps()) {
            boolean works = step instanceof HistoryStep.Ran || step instanceof HistoryStep.Reconciled;
            if (works) {
                beforeRun.run();
            }
            play(step);
            if (works) {
                afterRun.run();
            }
        }
        return this;
    }

    World play(History history) {
        return play(history, () -> {}, () -> {});
    }

    private void play(HistoryStep step) {
        if (step instanceof HistoryStep.News news) {
            deliver(List.of(news.change()));
        } else if (step instanceof HistoryStep.Repeated it && it.back() <= delivered.size()) {
            deliver(List.of(delivered.get(delivered.size() - it.back())));
        } else if (step instanceof HistoryStep.Edited edit) {
            field.edit(edit);
        } else if (step instanceof HistoryStep.Interfered it) {
            sink.interfere(it.edit());
        } else if (step instanceof HistoryStep.Failed it) {
            fail(it.trouble());
        } else if (step instanceof HistoryStep.Ran) {
            run();
        } else if (step instanceof HistoryStep.Reconciled) {
            reconcile();
        }
    }

    /** Lets the cloud say this, on a page of its own. */
    World deliver(List<CloudChange> changes) {
        delivered.addAll(changes);
        cloud.page(changes);
        return this;
    }

    World run() {
        work(engine::run);
        clock.advance(STEP);
        return this;
    }

    World reconcile() {
        work(engine::reconcile);
        clock.advance(STEP);
        return this;
    }

    /** Lets nothing fail any more, and runs until nothing comes of it. */
    World settle() {
        sink.calm();
        int calm = 0;
        for (int run = 0; run < MOST_RUNS && calm < CALM_RUNS + outages; run++) {
            int before = sink.writes().size() + reporter.all().size();
            clock.advance(PATIENCE);
            run();
            calm = sink.writes().size() + reporter.all().size() == before ? calm + 1 : 0;
        }
        if (calm < CALM_RUNS + outages) {
            throw new AssertionError(
                    "the engine does not come to rest: after %d runs without any change it still writes or reports"
                            .formatted(MOST_RUNS));
        }
        return this;
    }

    private void work(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException thrown) {
            throw new AssertionError(trial.about("an engine that throws nothing, and reports what is wrong"), thrown);
        }
    }

    private void fail(Trouble trouble) {
        switch (trouble) {
            case SOURCE_AWAY -> {
                outages++;
                cloud.unavailable(1);
            }
            case CURSOR_EXPIRED -> cloud.expired();
            case REPORT_FAILED -> reporter.failing(1);
            default -> sink.fail(trouble);
        }
    }

    /** What a run would do now, in the order of the objects; nothing if the engine does not tell. */
    List<Plan> plans() {
        List<Plan> plans = new ArrayList<>();
        engine.plan(plans::add);
        plans.sort(Comparator.comparing(Plan::object));
        return plans;
    }

    List<Status> statuses() {
        return reporter.all();
    }

    EngineUnderTest engine() {
        return engine;
    }

    Field field() {
        return field;
    }

    List<EntryWrite> writes() {
        return sink.writes();
    }

    List<Interference> interferences() {
        return sink.interferences();
    }

    @Override
    public void close() {
        engine.close();
    }
}
