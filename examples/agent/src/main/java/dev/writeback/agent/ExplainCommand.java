package dev.writeback.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.writeback.engine.exchange.Spelling;
import dev.writeback.engine.mapping.CloudNames;
import dev.writeback.engine.mapping.Explanation;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.model.AttributeName;
import dev.writeback.plan.Printable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What the profile does with one attribute. */
@Command(
        name = "explain",
        description = {
            "Show where the profile takes an attribute from, who wins, and what it needs in the directory;",
            "of an attribute that it does not write, what is known of it and how a rule would look.",
            "Without a configuration, of the built-in profile exchange-online."
        })
final class ExplainCommand implements Callable<Integer> {

    private final Globals globals;

    @Parameters(paramLabel = "ATTRIBUTE", description = "As the directory or the cloud names it.")
    private String attribute = "";

    ExplainCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() {
        Profile profile = globals.hasConfiguration() ? globals.configuration().profile() : Profile.exchangeOnline();
        List<Explanation> explanations = explanations(profile);
        if (explanations.isEmpty()) {
            throw Failure.usage("the profile %s does nothing with %s, and nothing by that name is known; %s"
                    .formatted(profile.name(), Printable.of(attribute), hint(profile)));
        }
        Output output = globals.output();
        if (output.isJson()) {
            output.result(json(explanations));
        } else {
            explanations.forEach(explanation -> print(output, profile, explanation));
        }
        return ExitCode.DONE.number();
    }

    /** What the profile does with it; or else what is known of it. */
    private List<Explanation> explanations(Profile profile) {
        if (!AttributeName.isValid(attribute)) {
            return List.of();
        }
        AttributeName name = AttributeName.of(attribute);
        List<Explanation> written = profile.explain(name);
        return written.isEmpty() ? Explanation.unwritten(name) : written;
    }

    private String hint(Profile profile) {
        Set<String> names = new LinkedHashSet<>();
        profile.rules().forEach(rule -> {
            names.add(rule.target().value());
            rule.reads().forEach(read -> names.add(read.value()));
        });
        CloudNames.known().forEach(name -> names.add(name.value()));
        return Spelling.nearest(attribute, names)
                .map("did you mean %s?"::formatted)
                .orElseGet(() -> "it writes "
                        + profile.rules().stream()
                                .map(rule -> rule.target().value())
                                .collect(Collectors.joining(", ")));
    }

    private static void print(Output output, Profile profile, Explanation it) {
        output.result(output.paint().bold(it.target().value()));
        if (it.rule().isPresent()) {
            line(output, "from", it.source());
            line(output, "authority", authority(it));
            line(output, "wins", it.winner());
        } else {
            line(output, "from", "The profile " + profile.name() + " does not write it.");
            line(output, "stated by", it.source().isEmpty() ? "No property of Exchange Online." : it.source());
        }
        line(output, "how", it.translation());
        line(output, "needs", it.facts().requirement());
        line(
                output,
                "OID",
                it.facts().oid().isEmpty() ? "It is not known." : it.facts().oid());
        line(output, "Microsoft", it.facts().microsoft());
        line(output, "moves", it.facts().move());
        it.remarks().forEach(remark -> line(output, "note", remark));
    }

    private static void line(Output output, String what, String text) {
        output.result(String.format(Locale.ROOT, "  %-10s ", what) + Printable.of(text));
    }

    private static String authority(Explanation it) {
        return it.rule().map(rule -> rule.authority().toString()).orElse("");
    }

    private static String json(List<Explanation> explanations) {
        ArrayNode all = new ObjectMapper().createArrayNode();
        for (Explanation it : explanations) {
            ArrayNode remarks = all.addObject()
                    .put("target", it.target().value())
                    .put("written", it.rule().isPresent())
                    .put("source", it.source())
                    .put("authority", authority(it))
                    .put("winner", it.winner())
                    .put("translation", it.translation())
                    .put("requirement", it.facts().requirement())
                    .put("oid", it.facts().oid())
                    .put("microsoft", it.facts().microsoft())
                    .put("authorityMoves", it.facts().move())
                    .putArray("remarks");
            it.remarks().forEach(remarks::add);
        }
        return all.toString();
    }
}
