package dev.writeback.engine;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.plan.Problem;
import dev.writeback.spi.ChangedEntry;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.SourceRead.Rest;
import dev.writeback.spi.WatchRead;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The watches of several directories as one, whose place is that of all of them. One that does not answer keeps its place
 * while the others are read on; that it does not answer is told when they have nothing more.
 */
final class RoutedWatch implements DirectoryWatch {

    private final Map<String, DirectoryWatch> watches;

    private RoutedWatch(Map<String, DirectoryWatch> watches) {
        this.watches = watches;
    }

    static Optional<DirectoryWatch> of(List<Route> routes) {
        Map<String, DirectoryWatch> watches = new LinkedHashMap<>();
        for (Route route : routes) {
            Optional<DirectoryWatch> watch = route.directory().sink().watch();
            watch.ifPresent(it -> watches.put(
                    route.name(),
                    (after, attributes) -> route.away()
                            .<WatchRead>map(WatchRead.Unavailable::new)
                            .orElseGet(() -> it.read(after, attributes))));
        }
        return watches.isEmpty() ? Optional.empty() : Optional.of(new RoutedWatch(watches));
    }

    @Override
    public WatchRead read(@Nullable Cursor after, Map<AttributeName, AttributeSyntax> attributes) {
        Reading reading = new Reading(places(after));
        watches.forEach((name, watch) -> reading.add(name, watch, attributes));
        return reading.result(after);
    }

    private static Map<String, Cursor> places(@Nullable Cursor cursor) {
        Map<String, Cursor> places = new LinkedHashMap<>();
        if (cursor != null) {
            for (String line : cursor.value().split("\n", -1)) {
                String[] parts = line.split(" ", -1);
                if (parts.length == 2) {
                    places.put(
                            parts[0],
                            new Cursor(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)));
                }
            }
        }
        return places;
    }

    private static Cursor cursor(Map<String, Cursor> places) {
        return new Cursor(places.entrySet().stream()
                .map(one -> one.getKey()
                        + " "
                        + Base64.getUrlEncoder()
                                .encodeToString(one.getValue().value().getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("\n")));
    }

    /** One turn over all of them. */
    private static final class Reading {

        private final Map<String, Cursor> places;
        private final List<ChangedEntry> changed = new ArrayList<>();
        private final List<String> lost = new ArrayList<>();
        private Optional<Problem> away = Optional.empty();
        private final boolean begun;
        private boolean more;

        Reading(Map<String, Cursor> places) {
            this.places = new LinkedHashMap<>(places);
            this.begun = !places.isEmpty();
        }

        void add(String name, DirectoryWatch watch, Map<AttributeName, AttributeSyntax> attributes) {
            boolean isNew = begun && !places.containsKey(name);
            watch.read(places.get(name), attributes)
                    .<Runnable>match(
                            page -> () -> page(name, page, isNew),
                            gap -> () -> gap(name, gap),
                            unavailable -> () -> away = away.or(() -> Optional.of(unavailable.problem())))
                    .run();
        }

        private void page(String name, WatchRead.Page page, boolean isNew) {
            changed.addAll(page.changed());
            more |= page.rest() == Rest.MORE || !page.changed().isEmpty();
            places.put(name, page.next());
            if (isNew) {
                lost.add("%s is watched from now on.".formatted(name));
            }
        }

        private void gap(String name, WatchRead.Lost gap) {
            places.put(name, gap.next());
            lost.add("%s: %s".formatted(name, gap.sentence()));
        }

        WatchRead result(@Nullable Cursor after) {
            if (places.isEmpty()) {
                return new WatchRead.Unavailable(away.orElseThrow());
            }
            Cursor next = cursor(places);
            if (!lost.isEmpty()) {
                return new WatchRead.Lost(String.join(" ", lost), next);
            }
            if (away.isPresent() && changed.isEmpty() && !more && after != null) {
                return new WatchRead.Unavailable(away.get());
            }
            return new WatchRead.Page(changed, next, more || away.isPresent() ? Rest.MORE : Rest.NO_MORE_NOW);
        }
    }
}
