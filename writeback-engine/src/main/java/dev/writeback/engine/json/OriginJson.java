package dev.writeback.engine.json;

import dev.writeback.engine.expression.Expression;
import dev.writeback.engine.expression.InvalidExpressionException;
import dev.writeback.engine.mapping.CloudNames;
import dev.writeback.engine.mapping.Origin;
import dev.writeback.model.AttributeName;
import java.util.List;
import java.util.Optional;

/** Reads where a rule takes its values from: a source or an expression, and one of them only. */
final class OriginJson {

    private static final List<String> NAMES =
            CloudNames.known().stream().map(AttributeName::value).toList();

    private final StrictObject json;

    OriginJson(StrictObject json) {
        this.json = json;
    }

    /** Where the values come from; nothing if there is a problem, which is named. */
    Optional<Origin> origin() {
        if (!json.has("expression")) {
            return json.requiredText("source", "CustomAttribute5")
                    .flatMap(text -> json.name("source", text))
                    .map(Origin.Property::new);
        }
        Optional<Origin> computed = json.text("expression").flatMap(this::computed);
        if (json.has("source")) {
            json.problem("source", "is there beside expression; name one of them");
        }
        return computed;
    }

    private Optional<Origin> computed(String text) {
        try {
            return Optional.of(new Origin.Computed(Expression.parse(text, NAMES)));
        } catch (InvalidExpressionException invalid) {
            invalid.problems().forEach(problem -> json.problemAt("expression", problem.column(), problem.sentence()));
            return Optional.empty();
        }
    }
}
