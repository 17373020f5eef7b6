package dev.writeback.engine.guard;

import dev.writeback.model.AttributeName;
import dev.writeback.plan.Destruction;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What plans destroy. */
public final class Destructions {

    private static final AttributeName ADDRESSES = AttributeName.of("proxyAddresses");

    private Destructions() {}

    /** What is lost if a plan is carried out; nothing if it writes nothing. */
    public static Destruction of(Plan plan) {
        if (!plan.writes()) {
            return Destruction.none();
        }
        long addresses =
                plan.modifications().stream().mapToLong(Destructions::addresses).sum();
        return new Destruction(plan.destroyed(), addresses, 1);
    }

    /** What is lost if all of these plans are carried out. */
    public static Destruction of(Collection<Plan> plans) {
        return plans.stream().map(Destructions::of).reduce(Destruction.none(), Destruction::and);
    }

    /** One whose case alone changes leads to the entry as before. */
    private static long addresses(Modification modification) {
        if (!modification.attribute().equals(ADDRESSES)) {
            return 0;
        }
        Set<String> added =
                modification.add().stream().map(Destructions::folded).collect(Collectors.toSet());
        return modification.remove().stream()
                .map(Destructions::folded)
                .filter(address -> !added.contains(address))
                .count();
    }

    private static String folded(Object address) {
        return address.toString().toLowerCase(Locale.ROOT);
    }
}
