package dev.writeback.engine.simulation;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cloud: states parts of its objects, takes them away and brings them back. It remembers all that it said, and so
 * knows, without any help of the engine, what all of it comes to.
 */
final class CloudWriter {

    private final List<List<Said>> said = new ArrayList<>();
    private final List<Map<Field, List<String>>> current = new ArrayList<>();

    /** One statement: some fields, or that the object is gone. */
    private record Said(boolean gone, Map<Field, List<String>> fields) {}

    CloudWriter(int objects) {
        for (int i = 0; i < objects; i++) {
            said.add(new ArrayList<>());
            current.add(new EnumMap<>(Map.of(Field.MANAGED, List.of("true"))));
        }
    }

    CloudChange state(int object, Field field, List<String> values) {
        current.get(object).put(field, values);
        return exists(object) ? say(object, Map.of(field, values)) : restate(object);
    }

    CloudChange restate(int object) {
        return say(object, new EnumMap<>(current.get(object)));
    }

    CloudChange gone(int object) {
        List<Said> all = said.get(object);
        all.add(new Said(true, Map.of()));
        return CloudChange.removal(Mailboxes.id(object), all.size());
    }

    /** What the cloud wants of an object in the end; nothing if it has none or does not manage it. */
    Optional<Map<Field, List<String>>> wants(int object) {
        Map<Field, List<String>> fields = new EnumMap<>(Field.class);
        for (Said one : said.get(object)) {
            if (one.gone()) {
                fields.clear();
            }
            fields.putAll(one.fields());
        }
        boolean managed = List.of("true").equals(fields.remove(Field.MANAGED));
        return managed ? Optional.of(fields) : Optional.empty();
    }

    /** Whether anything was ever said about an object. */
    boolean knows(int object) {
        return !said.get(object).isEmpty();
    }

    private boolean exists(int object) {
        List<Said> all = said.get(object);
        return !all.isEmpty() && !all.get(all.size() - 1).gone();
    }

    private CloudChange say(int object, Map<Field, List<String>> fields) {
        List<Said> all = said.get(object);
        all.add(new Said(false, fields));
        Map<AttributeName, List<AttributeValue>> attributes = new LinkedHashMap<>();
        fields.forEach((field, values) -> attributes.put(field.cloud(), field.values(values)));
        return CloudChange.update(
                Mailboxes.id(object), all.size(), List.of(new Anchor.ImmutableId(Mailboxes.guid(object))), attributes);
    }
}
