package dev.writeback.engine;

import dev.writeback.engine.exchange.AcceptedDomains;
import dev.writeback.engine.exchange.Uniqueness;
import dev.writeback.engine.guard.Guard;
import dev.writeback.engine.guard.Protection;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.engine.mapping.Scope;
import dev.writeback.engine.merge.Arbitration;
import dev.writeback.engine.planning.Planner;
import dev.writeback.engine.run.Delivery;
import dev.writeback.engine.run.EntryNames;
import dev.writeback.engine.run.Parts;
import dev.writeback.engine.run.Reservations;
import dev.writeback.engine.run.RetrySchedule;
import dev.writeback.engine.run.Scoping;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Conflict;
import dev.writeback.plan.Resolution;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.ConflictResolver;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.ScopeConditions;
import dev.writeback.spi.StatusReporter;
import dev.writeback.spi.WritebackStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a {@link Writeback} is made of. Only a source and a directory are required; everything else has a
 * default. Not for several threads at once.
 */
public final class WritebackBuilder {

    /** By how much the clocks of cloud and directory may differ unless something else is said: 5 minutes. */
    public static final Duration CLOCK_SKEW = Arbitration.standard().skew();

    private static final int FEWEST = 1;

    private @Nullable CloudSource source;
    private @Nullable DirectorySink directory;
    private StatusReporter reporter = StatusReporter.none();
    private @Nullable WritebackStore store;
    private Profile profile = Profile.exchangeOnline();
    private Scope scope = Scope.everything();
    private Protection protection = Protection.full();
    private int connections = 4;
    private Limits limits = Limits.standard();
    private RetryPolicy retry = RetryPolicy.standard();
    private InstantSource time = InstantSource.system();
    private Supplier<String> ids = () -> UUID.randomUUID().toString();
    private LongSupplier random = new SecureRandom()::nextLong;
    private Optional<AcceptedDomains> domains = Optional.empty();
    private Duration skew = CLOCK_SKEW;
    private final Map<String, Function<Conflict, Resolution>> resolvers = new LinkedHashMap<>();
    private Uniqueness uniqueness = Uniqueness.REFUSE;
    private String jobId = "writeback";
    private Consumer<RunReport> runs = report -> {};

    WritebackBuilder() {}

    /** Where changes come from; required. It stays the host's to close. */
    public WritebackBuilder source(CloudSource cloudSource) {
        source = cloudSource;
        return this;
    }

    /** Where they go; required. It stays the host's to close. */
    public WritebackBuilder directory(DirectorySink sink) {
        directory = sink;
        return this;
    }

    /** Who is told what became of each change; nobody by default. */
    public WritebackBuilder reporter(StatusReporter statusReporter) {
        reporter = statusReporter;
        return this;
    }

    /** Where work is kept; in memory by default. It stays the host's to close. */
    public WritebackBuilder store(WritebackStore writebackStore) {
        store = writebackStore;
        return this;
    }

    /** Which cloud attributes flow where; {@link Profile#exchangeOnline} by default. */
    public WritebackBuilder profile(Profile attributeProfile) {
        profile = attributeProfile;
        return this;
    }

    /** Which entries take part; by default every entry that the directory finds. */
    public WritebackBuilder scope(Scope entries) {
        scope = entries;
        return this;
    }

    /**
     * Entries that may be written although they are privileged or critical, by their names; none by default. A name says
     * nothing any more once its entry is renamed; {@link #privilegedEntryIds} stays.
     */
    public WritebackBuilder privilegedEntries(Collection<Dn> entries) {
        protection = new Protection(Set.copyOf(entries), protection.ids());
        return this;
    }

    /** The same by their {@code objectGUID}s, which outlive every name; none by default. */
    public WritebackBuilder privilegedEntryIds(Collection<ObjectGuid> entries) {
        protection = new Protection(protection.names(), Set.copyOf(entries));
        return this;
    }

    /**
     * How many entries are written at the same time, each on a thread of its own; 4 by default, which brings a domain
     * controller to its limit. The sink should have as many connections.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public WritebackBuilder connections(int number) {
        if (number < FEWEST) {
            throw new IllegalArgumentException("connections is %d; it must be 1 or more".formatted(number));
        }
        connections = number;
        return this;
    }

    /** How far a run may go; {@link Limits#standard} by default. */
    public WritebackBuilder limits(Limits runLimits) {
        limits = runLimits;
        return this;
    }

    /** When an object that failed is tried again; {@link RetryPolicy#standard} by default. */
    public WritebackBuilder retry(RetryPolicy policy) {
        retry = policy;
        return this;
    }

    /**
     * By how much the clocks of cloud and directory may differ, where the newest change counts; 5 minutes by default.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public WritebackBuilder clockSkew(Duration allowed) {
        skew = new Arbitration(allowed, Map.of()).skew();
        return this;
    }

    /** Who decides conflicts of attributes whose rule names this resolver. */
    public WritebackBuilder resolver(String name, ConflictResolver resolver) {
        resolvers.put(name, resolver::resolve);
        return this;
    }

    /** The clock; the system's by default. A store that several processes share may have one that they go by instead. */
    public WritebackBuilder time(InstantSource clock) {
        time = clock;
        return this;
    }

    /** Makes the ids of runs, changes and statuses, for many threads; random UUIDs by default. */
    public WritebackBuilder ids(Supplier<String> uniqueTexts) {
        ids = uniqueTexts;
        return this;
    }

    /** Makes 64 random bits for expressions that ask for chance, for many threads; {@link SecureRandom} by default. */
    public WritebackBuilder random(LongSupplier bits) {
        random = bits;
        return this;
    }

    /**
     * The domains whose addresses may be written, each a domain, or with {@code *.} in front every one below it; what the
     * source says by default, and every domain if it says nothing.
     *
     * @throws IllegalArgumentException if one of them is no domain
     */
    public WritebackBuilder acceptedDomains(Collection<String> names) {
        domains = Optional.of(AcceptedDomains.of(names));
        return this;
    }

    /**
     * What follows where an address that is to be written is another entry's already; {@link Uniqueness#REFUSE} by default,
     * as far as the directory can tell.
     */
    public WritebackBuilder uniqueness(Uniqueness policy) {
        uniqueness = policy;
        return this;
    }

    /** What statuses name this pair of source and directory; {@code writeback} by default. */
    public WritebackBuilder jobId(String name) {
        jobId = name;
        return this;
    }

    /** Who is told about each run at its end, on the thread of the run; nobody by default. */
    public WritebackBuilder runs(Consumer<RunReport> listener) {
        runs = listener;
        return this;
    }

    /**
     * The Writeback. Nothing is begun before it is asked to.
     *
     * @throws IllegalStateException if the source or the directory is missing, or a resolver that a rule names
     */
    public Writeback build() {
        CloudSource from = source;
        DirectorySink to = directory;
        if (from == null || to == null) {
            throw new IllegalStateException("a Writeback needs a source and a directory; %s missing"
                    .formatted(from != null ? "the directory is" : to != null ? "the source is" : "both are"));
        }
        Parts parts = parts(from, to, store == null ? Writeback.memoryStore() : store);
        return new Writeback(
                new Engine(parts, Delivery.of(parts.store().records().outbox(), reporter), profile),
                new HealthCheck(parts, profile),
                profile,
                runs);
    }

    private ScopeConditions conditions() {
        return new ScopeConditions(scope.organizationalUnits(), scope.groups(), scope.filter());
    }

    private Arbitration arbitration(Profile rules) {
        for (Rule rule : rules.rules()) {
            Optional<String> name = rule.authority().resolver();
            if (name.isPresent() && !resolvers.containsKey(name.get())) {
                throw new IllegalStateException(
                        "the rule for %s names the resolver '%s', which nobody registered; call resolver(\"%s\", ...)"
                                .formatted(rule.target(), name.get(), name.get()));
            }
        }
        return new Arbitration(skew, resolvers);
    }

    private Parts parts(CloudSource from, DirectorySink to, WritebackStore kept) {
        Integer rate = limits.writesPerSecond();
        return new Parts(
                from,
                to,
                kept,
                new Scoping(to, kept, conditions(), kept.clock(time), jobId),
                new Planner(profile, arbitration(profile)),
                new Guard(protection),
                limits.restraint(),
                new RetrySchedule(retry.first(), retry.max(), retry.retention()),
                connections,
                rate == null ? OptionalInt.empty() : OptionalInt.of(rate),
                kept.clock(time),
                ids,
                new EntryNames(time),
                random,
                domains,
                new Reservations(uniqueness),
                jobId);
    }
}
