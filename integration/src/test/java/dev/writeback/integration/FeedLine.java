package dev.writeback.integration;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the cloud states about one object, as a line of the feed. */
final class FeedLine {

    private final Map<String, Object> line = new LinkedHashMap<>();
    private final Map<String, String> anchors = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();

    private FeedLine(String id) {
        line.put("id", id);
        line.put("attributes", attributes);
    }

    /** Its id and its version, nothing else yet. */
    static FeedLine of(String id, long version) {
        FeedLine line = new FeedLine(id);
        line.line.put("version", version);
        return line;
    }

    /** The mailbox of that user: tied to it by objectGUID, and managed in the cloud. */
    static FeedLine of(TestUser user, long version) {
        return of(idOf(user), version).anchor("immutableId", user.immutableId()).states("IsExchangeCloudManaged", true);
    }

    /** The cloud's id of that user's mailbox. */
    static String idOf(TestUser user) {
        return UUID.nameUUIDFromBytes(user.dn().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** With this anchor, in place of one of the same kind. */
    FeedLine anchor(String kind, String value) {
        anchors.put(kind, value);
        line.put("anchor", anchors);
        return this;
    }

    FeedLine states(String property, @Nullable Object value) {
        attributes.put(property, value);
        return this;
    }

    /** Without what was stated about that property. */
    FeedLine isSilentOn(String property) {
        attributes.remove(property);
        return this;
    }

    FeedLine states(Map<String, @Nullable Object> properties) {
        attributes.putAll(properties);
        return this;
    }

    @Override
    public String toString() {
        return Json.write(line);
    }
}
