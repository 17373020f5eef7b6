package dev.writeback.agent;

import dev.writeback.model.AttributeValue;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Printable;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Plans as one page that stands by itself: no script, nothing loaded from elsewhere. */
final class PlanHtml implements PlanView {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Writeback plan</title>
            <style>
            body { font: 14px/1.4 system-ui, sans-serif; margin: 2em auto; max-width: 80em; padding: 0 1em; }
            h2 { font-size: 1em; margin: 1.5em 0 0.3em; overflow-wrap: anywhere; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border: 1px solid #ccc; padding: 0.2em 0.5em; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
            del { background: #fdd; } ins { background: #dfd; text-decoration: none; }
            .refused { color: #a00; } .omitted { color: #960; } .note { color: #666; }
            </style>
            </head>
            <body>
            <h1>Writeback plan</h1>
            """;

    private final Writer out;

    private PlanHtml(Writer out) {
        this.out = out;
    }

    /** Begins a page. */
    static PlanHtml to(Writer out, String profile) throws IOException {
        out.write(HEAD);
        out.write("<p class=\"note\">Profile " + escaped(profile)
                + "; objects with nothing to change are not shown.</p>\n");
        return new PlanHtml(out);
    }

    @Override
    public void show(Plan plan) throws IOException {
        List<AttributeDecision> shown =
                plan.decisions().stream().filter(PlanHtml::isOfNote).toList();
        boolean redundant = plan.disposition()
                .match(write -> false, skip -> skip.reason() == SkipReason.REDUNDANT_EXPORT, refuse -> false);
        if (shown.isEmpty() && redundant) {
            return;
        }
        out.write("<h2>" + escaped(plan.entry().map(entry -> entry.dn().value()).orElse("(no entry)"))
                + " <span class=\"note\">" + escaped(plan.object().value()) + "</span></h2>\n");
        String verdict = plan.disposition()
                .match(
                        write -> "",
                        skip -> "<p class=\"note\">" + escaped(skip.reason().label() + ": " + skip.sentence())
                                + "</p>\n",
                        refuse -> "<p class=\"refused\">" + escaped(Sentences.of(refuse.problem())) + "</p>\n");
        out.write(verdict);
        if (!shown.isEmpty()) {
            out.write("<table><tr><th>attribute</th><th>from</th><th>change</th><th>why</th></tr>\n");
            for (AttributeDecision decision : shown) {
                out.write(row(decision));
            }
            out.write("</table>\n");
        }
    }

    @Override
    public void close() throws IOException {
        out.write("</body>\n</html>\n");
        out.close();
    }

    private static boolean isOfNote(AttributeDecision decision) {
        return decision.writes()
                || decision.verdict() == Verdict.DRIFT
                || decision.verdict() == Verdict.INVALID
                || !decision.omissions().isEmpty();
    }

    private static String row(AttributeDecision decision) {
        String changes = decision.modification()
                .map(change -> marked("del", change.remove()) + marked("ins", change.add()))
                .orElse("none");
        return "<tr><td>" + escaped(decision.attribute().value()) + "</td><td>" + escaped(decision.source())
                + "</td><td>" + changes + "</td><td>" + escaped(decision.reason()) + rule(decision)
                + omitted(decision)
                + "</td></tr>\n";
    }

    private static String rule(AttributeDecision decision) {
        return " <span class=\"note\">" + escaped(decision.provenance().rule()) + "</span>";
    }

    private static String omitted(AttributeDecision decision) {
        return decision.omissions().stream()
                .map(omission -> "<br><span class=\"omitted\">" + escaped(omission.sentence()) + "</span>")
                .collect(Collectors.joining());
    }

    private static String marked(String tag, List<AttributeValue> values) {
        return values.stream()
                .map(value -> "<" + tag + ">" + escaped(value.toString()) + "</" + tag + "><br>")
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return Printable.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
