package dev.writeback.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Holds a document against one of this package's JSON Schemas; knows the keywords that they use, and no other. */
final class SchemaCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SILENT = Set.of("$schema", "$id", "$defs", "title", "description", "format");

    private final JsonNode root;
    private final List<String> violations = new ArrayList<>();

    private SchemaCheck(JsonNode root) {
        this.root = root;
    }

    /** What the document violates; empty if it is valid. */
    static List<String> violations(String schema, String document) {
        try (InputStream in = StatusJson.class.getResourceAsStream(schema)) {
            SchemaCheck check = new SchemaCheck(JSON.readTree(in));
            check.check("", check.root, JSON.readTree(document));
            return check.violations;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void check(String path, JsonNode schema, JsonNode value) {
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            if (!SILENT.contains(keyword.getKey()) && !holds(path, schema, keyword, value)) {
                violations.add("%s: %s %s".formatted(path, keyword.getKey(), keyword.getValue()));
            }
        }
    }

    private boolean holds(String path, JsonNode schema, Map.Entry<String, JsonNode> keyword, JsonNode value) {
        JsonNode wanted = keyword.getValue();
        return switch (keyword.getKey()) {
            case "type" -> elements(wanted).stream().anyMatch(type -> isOf(type.asText(), value));
            case "const" -> wanted.equals(value);
            case "enum" -> elements(wanted).contains(value);
            case "pattern" ->
                !value.isTextual()
                        || Pattern.compile(wanted.asText())
                                .matcher(value.asText())
                                .find();
            case "minLength" -> !value.isTextual() || value.asText().length() >= wanted.asInt();
            case "maxLength" -> !value.isTextual() || value.asText().length() <= wanted.asInt();
            case "minimum" -> !value.isNumber() || value.decimalValue().compareTo(wanted.decimalValue()) >= 0;
            case "maximum" -> !value.isNumber() || value.decimalValue().compareTo(wanted.decimalValue()) <= 0;
            case "contains" -> !value.isArray() || elements(value).stream().anyMatch(it -> isValid(wanted, it));
            case "not" -> !isValid(wanted, value);
            case "uniqueItems" -> !value.isArray() || new HashSet<>(elements(value)).size() == value.size();
            case "minProperties" -> !value.isObject() || value.size() >= wanted.asInt();
            case "required" -> elements(wanted).stream().allMatch(key -> !value.isObject() || value.has(key.asText()));
            case "anyOf" -> elements(wanted).stream().anyMatch(option -> isValid(option, value));
            case "$ref" -> {
                check(path, root.at(wanted.asText().substring(1)), value);
                yield true;
            }
            case "items" -> {
                for (int i = 0; i < value.size() && value.isArray(); i++) {
                    check(path + "[" + i + "]", wanted, value.get(i));
                }
                yield true;
            }
            case "properties", "additionalProperties" -> {
                checkProperties(path, schema, keyword.getKey(), value);
                yield true;
            }
            case "propertyNames" -> {
                value.fieldNames()
                        .forEachRemaining(name ->
                                check(path, wanted, JSON.getNodeFactory().textNode(name)));
                yield true;
            }
            default -> throw new IllegalArgumentException("unknown keyword " + keyword.getKey());
        };
    }

    private void checkProperties(String path, JsonNode schema, String keyword, JsonNode value) {
        JsonNode named = schema.path("properties");
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            String place = path + "." + property.getKey();
            if (named.has(property.getKey()) != keyword.equals("properties")) {
                continue;
            }
            JsonNode wanted = keyword.equals("properties") ? named.get(property.getKey()) : schema.get(keyword);
            if (wanted.isBoolean() && !wanted.asBoolean()) {
                violations.add(place + ": unknown");
            } else {
                check(place, wanted, property.getValue());
            }
        }
    }

    private boolean isValid(JsonNode option, JsonNode value) {
        SchemaCheck check = new SchemaCheck(root);
        check.check("", option, value);
        return check.violations.isEmpty();
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
    }

    private static List<JsonNode> elements(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false).toList() : List.of(node);
    }
}
