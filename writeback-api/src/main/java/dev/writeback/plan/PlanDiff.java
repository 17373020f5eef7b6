package dev.writeback.plan;

import dev.writeback.model.AttributeValue;
import dev.writeback.model.EntryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan as text that reads like a diff.
 *
 * <pre>
 * ~ CN=Ada Lovelace,OU=People,DC=corp,DC=example
 *   - extensionAttribute1: Sales
 *   + extensionAttribute1: Research   # The cloud changed it.
 * </pre>
 *
 * <p>Whatever a value holds, a line stays a line: control characters are shown as escapes, so that a value can neither
 * forge a line nor speak to the terminal. Values that are not to be seen are shown as {@code [Redact]}.
 */
public final class PlanDiff {

    private static final Set<Verdict> LEFT = Set.of(Verdict.DRIFT, Verdict.KEPT, Verdict.PARKED);

    private final List<Line> lines = new ArrayList<>();

    private PlanDiff() {}

    /** What a line says. */
    public enum Kind {
        /** Which entry is meant, and whether it changes ({@code ~}), stays ({@code =}) or is refused ({@code !}). */
        ENTRY,
        /** A value that goes ({@code -}). */
        REMOVED,
        /** A value that comes ({@code +}). */
        ADDED,
        /** Something to look at: a value that cannot be written ({@code !}) or that differs and is left ({@code ?}). */
        NOTE
    }

    /**
     * A line.
     *
     * @param kind what it says, for instance to choose a colour by
     * @param text the line, without its end
     */
    public record Line(Kind kind, String text) {}

    /** The plan, line by line; at least one. */
    public static List<Line> lines(Plan plan) {
        PlanDiff diff = new PlanDiff();
        Plan shown = plan.shown();
        diff.heading(shown);
        shown.decisions().forEach(decision -> diff.decision(shown, decision));
        return List.copyOf(diff.lines);
    }

    /** The plan as one text, with a line end after each line. */
    public static String text(Plan plan) {
        return lines(plan).stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }

    private void heading(Plan plan) {
        String name = Printable.of(plan.entry().map(EntryId::toString).orElse("object " + plan.object()));
        add(
                Kind.ENTRY,
                plan.disposition()
                        .match(
                                write -> "~ " + name,
                                skip -> "= " + name + "   # " + skip.reason().label() + ": "
                                        + Printable.of(skip.sentence()),
                                refuse -> "! " + name + "   # "
                                        + refuse.problem().code().label() + ": "
                                        + Printable.of(refuse.problem().toString())));
    }

    private void decision(Plan plan, AttributeDecision decision) {
        String name = decision.attribute().value();
        Optional<Modification> modification = decision.modification();
        if (modification.isPresent() && plan.writes()) {
            String why = (decision.verdict() == Verdict.CONFLICT ? "CONFLICT: " : "") + decision.reason();
            changes(name, modification.get(), "   # " + Printable.of(why));
        } else if (decision.verdict() == Verdict.INVALID) {
            add(Kind.NOTE, "  ! " + name + "   # " + Printable.of(decision.reason()));
        } else if (LEFT.contains(decision.verdict())) {
            add(Kind.NOTE, "  ? " + name + "   # " + Printable.of(decision.reason()));
        }
    }

    private void changes(String name, Modification modification, String why) {
        List<Line> changes = new ArrayList<>();
        for (AttributeValue value : modification.remove()) {
            changes.add(new Line(Kind.REMOVED, "  - " + name + ": " + Printable.of(value.toString())));
        }
        for (AttributeValue value : modification.add()) {
            changes.add(new Line(Kind.ADDED, "  + " + name + ": " + Printable.of(value.toString())));
        }
        Line last = changes.remove(changes.size() - 1);
        lines.addAll(changes);
        add(last.kind(), last.text() + why);
    }

    private void add(Kind kind, String text) {
        lines.add(new Line(kind, text));
    }
}
