package dev.writeback.engine.planning;

import dev.writeback.engine.exchange.Spelling;
import dev.writeback.engine.mapping.CloudNames;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what a cloud object states under a name that nobody knows, most likely because it is misspelled. It is written
 * nowhere, and whoever stated it should hear of that. Immutable.
 */
public final class UnknownAttributes {

    private final Set<AttributeName> known = new LinkedHashSet<>();
    /** How the known names are spelled, which most statements keep to: the shorter way to know one. */
    private final Set<String> spellings;

    /** Known are the sources of the profile and all properties and attributes of the catalogue. */
    public UnknownAttributes(Profile profile) {
        known.addAll(CloudNames.known());
        profile.rules().forEach(rule -> known.addAll(rule.reads()));
        spellings = known.stream().map(AttributeName::value).collect(Collectors.toSet());
    }

    /** One sentence for each unknown name that the object states; empty as a rule. */
    public List<String> in(CloudObject object) {
        List<String> sentences = new ArrayList<>(0);
        for (AttributeName stated : object.attributes().keySet()) {
            if (!spellings.contains(stated.value()) && !known.contains(stated)) {
                sentences.add("%s is stated, but no rule takes it and nothing by that name is known%s."
                        .formatted(stated, Spelling.hint(stated.value(), spellings)));
            }
        }
        return sentences;
    }
}
