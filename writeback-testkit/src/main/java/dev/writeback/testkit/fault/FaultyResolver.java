package dev.writeback.testkit.fault;

import dev.writeback.plan.Conflict;
import dev.writeback.plan.Resolution;
import dev.writeback.spi.ConflictResolver;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** A resolver that throws, or takes its time. */
record FaultyResolver(ConflictResolver real, Injection faults) implements ConflictResolver {

    @Override
    public Resolution resolve(Conflict conflict) {
        Supplier<Resolution> decided = () -> real.resolve(conflict);
        return faults.strike(
                        Call.RESOLVE,
                        () -> List.of(new Touched(Set.of(conflict.attribute()), Set.of(conflict.object()))))
                .map(strike -> strike.meet(decided, fault -> decided.get()))
                .orElseGet(decided);
    }
}
