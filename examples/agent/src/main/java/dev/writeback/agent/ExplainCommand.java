package dev.writeback.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.writeback.engine.exchange.Spelling;
import dev.writeback.engine.mapping.Explanation;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.model.AttributeName;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What the profile does with one attribute. */
@Command(
        name = "explain",
        description = {
            "Show where the profile takes an attribute from, who wins, and what it needs in the directory.",
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
        List<Explanation> explanations =
                AttributeName.isValid(attribute) ? profile.explain(AttributeName.of(attribute)) : List.of();
        if (explanations.isEmpty()) {
            throw Failure.usage("the profile %s does nothing with %s; %s"
                    .formatted(profile.name(), Printable.of(attribute), hint(profile)));
        }
        Output output = globals.output();
        if (output.isJson()) {
            output.result(json(explanations));
        } else {
            explanations.forEach(explanation -> print(output, explanation));
        }
        return ExitCode.DONE.number();
    }

    private String hint(Profile profile) {
        return Spelling.nearest(attribute, names(profile))
                .map("did you mean %s?"::formatted)
                .orElseGet(() -> "it writes " + String.join(", ", targets(profile)));
    }

    private static List<String> targets(Profile profile) {
        return profile.rules().stream().map(rule -> rule.target().value()).toList();
    }

    private static List<String> names(Profile profile) {
        return profile.rules().stream()
                .flatMap((Rule rule) -> Stream.concat(Stream.of(rule.target()), rule.reads().stream()))
                .map(AttributeName::value)
                .distinct()
                .toList();
    }

    private static void print(Output output, Explanation it) {
        output.result(output.paint().bold(it.target().value()));
        output.result("  from       " + it.source());
        output.result("  authority  " + it.authority().name().toLowerCase(Locale.ROOT));
        output.result("  how        " + it.translation());
        output.result("  needs      " + it.requirement());
        output.result("  OID        " + it.oid());
    }

    private static String json(List<Explanation> explanations) {
        ArrayNode all = new ObjectMapper().createArrayNode();
        for (Explanation it : explanations) {
            all.addObject()
                    .put("target", it.target().value())
                    .put("source", it.source())
                    .put("authority", it.authority().name().toLowerCase(Locale.ROOT))
                    .put("translation", it.translation())
                    .put("requirement", it.requirement())
                    .put("oid", it.oid());
        }
        return all.toString();
    }
}
