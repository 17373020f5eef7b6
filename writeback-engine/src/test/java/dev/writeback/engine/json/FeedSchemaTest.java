package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of the feed and its reader say the same. */
class FeedSchemaTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\"}",
                "{\"id\":\"a\",\"version\":18,\"removed\":true}",
                "{\"id\":\"a\",\"anchor\":{\"immutableId\":\"q83vEjRWeJCrze8SNFZ4kA==\"},\"attributes\":{"
                        + "\"A\":null,\"B\":\"\",\"C\":[],\"D\":\"x\",\"E\":1,\"F\":true,\"G\":[\"x\",2],"
                        + "\"H\":[{\"ref\":\"77c1\"}],\"I\":{\"base64\":\"AQI=\"}}}",
                "{\"id\":\"a\",\"anchor\":{\"externalDirectoryObjectId\":\"User_1\",\"securityIdentifier\":\"S-1-5-21-1\","
                        + "\"distinguishedName\":\"CN=a\"}}"
            })
    void what_the_schema_allows_is_read(String line) {
        assertThat(SchemaCheck.violations("feed.schema.json", line)).isEmpty();
        assertThatCode(() -> FeedLine.parse(line)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\":\"\"}",
                "{\"id\":\"a\",\"vresion\":1}",
                "{\"id\":\"a\",\"version\":\"1\"}",
                "{\"id\":\"a\",\"version\":9223372036854775808}",
                "{\"id\":\"a\",\"anchor\":{}}",
                "{\"id\":\"a\",\"anchor\":{\"immutableId\":\"AQI=\"}}",
                "{\"id\":\"a\",\"anchor\":{\"securityIdentifier\":\"S-2\"}}",
                "{\"id\":\"a\",\"attributes\":{\"1\":1}}",
                "{\"id\":\"a\",\"attributes\":{\"A\":1.5}}",
                "{\"id\":\"a\",\"attributes\":{\"A\":[\"\"]}}",
                "{\"id\":\"a\",\"attributes\":{\"A\":[null]}}",
                "{\"id\":\"a\",\"attributes\":{\"A\":{\"x\":1}}}",
                "{\"id\":\"a\",\"attributes\":{\"A\":{\"base64\":\"\"}}}",
                "{\"id\":\"a\",\"removed\":\"yes\"}"
            })
    void what_the_schema_forbids_is_refused(String line) {
        assertThat(SchemaCheck.violations("feed.schema.json", line)).isNotEmpty();
        assertThatCode(() -> FeedLine.parse(line)).isInstanceOf(MalformedLine.class);
    }

    @Test
    void the_schemas_and_the_readers_know_the_same_keys() throws java.io.IOException {
        assertThat(keys("feed.schema.json", "/properties")).containsExactlyElementsOf(FeedLine.KEYS);
        assertThat(keys("feed.schema.json", "/properties/anchor/properties"))
                .containsExactlyElementsOf(FeedAnchors.KEYS);
        assertThat(keys("profile.schema.json", "/$defs/taken/properties"))
                .containsExactlyElementsOf(without("expression", RuleJson.KEYS));
        assertThat(keys("profile.schema.json", "/$defs/computed/properties"))
                .containsExactlyElementsOf(without("source", RuleJson.KEYS));
        for (String rule : java.util.List.of("taken", "computed")) {
            assertThat(keys("profile.schema.json", "/$defs/" + rule + "/properties/addresses/properties"))
                    .containsExactlyElementsOf(AddressesJson.KEYS);
        }
    }

    private static java.util.List<String> without(String key, java.util.List<String> keys) {
        return keys.stream().filter(it -> !it.equals(key)).toList();
    }

    private static Iterable<String> keys(String schema, String pointer) throws java.io.IOException {
        try (var in = StatusJson.class.getResourceAsStream(schema)) {
            var node = new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(in)
                    .at(pointer);
            java.util.List<String> keys = new java.util.ArrayList<>();
            node.fieldNames().forEachRemaining(keys::add);
            return keys;
        }
    }
}
