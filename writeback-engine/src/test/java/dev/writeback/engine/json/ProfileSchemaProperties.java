package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writeback.engine.mapping.InvalidProfileException;
import dev.writeback.engine.mapping.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** The schema and the reader of profiles agree, over documents that are right, or wrong in a few places. */
class ProfileSchemaProperties {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] ODD = {
        "7",
        "true",
        "null",
        "\"\"",
        "\" \"",
        "[]",
        "{}",
        "[7]",
        "\"A b\"",
        "\"1newest\"",
        "[\"SMTP\",\"SMTP\"]",
        "[\"*x\"]",
        "[\"a@y.z\"]"
    };

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void the_reader_takes_what_the_schema_takes_and_nothing_else(@ForAll("documents") String document) {
        boolean valid = SchemaCheck.violations("profile.schema.json", document).isEmpty();
        Statistics.label("valid")
                .collect(valid)
                .coverage(coverage -> coverage.check(true).percentage(it -> it > 10));

        assertThat(isRead(document)).as(document).isEqualTo(valid);
    }

    private static boolean isRead(String document) {
        try {
            return !ProfileJson.parse(document, name -> Optional.of(Profile.exchangeOnlineExtended()))
                    .rules()
                    .isEmpty();
        } catch (InvalidProfileException invalid) {
            assertThat(invalid.problems()).isNotEmpty().allMatch(problem -> problem.matches("(?s).+[.?]"));
            return false;
        }
    }

    @Provide
    Arbitrary<String> documents() {
        Map<String, Arbitrary<String>> keys = Map.of(
                "name", mostly("\"x\"", "\"a b\""),
                "extends", mostly("\"exchange-online\"", "\"house.json\""),
                "rules", Arbitraries.oneOf(rules(), rules(), Arbitraries.of(ODD)),
                "colour", Arbitraries.of(ODD));
        return object(keys, Map.of("name", 0.95, "extends", 0.5, "rules", 0.95, "colour", 0.02));
    }

    /** One about each target, so that nothing is wrong but what a schema can say. */
    private static Arbitrary<String> rules() {
        return Combinators.combine(
                        rule("\"proxyAddresses\"", 0.6, 0.0).optional(),
                        rule("\"mail\"", 0.0, 0.6).optional(),
                        rule("\"extensionAttribute1\"", 0.0, 0.0).optional())
                .as((one, other, third) -> Stream.of(one, other, third)
                        .flatMap(Optional::stream)
                        .toList()
                        .toString());
    }

    private static Arbitrary<String> rule(String target, double addresses, double primaryOf) {
        return Arbitraries.frequencyOf(
                Tuple.of(6, full(target, "source", addresses, primaryOf)),
                Tuple.of(3, full(target, "expression", addresses, 0)),
                Tuple.of(1, Arbitraries.just("{\"target\":%s,\"remove\":true}".formatted(target))),
                Tuple.of(1, object(Map.of("target", mostly(target), "remove", mostly("true")), Map.of())),
                Tuple.of(1, Arbitraries.of(ODD)));
    }

    private static Arbitrary<String> full(String target, String origin, double addresses, double primaryOf) {
        Map<String, Arbitrary<String>> keys = Map.of(
                "target",
                mostly(target),
                origin,
                origin.equals("source") ? mostly("\"A\"") : texts("\"ToUpper([Department])\""),
                "authority",
                mostly("\"cloud\"", "\"directory\""),
                "clear",
                mostly("true", "false"),
                "drift",
                mostly("\"report\""),
                "addresses",
                addresses(origin),
                "primaryOf",
                mostly("\"EmailAddresses\"", "null"),
                "remove",
                mostly("false"),
                "adresses",
                Arbitraries.of(ODD));
        return object(
                keys,
                Map.of(
                        "target",
                        0.98,
                        origin,
                        0.98,
                        "authority",
                        0.3,
                        "clear",
                        0.3,
                        "drift",
                        0.2,
                        "addresses",
                        addresses,
                        "primaryOf",
                        primaryOf,
                        "remove",
                        0.2,
                        "adresses",
                        0.02));
    }

    private static Arbitrary<String> addresses(String origin) {
        Map<String, Arbitrary<String>> keys = Map.of(
                "defaults", mostly("true", "false"),
                "flow", mostly("[\"SMTP\"]", "[]"),
                "preserve", mostly("[\"X500\",\"sip\"]"),
                "drop", mostly("[\"SPO\"]"),
                "others", mostly("\"flow\"", "\"drop\""),
                "flowDomains", mostly("[\"x.example\"]", "[\"*.x.y\"]"),
                "dropDomains", mostly("[\"y.example\"]"),
                "x500From",
                        origin.equals("source") ? mostly("\"LegacyExchangeDN\"", "null") : Arbitraries.just("null"));
        return Arbitraries.frequencyOf(
                Tuple.of(
                        9,
                        object(
                                keys,
                                Map.of(
                                        "defaults",
                                        0.3,
                                        "flow",
                                        0.2,
                                        "preserve",
                                        0.2,
                                        "drop",
                                        0.2,
                                        "others",
                                        0.2,
                                        "flowDomains",
                                        0.2,
                                        "dropDomains",
                                        0.2,
                                        "x500From",
                                        0.3))),
                Tuple.of(1, Arbitraries.of(ODD)));
    }

    private static Arbitrary<String> mostly(String... good) {
        return Arbitraries.frequencyOf(Tuple.of(60, Arbitraries.of(good)), Tuple.of(1, Arbitraries.of(ODD)));
    }

    private static Arbitrary<String> texts(String good) {
        return Arbitraries.frequencyOf(
                Tuple.of(60, Arbitraries.just(good)), Tuple.of(1, Arbitraries.of("7", "null", "\" \"", "[]")));
    }

    /** An object with some of these keys, each as often as is said; always, if nothing is said. */
    private static Arbitrary<String> object(Map<String, Arbitrary<String>> keys, Map<String, Double> often) {
        List<String> names = keys.keySet().stream().sorted().toList();
        List<Arbitrary<Optional<String>>> values = new ArrayList<>();
        names.forEach(name -> values.add(keys.get(name).optional(often.getOrDefault(name, 1.0))));
        return Combinators.combine(values).as(found -> {
            ObjectNode object = JSON.createObjectNode();
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                found.get(i).ifPresent(value -> object.set(name, tree(value)));
            }
            return object.toString();
        });
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
