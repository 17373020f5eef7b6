package dev.writeback.engine.merge;

import dev.writeback.plan.Conflict;
import dev.writeback.plan.Resolution;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/**
 * How conflicts are decided that no rule decides by itself.
 *
 * @param skew by how much the clocks of the two sides may differ: changes that lie closer together count as made at the
 *     same time; not negative
 * @param resolvers the host's, by the names that profiles use; each is taken to be pure, and watched
 */
public record Arbitration(Duration skew, Map<String, Function<Conflict, Resolution>> resolvers) {

    private static final Arbitration STANDARD = new Arbitration(Duration.ofMinutes(5), Map.of());

    public Arbitration {
        if (skew.isNegative()) {
            throw new IllegalArgumentException("the clock skew is %s; it must not be negative".formatted(skew));
        }
        resolvers = Map.copyOf(resolvers);
    }

    /** A skew of 5 minutes, which is what Kerberos allows the clocks of a domain, and no resolvers. */
    public static Arbitration standard() {
        return STANDARD;
    }
}
