package dev.writeback.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Parking;
import dev.writeback.spi.Settlement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an object stands as it does.
 *
 * @param awaited what it waits for
 * @param problem what went wrong
 * @param parked the conflicts that a person must decide
 * @param held what a run that is held would have written
 */
record Note(List<CloudObjectId> awaited, Optional<Problem> problem, List<Parking> parked, Optional<Plan> held) {

    private static final Note NOTHING = new Note(List.of(), Optional.empty(), List.of(), Optional.empty());

    /** What is stored of the end of an item; null if there is nothing to say. */
    static byte @Nullable [] of(Settlement.End end) {
        if (end instanceof Settlement.Waiting waiting) {
            return JsonText.of(waiting.objects(), (json, objects) -> {
                json.writeStartObject();
                JsonText.array(json, "awaited", objects, (to, id) -> to.writeString(id.value()));
                json.writeEndObject();
            });
        } else if (end instanceof Settlement.Parked parked) {
            return JsonText.of(parked.conflicts(), (json, conflicts) -> {
                json.writeStartObject();
                JsonText.array(json, "parked", conflicts, JournalJson::write);
                json.writeEndObject();
            });
        } else if (end instanceof Settlement.Held held) {
            return JsonText.of(held.plan(), (json, plan) -> {
                json.writeStartObject();
                json.writeFieldName("held");
                PlanJson.write(json, plan);
                json.writeEndObject();
            });
        } else if (end instanceof Settlement.Expired expired) {
            return of(expired.why());
        }
        return end instanceof Settlement.Escrowed escrowed
                ? escrowed.why().map(Note::of).orElse(null)
                : null;
    }

    private static byte[] of(Problem problem) {
        return JsonText.of(problem, (json, it) -> {
            json.writeStartObject();
            json.writeFieldName("problem");
            StatusJson.write(json, it);
            json.writeEndObject();
        });
    }

    static Note read(byte @Nullable [] content) {
        if (content == null) {
            return NOTHING;
        }
        JsonNode tree = JsonText.tree(content);
        return new Note(
                JsonText.list(tree.path("awaited"), id -> CloudObjectId.of(id.textValue())),
                JsonText.optional(tree, "problem", StatusJson::problem),
                JsonText.list(tree.path("parked"), JournalJson::conflict),
                JsonText.optional(tree, "held", PlanJson::read));
    }
}
