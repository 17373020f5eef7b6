package dev.writeback.agent;

import dev.writeback.model.AttributeValue;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Printable;
import dev.writeback.plan.SkipReason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Plans as a diff for people; of an object with nothing to say about it there is no line. */
final class PlanDiff implements PlanView {

    private final Output output;
    private final Paint paint;

    PlanDiff(Output output) {
        this.output = output;
        this.paint = output.paint();
    }

    @Override
    public void show(Plan plan) {
        lines(plan).forEach(output::result);
    }

    /** The lines about one object. */
    List<String> lines(Plan plan) {
        List<String> lines = new ArrayList<>();
        String remark = remark(plan);
        for (AttributeDecision decision : plan.decisions()) {
            attribute(plan, decision, lines);
        }
        if (!lines.isEmpty() || !remark.isEmpty()) {
            lines.add(0, paint.bold(mark(plan) + " " + Printable.of(subject(plan))) + remark);
        }
        return lines;
    }

    /** What becomes of the object: changed, left as it is, or refused. */
    private static String mark(Plan plan) {
        return plan.disposition().match(write -> "~", skip -> "=", refuse -> "!");
    }

    private static String subject(Plan plan) {
        return plan.entry()
                .map(entry -> entry.dn().value())
                .orElse(plan.object().value());
    }

    private String remark(Plan plan) {
        return plan.disposition()
                .match(
                        write -> "",
                        skip -> skip.reason() == SkipReason.REDUNDANT_EXPORT
                                ? ""
                                : reason(skip.reason().label() + ": " + skip.sentence(), paint::faint),
                        refuse -> reason(Sentences.of(refuse.problem()), paint::red));
    }

    private void attribute(Plan plan, AttributeDecision decision, List<String> lines) {
        switch (decision.verdict()) {
            case DRIFT, INVALID, PARKED ->
                lines.add("  ! " + decision.attribute() + reason(decision.reason(), paint::yellow));
            case KEPT -> {
                if ((plan.writes() || isOfUndo(decision))
                        && decision.omissions().isEmpty()) {
                    lines.add("  = " + decision.attribute() + reason(decision.reason(), paint::faint));
                }
            }
            case CONFLICT -> conflict(decision, lines);
            default -> decision.modification().ifPresent(change -> changed(change, decision.reason(), lines));
        }
        for (Omission omission : decision.omissions()) {
            lines.add("  ! " + decision.attribute() + reason(omission.sentence(), paint::yellow));
        }
    }

    /** One that the directory won changes nothing, and yet what the cloud stated is set aside. */
    private void conflict(AttributeDecision decision, List<String> lines) {
        String why = "CONFLICT: " + decision.reason();
        decision.modification()
                .ifPresentOrElse(
                        change -> changed(change, why, lines),
                        () -> lines.add("  ! " + decision.attribute() + reason(why, paint::yellow)));
    }

    /** Whoever undoes a run wants to know all that is left. */
    private static boolean isOfUndo(AttributeDecision decision) {
        return decision.provenance().rule().equals("undo");
    }

    private void changed(Modification change, String why, List<String> lines) {
        for (AttributeValue value : change.remove()) {
            lines.add(paint.red("  - " + change.attribute() + ": " + Printable.of(value.toString())));
        }
        for (AttributeValue value : change.add()) {
            lines.add(paint.green("  + " + change.attribute() + ": " + Printable.of(value.toString())));
        }
        int last = lines.size() - 1;
        lines.set(last, lines.get(last) + reason(why, paint::faint));
    }

    private static String reason(String sentence, UnaryOperator<String> colour) {
        return "   " + colour.apply("# " + Printable.of(sentence));
    }
}
