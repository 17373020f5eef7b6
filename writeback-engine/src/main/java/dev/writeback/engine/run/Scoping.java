package dev.writeback.engine.run;

import dev.writeback.engine.run.ScopeNames.Found;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.EntryPointer;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Arrival;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Finding.Level;
import dev.writeback.spi.ResolvedScope;
import dev.writeback.spi.ScopeConditions;
import dev.writeback.spi.ScopeRead;
import dev.writeback.spi.WritebackStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows who is in scope: what the directory said when a run began. Safe for many threads; a run that begins while another
 * one goes on renews it for both.
 */
public final class Scoping {

    private static final Logger LOG = LoggerFactory.getLogger(Scoping.class);

    private final DirectorySink directory;
    private final WritebackStore store;
    private final ScopeConditions conditions;
    private final InstantSource time;
    private final String namesOf;
    private final String traceOf;
    private volatile State state;

    private record State(Containment containment, ScopeTrace trace) {}

    /** For these conditions; in scope is nothing before the first {@link #renew}, unless there are no conditions. */
    public Scoping(
            DirectorySink directory,
            WritebackStore store,
            ScopeConditions conditions,
            InstantSource time,
            String jobId) {
        this.directory = directory;
        this.store = store;
        this.conditions = conditions;
        this.time = time;
        this.namesOf = "scope-names:" + jobId;
        this.traceOf = "scope:" + jobId;
        this.state = state(List.of(), List.of(), ResolvedScope.nothing());
    }

    /** How it stood when it was last renewed. */
    Containment current() {
        return state.containment;
    }

    /** Asks the directory; if it cannot tell, or does not find what the scope names, the run must do nothing. */
    public void renew(Brake brake) {
        if (conditions.isEmpty() || brake.isPulled()) {
            return;
        }
        try {
            resolve(Keeping.NAMES).ifPresent(problem -> brake.pull(Brake.Cause.DIRECTORY_UNREACHABLE, problem));
        } catch (RuntimeException fault) {
            LOG.error("the store failed to keep what the scope names", fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
        }
    }

    /** Whether what names meant is kept. */
    private enum Keeping {
        NAMES,
        NOTHING
    }

    private Optional<Problem> resolve(Keeping keeping) {
        Optional<Cursor> kept = store.intake().cursor(namesOf);
        ScopeNames names = ScopeNames.of(kept);
        return read(names.asked(conditions))
                .match(
                        resolved -> settle(names, kept, resolved.scope(), keeping),
                        failed -> Optional.of(failed.problem()));
    }

    /** The organizational units in scope, as far as they were found when it was last looked. */
    public List<Dn> units() {
        return state.containment.units();
    }

    /** Looks whether all is there that the scope names; keeps nothing. Nothing if it names nothing. */
    public Optional<Finding> check() {
        if (conditions.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(resolve(Keeping.NOTHING)
                    .map(problem -> new Finding(Level.ERROR, "scope", problem.reason(), problem.action()))
                    .orElseGet(() -> Finding.ok("scope", found())));
        } catch (RuntimeException fault) {
            return Optional.of(new Finding(
                    Level.ERROR,
                    "scope",
                    "What the scope named before cannot be read from the store.",
                    "Mend the store; no run can begin without it."));
        }
    }

    private String found() {
        return "What the scope names is there: organizational units %d, groups %d with %d members%s."
                .formatted(
                        conditions.organizationalUnits().size(),
                        conditions.groups().size(),
                        state.containment.scope().membership().entries().size(),
                        conditions.filter().isPresent() ? ", and a filter" : "");
    }

    private ScopeRead read(ScopeConditions asked) {
        try {
            return directory.scope(asked);
        } catch (RuntimeException fault) {
            LOG.warn("asking for the scope ended in a {}", fault.getClass().getName());
            LOG.debug("the scope", fault);
            return new ScopeRead.Unresolved(Problems.internal("Asking for the scope", fault));
        }
    }

    private Optional<Problem> settle(ScopeNames names, Optional<Cursor> kept, ResolvedScope scope, Keeping keeping) {
        List<EntryId> units = new ArrayList<>();
        List<EntryId> groups = new ArrayList<>();
        Optional<Problem> problem = settle(names, "organizational unit", conditions.organizationalUnits(), scope, units)
                .or(() -> settle(names, "group", conditions.groups(), scope, groups));
        if (problem.isPresent()) {
            return problem;
        }
        names.cursor()
                .filter(now -> keeping == Keeping.NAMES && !kept.equals(Optional.of(now)))
                .ifPresent(now -> keep(namesOf, kept, now));
        state = state(units, groups, scope);
        return Optional.empty();
    }

    private static Optional<Problem> settle(
            ScopeNames names, String kind, List<EntryPointer> pointers, ResolvedScope scope, List<EntryId> found) {
        for (EntryPointer pointer : pointers) {
            Found outcome = names.settle(kind, pointer, scope.places());
            if (outcome instanceof Found.At at) {
                found.add(at.entry());
            } else if (scope.gap().isEmpty()) {
                // Otherwise it may be where nobody answers; whether an entry is within it cannot be told then.
                return Optional.of(((Found.Not) outcome).problem());
            }
        }
        return Optional.empty();
    }

    private State state(List<EntryId> units, List<EntryId> groups, ResolvedScope scope) {
        List<Dn> names = units.stream().map(EntryId::dn).toList();
        List<EntryId> named = new ArrayList<>(units);
        named.addAll(groups);
        return new State(new Containment(conditions, names, scope), ScopeTrace.of(conditions, named, scope));
    }

    /** What was in force when everything that is known was last looked at; nothing before the first time. */
    Optional<Cursor> settled() {
        return store.intake().cursor(traceOf);
    }

    /** What is in force; nothing if there are no conditions and never were any, or not all could be found out. */
    Optional<ScopeTrace> trace(Optional<Cursor> settled) {
        boolean isUnlimited = conditions.isEmpty() && settled.isEmpty();
        boolean isWhole = state.containment.scope().gap().isEmpty();
        return isUnlimited || !isWhole ? Optional.empty() : Optional.of(state.trace);
    }

    /** That everything was looked at that this may concern. */
    void settle(Optional<Cursor> before, ScopeTrace trace) {
        if (!before.equals(Optional.of(trace.cursor()))) {
            keep(traceOf, before, trace.cursor());
        }
    }

    private void keep(String name, Optional<Cursor> before, Cursor now) {
        if (!store.intake().accept(new Arrival(name, before, List.of(), List.of(), now, time.instant()))) {
            LOG.debug("another process keeps {} too, and was faster", name);
        }
    }
}
