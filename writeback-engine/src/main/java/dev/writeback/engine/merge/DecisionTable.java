package dev.writeback.engine.merge;

import dev.writeback.engine.exchange.CatalogueResource;
import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Drift;
import dev.writeback.engine.mapping.FirstContact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is done about an attribute, for every situation, authority, policy and pass: the resource {@code decisions.csv}
 * beside this class. Exactly one row fits each combination. Immutable.
 */
public final class DecisionTable {

    private static final int COLUMNS = 7;
    private static final DecisionTable STANDARD = read();

    /**
     * One row.
     *
     * @param rule its name, which decisions give as their provenance
     * @param situations the situations it is for
     * @param passes the passes it is for
     * @param authorities the authorities it is for
     * @param policies the policies it is for, in the words of profiles: those on drift, or on the first contact
     * @param action what is done
     * @param reason why, in one sentence; {@code %s} stands for the source of the values
     */
    public record Row(
            String rule,
            List<Situation> situations,
            List<Pass> passes,
            List<Authority.Kind> authorities,
            List<String> policies,
            Action action,
            String reason) {
        public Row {
            situations = List.copyOf(situations);
            passes = List.copyOf(passes);
            authorities = List.copyOf(authorities);
            policies = List.copyOf(policies);
        }

        boolean fits(Situation situation, Pass pass, Authority.Kind authority, String policy) {
            return situations.contains(situation)
                    && passes.contains(pass)
                    && authorities.contains(authority)
                    && (policies.isEmpty() || policies.contains(policy));
        }
    }

    /** What a row is found by; the policy is one on drift or on the first contact. */
    private record Combination(Situation situation, Pass pass, Authority.Kind authority, Enum<?> policy) {}

    private final List<Row> rows;
    private final Map<Combination, Row> index;

    private DecisionTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
        Map<Combination, Row> all = new HashMap<>();
        for (Situation situation : Situation.values()) {
            for (Pass pass : Pass.values()) {
                for (Authority.Kind authority : Authority.Kind.values()) {
                    policies(situation)
                            .forEach(policy -> all.put(
                                    new Combination(situation, pass, authority, policy),
                                    only(situation, pass, authority, word(policy))));
                }
            }
        }
        this.index = Map.copyOf(all);
    }

    /** The table. */
    public static DecisionTable standard() {
        return STANDARD;
    }

    /** The rows, in their order. */
    public List<Row> rows() {
        return rows;
    }

    /** The row that fits. */
    public Row row(Situation situation, Pass pass, Authority.Kind authority, Drift drift, FirstContact first) {
        Enum<?> policy = policy(situation, drift, first);
        return Objects.requireNonNull(index.get(new Combination(situation, pass, authority, policy)));
    }

    /** The policies that a profile can have for a situation; they do not matter everywhere. */
    static List<Enum<?>> policies(Situation situation) {
        if (situation == Situation.AS_AGREED) {
            return List.of(Drift.REPORT, Drift.REPAIR, Drift.ACCEPT, FirstContact.DIRECTORY);
        }
        return situation.isFirstContact() ? List.of(FirstContact.values()) : List.of(Drift.values());
    }

    /** The one that matters; that a first contact leaves what the directory has holds on after it. */
    static Enum<?> policy(Situation situation, Drift drift, FirstContact first) {
        boolean holdsOn = situation == Situation.AS_AGREED && first == FirstContact.DIRECTORY;
        return situation.isFirstContact() || holdsOn ? first : drift;
    }

    private Row only(Situation situation, Pass pass, Authority.Kind authority, String policy) {
        List<Row> fitting = rows.stream()
                .filter(row -> row.fits(situation, pass, authority, policy))
                .toList();
        if (fitting.size() != 1) {
            throw new IllegalStateException(
                    "the decision table has %d rows, and should have one, for: %s, %s, authority %s, policy %s"
                            .formatted(fitting.size(), word(situation), word(pass), word(authority), policy));
        }
        return fitting.get(0);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static DecisionTable read() {
        return new DecisionTable(CatalogueResource.lines(DecisionTable.class, "decisions.csv").stream()
                .map(DecisionTable::parse)
                .toList());
    }

    private static Row parse(String line) {
        String[] cells = line.split(";", COLUMNS);
        return new Row(
                cells[0],
                values(cells[1], Situation::valueOf, Situation.values()),
                values(cells[2], Pass::valueOf, Pass.values()),
                values(cells[3], Authority.Kind::valueOf, Authority.Kind.values()),
                cells[4].equals("any") ? List.of() : List.of(cells[4].split("/")),
                Action.valueOf(constant(cells[5])),
                cells[6]);
    }

    private static <E> List<E> values(String cell, Function<String, E> parse, E[] all) {
        List<E> values = new ArrayList<>();
        if (cell.equals("any")) {
            Collections.addAll(values, all);
        } else {
            Stream.of(cell.split("/")).map(DecisionTable::constant).map(parse).forEach(values::add);
        }
        return values;
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
