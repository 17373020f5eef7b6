package dev.writeback.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.EntryId;
import dev.writeback.model.ReplicaMark;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was agreed; where both sides hold the same, it stands there once. */
final class BaselineJson {

    private BaselineJson() {}

    static byte[] bytes(Baseline baseline) {
        return JsonText.of(baseline, BaselineJson::write);
    }

    private static void write(JsonGenerator json, Baseline baseline) throws IOException {
        json.writeStartObject();
        JsonText.member(json, "entry", baseline.entry(), ValuesJson::write);
        JsonText.member(json, "mark", baseline.mark(), (out, mark) -> out.writeString(mark.value()));
        json.writeObjectFieldStart("agreements");
        for (Map.Entry<AttributeName, Agreement> one : baseline.agreements().entrySet()) {
            json.writeFieldName(one.getKey().value());
            write(json, one.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Agreement agreement) throws IOException {
        json.writeStartArray();
        ValuesJson.write(json, agreement.cloud());
        if (!agreement.directory().equals(agreement.cloud())) {
            ValuesJson.write(json, agreement.directory());
        }
        json.writeEndArray();
    }

    /** What is stored of an object, which may be nothing. */
    static Baseline orNone(byte @Nullable [] content) {
        return content == null ? Baseline.none() : read(content);
    }

    static Baseline read(byte[] content) {
        return JsonText.read(content, BaselineJson::baseline);
    }

    private static Baseline baseline(JsonParser json) throws IOException {
        Optional<EntryId> entry = Optional.empty();
        Optional<ReplicaMark> mark = Optional.empty();
        Map<AttributeName, Agreement> agreements = new LinkedHashMap<>();
        for (String member = json.nextFieldName(); member != null; member = json.nextFieldName()) {
            json.nextToken();
            if (member.equals("entry")) {
                entry = Optional.of(ValuesJson.entry(json));
            } else if (member.equals("mark")) {
                mark = Optional.of(new ReplicaMark(json.getText()));
            } else {
                for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                    agreements.put(Names.of(name), agreement(json));
                }
            }
        }
        return new Baseline(entry, agreements, mark);
    }

    private static Agreement agreement(JsonParser json) throws IOException {
        json.nextToken();
        json.nextToken();
        List<AttributeValue> cloud = ValuesJson.list(json);
        if (json.nextToken() == JsonToken.END_ARRAY) {
            return new Agreement(cloud, cloud);
        }
        List<AttributeValue> directory = ValuesJson.list(json);
        json.nextToken();
        return new Agreement(cloud, directory);
    }
}
