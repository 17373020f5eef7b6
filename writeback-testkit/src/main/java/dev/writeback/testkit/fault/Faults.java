package dev.writeback.testkit.fault;

import dev.writeback.testkit.time.Pause;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A plan of faults: which calls of which ports go wrong, and how.
 *
 * <pre>{@code
 * Faults plan = Faults.none()
 *         .on(Call.WRITE, nth(3), Fault.cutAfter())
 *         .on(Call.LOOKUP, every(5), Fault.unavailable())
 *         .on(Call.WRITE, touching("proxyAddresses"), Fault.refused(ErrorCode.INVALID_VALUE));
 * Injection faults = plan.begin();
 * Writeback writeback =
 *         Writeback.builder().source(faults.source(cloud)).directory(faults.directory(sink)). ... .build();
 * ...
 * assertThat(faults.unmet()).isEmpty();
 * }</pre>
 *
 * <p>A call meets the first fault, in the order of the plan, that is for it and has something to have an effect on, and every
 * delay. Immutable: each method gives another plan, and one plan may be begun many times.
 */
public final class Faults {

    private static final Faults NONE = new Faults(List.of());

    private final List<Rule> rules;

    private Faults(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** A plan in which nothing goes wrong. */
    public static Faults none() {
        return NONE;
    }

    /**
     * The same plan with one line more.
     *
     * @throws IllegalArgumentException if such a call cannot meet such a fault, or does not tell what it is to be about
     */
    public Faults on(Call call, When when, Fault fault) {
        return on(List.of(call), when, fault);
    }

    /**
     * The same plan with one line more for each of these calls; each is counted for itself.
     *
     * @throws IllegalArgumentException if one of the calls cannot meet such a fault, or does not tell what it is to be about
     */
    public Faults on(Collection<Call> calls, When when, Fault fault) {
        List<Rule> all = new ArrayList<>(rules);
        calls.forEach(call -> all.add(new Rule(call, when, fault)));
        return new Faults(all);
    }

    /** This plan, and the other after it. */
    public Faults and(Faults other) {
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(other.rules);
        return new Faults(all);
    }

    /**
     * Begins to carry it out, with all counts at zero.
     *
     * @throws IllegalStateException if it has a delay, for nothing says then how time passes; see {@link #begin(Pause)}
     */
    public Injection begin() {
        if (rules.stream().anyMatch(rule -> rule.fault() instanceof Fault.Delay)) {
            throw new IllegalStateException("the plan delays calls; begin it with a Pause, which says how time passes");
        }
        return begin(time -> {});
    }

    /**
     * Begins to carry it out, with all counts at zero.
     *
     * @param pause how the time of delays passes; {@link Pause#moving} has nobody wait
     */
    public Injection begin(Pause pause) {
        return new Injection(rules, pause);
    }

    /** The plan, a line for each of its lines. */
    @Override
    public String toString() {
        return rules.isEmpty()
                ? "nothing goes wrong"
                : rules.stream().map(Rule::toString).collect(Collectors.joining("\n"));
    }
}
