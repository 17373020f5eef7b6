package dev.writeback.engine;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import dev.writeback.model.ReplicaMark;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Extent;
import dev.writeback.plan.Problem;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.AddressHolder;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.CheckRequest.Depth;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.HolderOutcome;
import dev.writeback.spi.HolderRequest;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.spi.ScopeConditions;
import dev.writeback.spi.ScopeRead;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Several domains or forests as one directory: each object goes to the one that its anchors are found in. Thread-safe.
 *
 * <p>Every directory is asked for every anchor that could be in it, because an entry that moves from one forest to another
 * may be in both for a time; such an object is refused, and both are named. Where a directory does not answer, an object
 * that was found in another one is written only if something says that it belongs there: what was agreed before, the
 * domain of its security identifier, or its DN. The others wait; the run goes on.
 */
public final class Directories implements DirectorySink {

    private final List<Route> routes;
    private final RoutedLookup lookup;

    private Directories(List<Route> routes) {
        this.routes = routes;
        this.lookup = new RoutedLookup(routes);
    }

    /**
     * These directories, on the system's clock.
     *
     * @throws IllegalArgumentException if there are none, or two have one name or one base
     */
    public static Directories of(List<Directory> directories) {
        return of(directories, InstantSource.system());
    }

    /**
     * The same on another clock, by which a directory that does not answer is left alone for 15 seconds.
     *
     * @throws IllegalArgumentException if there are none, or two have one name or one base
     */
    public static Directories of(List<Directory> directories, InstantSource time) {
        if (directories.isEmpty()) {
            throw new IllegalArgumentException("there are no directories; name one or more");
        }
        Set<Object> seen = new HashSet<>();
        for (Directory directory : directories) {
            if (!seen.add(directory.name()) || !seen.add(directory.base())) {
                throw new IllegalArgumentException(
                        "two directories are called %s or lie below %s; each has a name and a base of its own"
                                .formatted(directory.name(), directory.base()));
            }
        }
        return new Directories(
                directories.stream().map(one -> new Route(one, time)).toList());
    }

    @Override
    public List<LookupOutcome> lookup(LookupRequest request) {
        return lookup.outcomes(request);
    }

    /** What all directories say that answer; one that does not is not waited for, as long as another one does. */
    @Override
    public HolderOutcome holders(HolderRequest request) {
        Map<ObjectGuid, AddressHolder> holders = new LinkedHashMap<>();
        Optional<HolderOutcome> silent = Optional.empty();
        boolean told = false;
        for (Route route : routes) {
            HolderOutcome outcome = route.away()
                    .<HolderOutcome>map(HolderOutcome.Unavailable::new)
                    .orElseGet(() -> route.directory().sink().holders(request));
            if (outcome instanceof HolderOutcome.Holders found) {
                told = true;
                found.holders().forEach(one -> holders.putIfAbsent(one.entry().guid(), one));
            } else if (outcome instanceof HolderOutcome.Unavailable) {
                silent = silent.or(() -> Optional.of(outcome));
            }
        }
        return told
                ? new HolderOutcome.Holders(List.copyOf(holders.values()))
                : silent.orElseGet(HolderOutcome.CannotTell::new);
    }

    @Override
    public Optional<ReplicaMark> mark(String server) {
        return routes.stream().flatMap(route -> route.mark(server).stream()).findFirst();
    }

    @Override
    public WriteOutcome write(EntryWrite write) {
        return writeAll(List.of(write)).get(0);
    }

    /** Those of each directory at once, one directory after the other. */
    @Override
    public List<WriteOutcome> writeAll(List<EntryWrite> writes) {
        IdentityHashMap<EntryWrite, WriteOutcome> outcomes = new IdentityHashMap<>();
        for (Route route : routes) {
            List<EntryWrite> own = writes.stream()
                    .filter(write -> route.own(write.server()).isPresent())
                    .toList();
            List<WriteOutcome> of = own.isEmpty() ? List.of() : route.writeAll(own);
            for (int i = 0; i < own.size(); i++) {
                outcomes.put(own.get(i), of.get(i));
            }
        }
        return writes.stream()
                .map(write -> outcomes.getOrDefault(write, nowhere(write)))
                .toList();
    }

    @Override
    public int writesAtOnce() {
        return routes.stream()
                .mapToInt(route -> route.directory().sink().writesAtOnce())
                .max()
                .orElse(1);
    }

    private WriteOutcome nowhere(EntryWrite write) {
        return new WriteOutcome.Unavailable(
                Problem.of(
                        ErrorCode.DIRECTORY_UNAVAILABLE,
                        "%s was read from %s, which belongs to none of the directories %s."
                                .formatted(write.entry(), write.server(), names()),
                        "Nothing to do: it is looked for again."),
                Extent.ENTRY);
    }

    private String names() {
        return routes.stream().map(Route::name).collect(Collectors.joining(", "));
    }

    /** What each directory is found to be; the name of the directory comes first. */
    @Override
    public List<Finding> check(CheckRequest request) {
        List<Finding> findings = new ArrayList<>();
        for (Route route : routes) {
            List<Dn> own = request.organizationalUnits().stream()
                    .filter(unit -> RoutedLookup.placeOf(unit, routes)
                            .filter(route::equals)
                            .isPresent())
                    .toList();
            boolean writesNothing =
                    own.isEmpty() && !request.organizationalUnits().isEmpty();
            check(route, own, writesNothing ? Map.of() : request.writes(), request, findings);
            if (writesNothing && request.depth() != Depth.START) {
                findings.add(new Finding(
                        Finding.Level.WARNING,
                        "scope",
                        "%s: The scope names no organizational unit of this directory, so nothing is written to it."
                                .formatted(route.name()),
                        "Name one, or take the directory out."));
            }
        }
        return findings;
    }

    private static void check(
            Route route,
            List<Dn> units,
            Map<AttributeName, AttributeSyntax> writes,
            CheckRequest request,
            List<Finding> findings) {
        CheckRequest own = new CheckRequest(writes, request.lists(), units, request.depth(), request.now());
        route.directory()
                .sink()
                .check(own)
                .forEach(one -> findings.add(new Finding(
                        one.level(), one.topic(), "%s: %s".formatted(route.name(), one.message()), one.action())));
    }

    /** All directories that can be watched, as one; nothing if none can. */
    @Override
    public Optional<DirectoryWatch> watch() {
        return RoutedWatch.of(routes);
    }

    @Override
    public ScopeRead scope(ScopeConditions conditions) {
        return new RoutedScope(routes).read(conditions);
    }

    /** Entries of one directory, and of directories of one forest, can name each other. */
    @Override
    public boolean canName(DirectoryEntry holder, Dn named) {
        Optional<Route> from = routes.stream()
                .filter(route -> route.own(holder.server()).isPresent())
                .findFirst();
        Optional<Route> to = RoutedLookup.placeOf(named, routes);
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return true;
        }
        Optional<Dn> forest = from.get().forest();
        return forest.isPresent() && forest.equals(to.get().forest());
    }

    /** Closes all of them. */
    @Override
    public void close() {
        routes.forEach(route -> route.directory().sink().close());
    }
}
