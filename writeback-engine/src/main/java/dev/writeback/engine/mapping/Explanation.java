package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.AttributeCatalogue;
import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.model.AttributeName;
import java.util.List;
import java.util.Optional;

/**
 * What a profile does with one directory attribute, and what is known of the attribute.
 *
 * @param target the directory attribute
 * @param rule the rule that writes it; nothing if the profile does not write it
 * @param source what it is taken from: a cloud attribute, or the text of an expression; of an attribute that is not
 *     written, the cloud attribute that states it, and empty if none does
 * @param winner who wins, and what becomes of an empty value; empty if it is not written
 * @param translation how a value of the cloud becomes one of the directory
 * @param facts what is known of the attribute
 * @param remarks what an administrator should look at, or could do; a sentence each
 */
public record Explanation(
        AttributeName target,
        Optional<Rule> rule,
        String source,
        String winner,
        String translation,
        AttributeFacts facts,
        List<String> remarks) {

    public Explanation {
        remarks = List.copyOf(remarks);
    }

    static Explanation of(Flow flow) {
        Rule rule = flow.rule();
        return new Explanation(
                flow.target(),
                Optional.of(rule),
                flow.source(),
                RuleWords.winner(rule),
                RuleWords.translation(rule, flow.attribute()),
                AttributeFacts.of(flow.attribute()),
                RuleHints.of(rule));
    }

    /**
     * What is known of the attributes that are or are stated by an attribute, if no profile writes them: the directory
     * attribute of that name, or those that the cloud attribute of that name states. Empty if nobody knows the name.
     */
    public static List<Explanation> unwritten(AttributeName attribute) {
        return AttributeCatalogue.standard().entries().stream()
                .filter(entry -> isNamed(entry, attribute))
                .map(Explanation::unwritten)
                .toList();
    }

    private static boolean isNamed(CatalogueEntry entry, AttributeName attribute) {
        return entry.name().equals(attribute)
                || entry.properties().stream().anyMatch(attribute.value()::equalsIgnoreCase);
    }

    private static Explanation unwritten(CatalogueEntry entry) {
        return new Explanation(
                entry.name(),
                Optional.empty(),
                entry.property(),
                "",
                entry.translation().sentence(),
                AttributeFacts.of(entry),
                List.of(RuleWords.advice(entry)));
    }
}
