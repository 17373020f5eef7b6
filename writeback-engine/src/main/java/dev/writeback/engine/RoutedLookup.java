package dev.writeback.engine;

import dev.writeback.model.Anchor;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Extent;
import dev.writeback.plan.Problem;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds entries in several directories: one request to each, and one answer of all. Thread-safe. */
final class RoutedLookup {

    private static final String LATER = "Nothing to do: it is tried again; if it lasts, see to that directory.";

    private final List<Route> routes;

    /** Which directory a domain's security identifiers belong to, as far as entries were found by them. */
    private final Map<String, Route> domains = Collections.synchronizedMap(new HashMap<>());

    RoutedLookup(List<Route> routes) {
        this.routes = routes;
    }

    /** The directory that a name lies in: of two, one within the other, the inner one. */
    static Optional<Route> placeOf(Dn name, List<Route> routes) {
        return routes.stream()
                .filter(route -> name.isWithin(route.directory().base()))
                .max(Comparator.comparingInt(
                        route -> route.directory().base().value().length()));
    }

    List<LookupOutcome> outcomes(LookupRequest request) {
        int count = request.anchors().size();
        List<Map<Route, LookupOutcome>> answers = IntStream.range(0, count)
                .<Map<Route, LookupOutcome>>mapToObj(i -> new LinkedHashMap<>())
                .toList();
        for (Route route : routes) {
            List<Integer> asked = IntStream.range(0, count)
                    .filter(i -> mayBeIn(route, request.anchors().get(i)))
                    .boxed()
                    .toList();
            if (!asked.isEmpty()) {
                List<LookupOutcome> outcomes = route.lookup(request.only(asked));
                for (int i = 0; i < asked.size(); i++) {
                    answers.get(asked.get(i)).put(route, outcomes.get(i));
                }
            }
        }
        return IntStream.range(0, count)
                .mapToObj(i -> new OneEntry(request.anchors().get(i), request.agreed(i), answers.get(i)).outcome())
                .toList();
    }

    /** An identifier of a known domain and a bare name can be in one place only; any other anchor may have been copied. */
    private boolean mayBeIn(Route route, List<Anchor> anchors) {
        List<Anchor> firm = anchors.stream()
                .filter(anchor -> !(anchor instanceof Anchor.DistinguishedName))
                .toList();
        Optional<Route> only = Optional.empty();
        if (firm.isEmpty() && !anchors.isEmpty()) {
            only = placeOf(((Anchor.DistinguishedName) anchors.get(0)).dn(), routes);
        } else if (firm.size() == 1 && firm.get(0) instanceof Anchor.SecurityIdentifier sid) {
            only = Optional.ofNullable(domains.get(domain(sid)));
        }
        return only.isEmpty() || only.get() == route;
    }

    /** A security identifier without its last part, which is that of the domain ([MS-DTYP] 2.4.2). */
    private static String domain(Anchor.SecurityIdentifier sid) {
        return sid.value().substring(0, sid.value().lastIndexOf('-'));
    }

    /** What came of looking for one entry everywhere. */
    private final class OneEntry {

        private final List<Anchor> anchors;
        private final Optional<ObjectGuid> agreed;
        private final Map<Route, LookupOutcome> answers;
        private final Map<Route, LookupOutcome.Found> found = new LinkedHashMap<>();
        private final Map<Route, LookupOutcome.Unavailable> silent = new LinkedHashMap<>();
        private Optional<LookupOutcome> ambiguous = Optional.empty();

        OneEntry(List<Anchor> anchors, Optional<ObjectGuid> agreed, Map<Route, LookupOutcome> answers) {
            this.anchors = anchors;
            this.agreed = agreed;
            this.answers = answers;
        }

        LookupOutcome outcome() {
            answers.forEach((route, answer) -> {
                if (answer instanceof LookupOutcome.Found it) {
                    found.put(route, it);
                } else if (answer instanceof LookupOutcome.Unavailable it) {
                    silent.put(route, it);
                } else if (answer instanceof LookupOutcome.Ambiguous) {
                    ambiguous = ambiguous.or(() -> Optional.of(answer));
                }
            });
            if (ambiguous.isPresent()) {
                return ambiguous.get();
            }
            if (found.size() > 1) {
                return new LookupOutcome.Ambiguous(inSeveral());
            }
            if (found.isEmpty()) {
                return nowhere();
            }
            Map.Entry<Route, LookupOutcome.Found> only =
                    found.entrySet().iterator().next();
            return in(only.getKey(), only.getValue());
        }

        private LookupOutcome in(Route route, LookupOutcome.Found it) {
            learn(route);
            if (silent.isEmpty() || belongsTo(route, it.entry())) {
                return new LookupOutcome.Found(route.qualified(it.entry()), it.match());
            }
            return new LookupOutcome.Unavailable(
                    problem("The entry was found in %s, and may be in %s too, which does not answer: %s"
                            .formatted(route.name(), names(silent), reason())),
                    Extent.ENTRY);
        }

        private void learn(Route route) {
            anchors.forEach(anchor -> {
                if (anchor instanceof Anchor.SecurityIdentifier sid) {
                    domains.put(domain(sid), route);
                }
            });
        }

        private boolean belongsTo(Route route, DirectoryEntry entry) {
            return agreed.filter(entry.id().guid()::equals).isPresent()
                    || anchors.stream().anyMatch(anchor -> pointsTo(route, anchor));
        }

        private boolean pointsTo(Route route, Anchor anchor) {
            if (anchor instanceof Anchor.DistinguishedName name) {
                return placeOf(name.dn(), routes).filter(route::equals).isPresent();
            }
            return anchor instanceof Anchor.SecurityIdentifier sid && domains.get(domain(sid)) == route;
        }

        private LookupOutcome nowhere() {
            if (silent.isEmpty()) {
                return new LookupOutcome.NotFound(Problem.of(
                        ErrorCode.ENTRY_NOT_FOUND,
                        "None of the directories %s has an entry with the %s.".formatted(names(answers), described()),
                        "See whether the entry exists, and whether its domain is among the directories."));
            }
            boolean isAllAway = silent.size() == routes.size()
                    && silent.values().stream().allMatch(it -> it.extent() == Extent.DIRECTORY);
            if (isAllAway) {
                return silent.values().iterator().next();
            }
            Optional<LookupOutcome.Unavailable> notAway = silent.values().stream()
                    .filter(it -> it.problem().code() != ErrorCode.DIRECTORY_UNAVAILABLE)
                    .findFirst();
            if (notAway.isPresent()) {
                return new LookupOutcome.Unavailable(notAway.get().problem(), Extent.ENTRY);
            }
            return new LookupOutcome.Unavailable(
                    problem("The entry may be in %s, which does not answer: %s".formatted(names(silent), reason())),
                    Extent.ENTRY);
        }

        private Problem problem(String sentence) {
            return Problem.of(ErrorCode.DIRECTORY_UNAVAILABLE, sentence, LATER);
        }

        private String reason() {
            return silent.values().iterator().next().problem().reason();
        }

        private Problem inSeveral() {
            String where = found.entrySet().stream()
                    .map(one -> "%s in %s"
                            .formatted(one.getValue().entry().id(), one.getKey().name()))
                    .collect(Collectors.joining(" and "));
            return Problem.of(
                    ErrorCode.AMBIGUOUS_MATCH,
                    "The %s leads to %s.".formatted(described(), where),
                    "Take the anchor from the entry that is not meant; nothing is written until one is left.");
        }

        private String described() {
            List<String> all = new ArrayList<>();
            anchors.forEach(anchor -> all.add(anchor.toString()));
            return String.join(" or ", all);
        }

        private static String names(Map<Route, ?> which) {
            return which.keySet().stream().map(Route::name).collect(Collectors.joining(", "));
        }
    }
}
