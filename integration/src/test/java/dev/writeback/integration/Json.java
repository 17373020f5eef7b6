package dev.writeback.integration;

import com.unboundid.util.json.JSONArray;
import com.unboundid.util.json.JSONBoolean;
import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONNull;
import com.unboundid.util.json.JSONNumber;
import com.unboundid.util.json.JSONObject;
import com.unboundid.util.json.JSONString;
import com.unboundid.util.json.JSONValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as the outside world writes and reads it: without the project's own code. */
final class Json {

    private Json() {}

    /** Maps, lists, texts, whole numbers, booleans and null, as JSON on one line. */
    static String write(@Nullable Object value) {
        return value(value).toSingleLineString();
    }

    /** The object that this text is; one that is none fails the test. */
    static JSONObject object(String text) {
        try {
            return new JSONObject(text);
        } catch (JSONException e) {
            throw new AssertionError("not a JSON object: " + text, e);
        }
    }

    /** The text of a field; null where the field is missing or null. Anything else fails the test. */
    static @Nullable String text(JSONObject object, String field) {
        JSONValue value = object.getField(field);
        if (value == null || value instanceof JSONNull) {
            return null;
        }
        if (value instanceof JSONString string) {
            return string.stringValue();
        }
        throw new AssertionError(field + " is not a text: " + value);
    }

    /** The texts of the array that this text is; one that is none fails the test. */
    static List<String> texts(String array) {
        List<JSONValue> values = object("{\"array\":" + array + "}").getFieldAsArray("array");
        if (values == null) {
            throw new AssertionError("not a JSON array: " + array);
        }
        return values.stream()
                .map(JSONString.class::cast)
                .map(JSONString::stringValue)
                .toList();
    }

    /** The objects of a field; none where it is missing. Anything else fails the test. */
    static List<JSONObject> objects(JSONObject object, String field) {
        List<JSONValue> values = object.getFieldAsArray(field);
        if (values == null) {
            if (object.getField(field) != null) {
                throw new AssertionError(field + " is not an array: " + object.getField(field));
            }
            return List.of();
        }
        return values.stream().map(JSONObject.class::cast).toList();
    }

    private static JSONValue value(@Nullable Object value) {
        if (value == null) {
            return JSONNull.NULL;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, JSONValue> fields = new LinkedHashMap<>();
            map.forEach((key, each) -> fields.put(key.toString(), value(each)));
            return new JSONObject(fields);
        } else if (value instanceof List<?> list) {
            return new JSONArray(list.stream().map(Json::value).toList());
        } else if (value instanceof Boolean flag) {
            return new JSONBoolean(flag);
        } else if (value instanceof Number number) {
            return new JSONNumber(number.longValue());
        }
        return new JSONString(value.toString());
    }
}
