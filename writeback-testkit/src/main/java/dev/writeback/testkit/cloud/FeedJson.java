package dev.writeback.testkit.cloud;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import java.util.List;
import java.util.stream.Collectors;

/** A change as a line of the feed (docs/formats.md). */
final class FeedJson {

    private FeedJson() {}

    /** The line, without a line end. */
    static String line(CloudChange change) {
        StringBuilder json =
                new StringBuilder("{\"id\":").append(text(change.id().value()));
        change.version().ifPresent(version -> json.append(",\"version\":").append(version));
        if (change instanceof CloudChange.Update update) {
            update.at().ifPresent(time -> json.append(",\"time\":").append(text(time.toString())));
            if (!update.anchors().isEmpty()) {
                json.append(",\"anchor\":")
                        .append(update.anchors().stream()
                                .map(FeedJson::anchor)
                                .collect(Collectors.joining(",", "{", "}")));
            }
            json.append(",\"attributes\":")
                    .append(update.attributes().entrySet().stream()
                            .map(one -> text(one.getKey().value()) + ":" + values(one.getValue()))
                            .collect(Collectors.joining(",", "{", "}")));
        } else {
            json.append(",\"removed\":true");
        }
        return json.append('}').toString();
    }

    private static String anchor(Anchor anchor) {
        if (anchor instanceof Anchor.ImmutableId it) {
            return "\"immutableId\":" + text(it.guid().toBase64());
        } else if (anchor instanceof Anchor.ExternalDirectoryObjectId it) {
            return "\"externalDirectoryObjectId\":" + text(it.value());
        } else if (anchor instanceof Anchor.SecurityIdentifier it) {
            return "\"securityIdentifier\":" + text(it.value());
        }
        return "\"distinguishedName\":"
                + text(((Anchor.DistinguishedName) anchor).dn().value());
    }

    private static String values(List<AttributeValue> values) {
        if (values.isEmpty()) {
            return "null";
        }
        return values.size() == 1
                ? value(values.get(0))
                : values.stream().map(FeedJson::value).collect(Collectors.joining(",", "[", "]"));
    }

    private static String value(AttributeValue value) {
        if (value instanceof AttributeValue.Text it) {
            return text(it.value());
        } else if (value instanceof AttributeValue.Whole it) {
            return Long.toString(it.value());
        } else if (value instanceof AttributeValue.Flag it) {
            return Boolean.toString(it.value());
        } else if (value instanceof AttributeValue.Octets it) {
            return "{\"base64\":" + text(it.base64()) + "}";
        }
        return "{\"ref\":" + text(((AttributeValue.Reference) value).object().value()) + "}";
    }

    /** A text of JSON (RFC 8259, section 7). Half of a surrogate pair is escaped, for no UTF-8 can hold it. */
    private static String text(String value) {
        StringBuilder json = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || isHalf(value, i)) {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private static boolean isHalf(String value, int index) {
        char c = value.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == value.length() || !Character.isLowSurrogate(value.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(value.charAt(index - 1)));
    }
}
