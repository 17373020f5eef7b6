package dev.writeback.testkit.directory;

import dev.writeback.testkit.fault.Fault;
import dev.writeback.testkit.fault.Faults;
import dev.writeback.testkit.fault.Injection;
import dev.writeback.testkit.fault.Strike;
import dev.writeback.testkit.fault.Touched;
import dev.writeback.testkit.fault.When;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a test wants to happen to the requests of clients, whatever connection they come from: code that runs before one of
 * them, once, and plans of faults. Thread-safe.
 */
public final class Interventions {

    private record Hook(Operation operation, @Nullable EntryName entry, Runnable action) {}

    /** A plan; one for the next requests alone waits for its turn, and is spent by so many. */
    private record Followed(Injection plan, Optional<Operation> next, long requests) {

        boolean isSpent() {
            return next.filter(operation -> plan.calls(operation.call()) >= requests)
                    .isPresent();
        }
    }

    private final Queue<Hook> hooks = new ConcurrentLinkedQueue<>();
    private final Queue<Followed> plans = new ConcurrentLinkedQueue<>();
    private final FormerStates former;

    Interventions(FormerStates former) {
        this.former = former;
    }

    /**
     * Runs code once, before the next request of a kind is done and after it has arrived: in the gap in which races are
     * lost. It runs in the thread of the request's connection.
     *
     * @param operation the kind of request
     * @param action the code
     */
    public void beforeNext(Operation operation, Runnable action) {
        hooks.add(new Hook(operation, null, action));
    }

    /**
     * Runs code once, before the next request of a kind for one entry is done.
     *
     * @param operation the kind of request
     * @param dn the entry's distinguished name; for a search the name of its base
     * @param action the code
     * @throws IllegalArgumentException if the name is not a distinguished name
     */
    public void beforeNext(Operation operation, String dn, Runnable action) {
        hooks.add(new Hook(operation, EntryName.require(dn), action));
    }

    /**
     * Lets the next requests of a kind fail, of those that no plan before it strikes.
     *
     * @param operation the kind of request
     * @param times how many of them
     * @param fault how
     * @throws IllegalArgumentException if a request cannot meet such a fault
     */
    public void failNext(Operation operation, int times, Fault fault) {
        Faults next = Faults.none().on(operation.call(), When.first(times), fault);
        follow(new Followed(next.begin(), Optional.of(operation), times));
    }

    /**
     * Lets requests fail as planned, from now on.
     *
     * @return what tells what was injected
     * @throws IllegalStateException if the plan delays requests; follow what it was begun with a pause as
     */
    public Injection follow(Faults plan) {
        Injection begun = plan.begin();
        follow(begun);
        return begun;
    }

    /**
     * Lets requests fail as planned, from now on, after the plans that are followed already: each counts every request, and
     * the first that has a fault for one strikes it. What the entries held before is known for a stale search from now on.
     *
     * @param plan may be that of ports too, which count together with the requests then
     */
    public void follow(Injection plan) {
        follow(new Followed(plan, Optional.empty(), Long.MAX_VALUE));
    }

    private void follow(Followed one) {
        if (one.plan().mayInject(Fault.Stale.class)) {
            former.keep();
        }
        plans.add(one);
    }

    /** Forgets the code that has not come up yet, and follows no plan any more. */
    public void clear() {
        hooks.clear();
        plans.clear();
    }

    /**
     * Runs what is due before a request.
     *
     * @param names finds the entry of a request's name; null if there is none
     * @param parts what the request touches
     * @return the fault that the request meets, or null
     */
    @Nullable
    Strike before(
            Operation operation,
            String dn,
            Function<String, @Nullable EntryName> names,
            Supplier<List<Touched>> parts) {
        if (!hooks.isEmpty()) {
            runHooks(operation, names.apply(dn));
        }
        Optional<Strike> first = Optional.empty();
        for (Followed one : plans) {
            if (first.isPresent() && one.next().isPresent()) {
                continue;
            }
            Optional<Strike> strike = one.plan().strike(operation.call(), parts);
            if (first.isPresent()) {
                strike.ifPresent(Strike::withdraw);
            } else {
                first = strike;
            }
        }
        plans.removeIf(Followed::isSpent);
        return first.orElse(null);
    }

    /** How much is planned. */
    @Override
    public String toString() {
        return plans.isEmpty() && hooks.isEmpty()
                ? "nothing is planned"
                : "%d plans of faults, and code before %d requests".formatted(plans.size(), hooks.size());
    }

    private void runHooks(Operation operation, @Nullable EntryName entry) {
        for (Hook hook : List.copyOf(hooks)) {
            boolean due = hook.operation() == operation
                    && (hook.entry() == null
                            || (entry != null && hook.entry().key().equals(entry.key())));
            // Removed before it runs, so that what it does itself does not set it off again.
            if (due && hooks.remove(hook)) {
                hook.action().run();
            }
        }
    }
}
