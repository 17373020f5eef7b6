package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.writeback.engine.expression.Evaluated;
import dev.writeback.engine.expression.Expression;
import dev.writeback.engine.expression.Inputs;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Evaluates each example of the page about expressions. */
class ExpressionsPageTest {

    private static final Path PAGE = Path.of("../docs/expressions.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| `(?<expression>.+)` \\| `(?<object>\\{.*\\})` \\| (?<result>.+) \\|$");
    private static final JsonMapper JSON = new JsonMapper();

    static Stream<Arguments> examples() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> Arguments.of(row.group("expression"), row.group("object"), row.group("result")));
    }

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @MethodSource("examples")
    void every_example_comes_to_what_the_page_says(String expression, String object, String result) throws IOException {
        Expression parsed = Expression.parse(expression, List.of());

        assertThat(shown(parsed.evaluate(inputs(object)))).isEqualTo(result);
        assertThat(Expression.parse(parsed.print(), List.of())).isEqualTo(parsed);
    }

    private static String shown(Evaluated result) {
        if (result instanceof Evaluated.Values values) {
            List<String> texts =
                    values.values().stream().map(AttributeValue::toString).toList();
            return texts.size() == 1
                    ? "`%s`".formatted(texts.get(0))
                    : texts.stream().collect(Collectors.joining(", ", "`[", "]`"));
        } else if (result instanceof Evaluated.Empty) {
            return "**empty**";
        } else if (result instanceof Evaluated.Absent) {
            return "**missing**";
        }
        return result instanceof Evaluated.Dropped ? "**dropped**" : "**fails**";
    }

    private static Inputs inputs(String object) throws IOException {
        Map<AttributeName, List<AttributeValue>> stated = new HashMap<>();
        JSON.readTree(object)
                .properties()
                .forEach(field -> stated.put(AttributeName.of(field.getKey()), values(field.getValue())));
        return new Inputs() {
            @Override
            public Optional<List<AttributeValue>> stated(AttributeName attribute) {
                return Optional.ofNullable(stated.get(attribute));
            }

            @Override
            public Instant now() {
                return Instant.parse("2026-04-09T14:05:00Z");
            }

            @Override
            public LongSupplier random() {
                return () -> 42;
            }
        };
    }

    private static List<AttributeValue> values(JsonNode node) {
        List<AttributeValue> values = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(element -> values.addAll(values(element)));
        } else if (node.isObject()) {
            values.add(new AttributeValue.Octets(node.get("base64").asText()));
        } else if (node.isNumber()) {
            values.add(AttributeValue.whole(node.asLong()));
        } else if (node.isBoolean()) {
            values.add(new AttributeValue.Flag(node.asBoolean()));
        } else if (!node.isNull() && !node.asText().isEmpty()) {
            values.add(AttributeValue.text(node.asText()));
        }
        return values;
    }
}
