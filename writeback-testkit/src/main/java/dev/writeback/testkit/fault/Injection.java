package dev.writeback.testkit.fault;

import dev.writeback.spi.CloudSource;
import dev.writeback.spi.ConflictResolver;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.StatusReporter;
import dev.writeback.spi.WritebackStore;
import dev.writeback.testkit.time.Pause;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A plan that is being carried out. It wraps the ports of a test, counts their calls, lets them meet what the plan says,
 * and remembers what it did. One may wrap any number of ports, which count together. Thread-safe.
 */
public final class Injection {

    /** A line of the plan, with how many calls it has counted and struck. */
    private record Counted(Rule rule, AtomicLong calls, AtomicLong strikes) {}

    /** A line that strikes the call of this number. */
    private record Due(Counted line, long number) {}

    private final List<Counted> lines;
    private final Pause pause;
    private final Map<Call, AtomicLong> calls = new EnumMap<>(Call.class);
    private final ConcurrentLinkedQueue<Injected> injected = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    Injection(List<Rule> rules, Pause pause) {
        this.lines = rules.stream()
                .map(rule -> new Counted(rule, new AtomicLong(), new AtomicLong()))
                .toList();
        this.pause = pause;
        for (Call call : Call.values()) {
            calls.put(call, new AtomicLong());
        }
    }

    /** This source, with the faults of the plan. */
    public CloudSource source(CloudSource real) {
        return new FaultySource(real, this);
    }

    /** This directory and its watch, with the faults of the plan. */
    public DirectorySink directory(DirectorySink real) {
        return new FaultySink(real, this);
    }

    /** This reporter, with the faults of the plan. */
    public StatusReporter reporter(StatusReporter real) {
        return new FaultyReporter(real, this);
    }

    /** This store and all its parts, with the faults of the plan. */
    public WritebackStore store(WritebackStore real) {
        return new FaultyStore(real, this);
    }

    /** This resolver, with the faults of the plan. */
    public ConflictResolver resolver(ConflictResolver real) {
        return new FaultyResolver(real, this);
    }

    /** What was injected so far, the oldest first. A copy. */
    public List<Injected> injected() {
        return List.copyOf(injected);
    }

    /** What was injected so far into calls of this kind, the oldest first. */
    public List<Injected> injected(Call call) {
        return injected.stream().filter(one -> one.call() == call).toList();
    }

    /** How many calls of this kind there were, with and without a fault. */
    public long calls(Call call) {
        return count(call).get();
    }

    /** The lines of the plan that nothing came of so far, as the plan prints them; a test that expects none cannot pass for nothing. */
    public List<String> unmet() {
        return lines.stream()
                .filter(line -> line.strikes().get() == 0)
                .map(line -> line.rule().toString())
                .toList();
    }

    /** Lets nothing go wrong any more: the trouble is over. Calls are counted on. */
    public void end() {
        ended = true;
    }

    /**
     * Counts a call and finds what it meets; for who wraps a port of another kind. Delays pass before this returns.
     *
     * @param call the call
     * @param parts what the parts of the call touch; asked for only if a line of the plan wants to know
     * @return the fault, which counts as injected; nothing if the call is to go its way
     */
    public Optional<Strike> strike(Call call, Supplier<List<Touched>> parts) {
        count(call).incrementAndGet();
        if (ended) {
            return Optional.empty();
        }
        Supplier<List<Touched>> known = new Once<>(parts);
        List<Due> due = new ArrayList<>();
        for (Counted line : lines) {
            Rule rule = line.rule();
            if (rule.call() != call || !counts(rule.when(), known)) {
                continue;
            }
            Due one = new Due(line, line.calls().incrementAndGet());
            if (!rule.when().strikes(one.number())) {
                continue;
            }
            if (rule.fault() instanceof Fault.Delay delay) {
                record(one);
                pause.pass(delay.by());
            } else {
                due.add(one);
            }
        }
        return first(due.iterator());
    }

    /** Whether this is the call that fails after half a page came. No line of the plan counts it. */
    boolean isCutOff(Call call, AtomicBoolean broken) {
        boolean fails = broken.getAndSet(false) && !ended;
        if (fails) {
            count(call).incrementAndGet();
        }
        return fails;
    }

    /** Whether the plan has such a fault at all; what it needs must be kept from the beginning. */
    public boolean mayInject(Class<? extends Fault> kind) {
        return lines.stream().anyMatch(line -> kind.isInstance(line.rule().fault()));
    }

    private Optional<Strike> first(Iterator<Due> due) {
        if (!due.hasNext()) {
            return Optional.empty();
        }
        Due one = due.next();
        Injected met = record(one);
        Runnable undone = () -> {
            if (injected.remove(met)) {
                one.line().strikes().decrementAndGet();
            }
        };
        return Optional.of(new Strike(met, one.line().rule().when(), undone, () -> first(due)));
    }

    private Injected record(Due due) {
        Rule rule = due.line().rule();
        Injected met = new Injected(rule.call(), due.number(), rule.fault());
        due.line().strikes().incrementAndGet();
        injected.add(met);
        return met;
    }

    private static boolean counts(When when, Supplier<List<Touched>> parts) {
        return !when.isNarrow() || parts.get().stream().anyMatch(when::concerns);
    }

    private AtomicLong count(Call call) {
        AtomicLong count = calls.get(call);
        if (count == null) {
            throw new IllegalStateException("the call %s is not counted".formatted(call));
        }
        return count;
    }
}
