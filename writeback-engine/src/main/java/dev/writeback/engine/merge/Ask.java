package dev.writeback.engine.merge;

import dev.writeback.engine.merge.DecisionTable.Row;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Conflict;
import dev.writeback.plan.Resolution;
import dev.writeback.plan.Side;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Asks a resolver of the host's, and believes it nothing. */
final class Ask {

    private final Sides sides;
    private final Arbitration arbitration;
    private final String name;

    Ask(Sides sides, Arbitration arbitration) {
        this.sides = sides;
        this.arbitration = arbitration;
        this.name = sides.flow().rule().authority().resolver().orElse("");
    }

    Merged answer(Row row, Function<Side, List<AttributeValue>> favouring) {
        Function<Conflict, Resolution> resolver = arbitration.resolvers().get(name);
        if (resolver == null) {
            return failed(row, "is not there; register it, or give %s another authority");
        }
        Resolution resolution;
        try {
            Conflict conflict = conflict();
            resolution = Objects.requireNonNull(resolver.apply(conflict), "the resolution");
            if (!resolution.equals(resolver.apply(conflict))) {
                return failed(row, "gives the same conflict of %s two different answers; it must be pure");
            }
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError fault) {
            return failed(row, "ended in a " + fault.getClass().getName() + " over %s; mend it");
        }
        return settled(row, resolution, favouring);
    }

    private Merged settled(Row row, Resolution resolution, Function<Side, List<AttributeValue>> favouring) {
        String who = " The resolver '%s' decided".formatted(name);
        if (resolution instanceof Resolution.Cloud) {
            return conflict(row, Side.CLOUD, favouring.apply(Side.CLOUD), who + " for the cloud.");
        } else if (resolution instanceof Resolution.Directory) {
            return conflict(row, Side.DIRECTORY, favouring.apply(Side.DIRECTORY), who + " for the directory.");
        } else if (resolution instanceof Resolution.Values values) {
            Optional<String> misfit = sides.flow().misfit(values.values());
            return misfit.isPresent()
                    ? failed(
                            row,
                            "gives values that %s cannot hold: " + misfit.get().replace("%", "%%"))
                    : conflict(row, Side.BOTH, values.values(), who + " on values of its own.");
        }
        return new Merged(
                Ruling.PARKED,
                row.rule(),
                Side.DIRECTORY,
                sides.directory(),
                "%s The resolver '%s' leaves it to a person.".formatted(row.reason(), name));
    }

    private static Merged conflict(Row row, Side side, List<AttributeValue> values, String who) {
        return new Merged(Ruling.CONFLICT, row.rule(), side, values, row.reason() + who);
    }

    private Merged failed(Row row, String what) {
        return new Merged(
                Ruling.FAILED,
                row.rule(),
                Side.DIRECTORY,
                sides.directory(),
                "The resolver '%s' %s."
                        .formatted(name, what.formatted(sides.flow().target())));
    }

    private Conflict conflict() {
        return new Conflict(
                sides.object(),
                sides.flow().target(),
                sides.syntax(),
                sides.cloud(),
                sides.directory(),
                sides.agreed().map(Agreement::directory),
                sides.stated(),
                sides.changed());
    }
}
