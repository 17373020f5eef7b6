package dev.writeback.testkit.assertion;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.testkit.directory.EntrySnapshot;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an entry holds, wherever it was read.
 *
 * @param name what failures call it, as a rule its distinguished name
 * @param values the values of each attribute as text, or in base64 where they are none; an attribute without values is
 *     absent
 */
public record HeldEntry(String name, Map<AttributeName, List<String>> values) {

    public HeldEntry {
        Map<AttributeName, List<String>> held = new LinkedHashMap<>();
        values.forEach((attribute, texts) -> {
            if (!texts.isEmpty()) {
                held.put(attribute, List.copyOf(texts));
            }
        });
        values = Collections.unmodifiableMap(held);
    }

    /** The attributes that a sink was asked for. */
    public static HeldEntry of(DirectoryEntry entry) {
        Map<AttributeName, List<String>> values = new LinkedHashMap<>();
        entry.attributes().forEach((attribute, all) -> values.put(attribute, texts(all)));
        return new HeldEntry(entry.id().dn().value(), values);
    }

    /** All that an entry of the in-memory directory stores. */
    public static HeldEntry of(EntrySnapshot entry) {
        Map<AttributeName, List<String>> values = new LinkedHashMap<>();
        entry.attributeNames()
                .forEach(name -> values.put(
                        AttributeName.of(name),
                        entry.octets(name).stream().map(HeldEntry::text).toList()));
        return new HeldEntry(entry.dn(), values);
    }

    /** The values of an attribute; none if the entry does not hold it. */
    public List<String> values(AttributeName attribute) {
        return values.getOrDefault(attribute, List.of());
    }

    /** The octets as UTF-8, in base64 if they are none or hold control characters, as GUIDs do. */
    private static String text(byte[] octets) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
            if (text.chars().noneMatch(c -> c < ' ')) {
                return text;
            }
        } catch (CharacterCodingException notText) {
            // What is no text is shown like all octets.
        }
        return Base64.getEncoder().encodeToString(octets);
    }

    static List<String> texts(List<AttributeValue> values) {
        return values.stream().map(AttributeValue::toString).toList();
    }
}
