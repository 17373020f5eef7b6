package dev.writeback.testkit.fault;

import dev.writeback.plan.Extent;
import dev.writeback.plan.Problem;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Lookups that fail, as a whole or for some of the entries that are sought. */
final class FaultyLookups {

    private final DirectorySink real;
    private final Injection faults;
    private final FormerEntries former = new FormerEntries();
    private final boolean remembers;

    FaultyLookups(DirectorySink real, Injection faults) {
        this.real = real;
        this.faults = faults;
        this.remembers = faults.mayInject(Fault.Stale.class);
    }

    List<LookupOutcome> lookup(LookupRequest request) {
        Supplier<List<Touched>> parts = new Once<>(() -> Parts.of(request));
        Supplier<List<LookupOutcome>> asked = new Once<>(() -> real.lookup(request));
        List<LookupOutcome> told = answer(faults.strike(Call.LOOKUP, parts), request, parts, asked);
        if (remembers) {
            former.told(request, told);
        }
        return told;
    }

    private List<LookupOutcome> answer(
            Optional<Strike> strike,
            LookupRequest request,
            Supplier<List<Touched>> parts,
            Supplier<List<LookupOutcome>> asked) {
        return strike.map(it -> it.meet(asked, fault -> failed(it, request, parts, asked)))
                .orElseGet(asked);
    }

    private List<LookupOutcome> failed(
            Strike strike, LookupRequest request, Supplier<List<Touched>> parts, Supplier<List<LookupOutcome>> asked) {
        List<LookupOutcome> outcomes = new ArrayList<>();
        boolean changed = false;
        for (int i = 0; i < parts.get().size(); i++) {
            boolean isHit = !strike.isNarrow() || strike.hits(parts.get().get(i));
            // A plain failure of the whole is told without asking anybody.
            LookupOutcome outcome =
                    isHit ? one(strike.fault(), request, i, asked) : asked.get().get(i);
            changed |= isHit
                    && !(isPartial(strike.fault()) && outcome.equals(asked.get().get(i)));
            outcomes.add(outcome);
        }
        return changed ? outcomes : answer(strike.instead(), request, parts, asked);
    }

    private LookupOutcome one(Fault fault, LookupRequest request, int index, Supplier<List<LookupOutcome>> asked) {
        if (fault instanceof Fault.Stale) {
            return former.of(request, asked.get().get(index));
        } else if (fault instanceof Fault.HalfDelivered
                && index < request.anchors().size() / 2) {
            return asked.get().get(index);
        }
        return outcome(fault);
    }

    private static boolean isPartial(Fault fault) {
        return fault instanceof Fault.Stale || fault instanceof Fault.HalfDelivered;
    }

    private static LookupOutcome outcome(Fault fault) {
        Problem problem = Sayings.ofDirectory(fault);
        if (fault instanceof Fault.Unavailable away) {
            return new LookupOutcome.Unavailable(problem, away.extent());
        }
        return switch (problem.code()) {
            case ENTRY_NOT_FOUND -> new LookupOutcome.NotFound(problem);
            case AMBIGUOUS_MATCH -> new LookupOutcome.Ambiguous(problem);
            default ->
                new LookupOutcome.Unavailable(
                        problem, fault instanceof Fault.HalfDelivered ? Extent.ENTRY : Extent.DIRECTORY);
        };
    }
}
