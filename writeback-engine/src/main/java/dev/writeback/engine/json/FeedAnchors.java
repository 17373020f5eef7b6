package dev.writeback.engine.json;

import com.fasterxml.jackson.core.JsonToken;
import dev.writeback.model.Anchor;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the anchors of one line of the feed. */
final class FeedAnchors {

    static final List<String> KEYS =
            List.of("immutableId", "externalDirectoryObjectId", "securityIdentifier", "distinguishedName");

    private FeedAnchors() {}

    static List<Anchor> read(FeedTokens tokens) throws MalformedLine {
        if (tokens.next() != JsonToken.START_OBJECT) {
            throw tokens.malformed("anchor is %s; it is an object with one or more of %s"
                    .formatted(tokens.kind(), String.join(", ", KEYS)));
        }
        List<Anchor> anchors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (tokens.next() == JsonToken.FIELD_NAME) {
            String key = tokens.text();
            if (!seen.add(key)) {
                throw tokens.malformed("anchor.%s is stated twice; state it once".formatted(key));
            }
            if (!KEYS.contains(key)) {
                throw tokens.malformed("anchor.%s is unknown; %s".formatted(key, KnownKeys.hint(key, KEYS)));
            }
            anchors.add(anchor(key, tokens));
        }
        if (anchors.isEmpty()) {
            throw tokens.malformed(
                    "anchor is empty; leave it out, or state one or more of %s".formatted(String.join(", ", KEYS)));
        }
        return anchors;
    }

    private static Anchor anchor(String key, FeedTokens tokens) throws MalformedLine {
        if (tokens.next() != JsonToken.VALUE_STRING) {
            throw tokens.malformed("anchor.%s is %s; it is a text, or is left out".formatted(key, tokens.kind()));
        }
        String text = tokens.text();
        try {
            return switch (key) {
                case "immutableId" -> new Anchor.ImmutableId(ObjectGuid.ofBase64(text));
                case "externalDirectoryObjectId" -> new Anchor.ExternalDirectoryObjectId(text);
                case "securityIdentifier" -> new Anchor.SecurityIdentifier(text);
                default -> new Anchor.DistinguishedName(Dn.of(text));
            };
        } catch (IllegalArgumentException invalid) {
            throw tokens.malformed("anchor.%s: %s".formatted(key, invalid.getMessage()));
        }
    }
}
