package dev.writeback.architecture.bad.engine.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

public final class ShowsJackson {
    public final List<JsonNode> nodes = List.of();

    protected ShowsJackson(JsonNode node) {}

    public JsonNode node() throws JsonProcessingException {
        return nodes.get(0);
    }
}
