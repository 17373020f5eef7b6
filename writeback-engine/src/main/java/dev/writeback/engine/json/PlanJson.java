package dev.writeback.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.EntryId;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes plans as one JSON document, {@code {"format":"writeback-plan/1","profile":...,"plans":[...]}}, a plan a line, as
 * they come: nothing is held in memory. The document holds all that carrying them out takes, but for what is redacted. The schema is the resource
 * {@code plan.schema.json} beside this class.
 *
 * <p>For one thread at a time.
 */
public final class PlanJson implements AutoCloseable {

    /** What the document says that it is; another number for a form that this version's readers cannot read. */
    public static final String FORMAT = "writeback-plan/1";

    private final Writer out;
    private boolean first = true;

    private PlanJson(Writer out) {
        this.out = out;
    }

    /**
     * Begins a document.
     *
     * @param out where to; {@link #close} ends the document and closes it
     * @param profile the name of the profile that the plans were made with
     * @throws IOException if it cannot be written
     */
    public static PlanJson to(Writer out, String profile) throws IOException {
        String quoted = JsonValues.text(json -> json.writeString(profile));
        out.write("{\"format\":\"%s\",\"profile\":%s,\"plans\":[".formatted(FORMAT, quoted));
        return new PlanJson(out);
    }

    /**
     * Adds a plan.
     *
     * @throws IOException if it cannot be written
     */
    public void add(Plan plan) throws IOException {
        out.write(first ? "\n" : ",\n");
        first = false;
        out.write(text(plan));
    }

    /**
     * Ends the document and closes what it is written to.
     *
     * @throws IOException if it cannot be written
     */
    @Override
    public void close() throws IOException {
        out.write("\n]}\n");
        out.close();
    }

    /** One plan as it stands in a document; values that are not to be seen are replaced by {@code [Redact]}. */
    public static String text(Plan plan) {
        return JsonValues.text(json -> write(json, plan));
    }

    private static void write(JsonGenerator json, Plan plan) throws IOException {
        json.writeStartObject();
        json.writeStringField("object", plan.object().value());
        json.writeFieldName("entry");
        write(json, plan.entry());
        json.writeFieldName("disposition");
        write(json, plan.disposition());
        json.writeNumberField("destroyed", plan.destroyed());
        json.writeArrayFieldStart("decisions");
        for (AttributeDecision decision : plan.decisions()) {
            write(json, decision.shown());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Optional<EntryId> entry) throws IOException {
        if (entry.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("guid", entry.get().guid().toString());
        json.writeStringField("dn", entry.get().dn().value());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Disposition disposition) throws IOException {
        json.writeStartObject();
        if (disposition instanceof Disposition.Skip skip) {
            json.writeStringField("type", "skip");
            json.writeStringField("reason", skip.reason().label());
            json.writeStringField("sentence", skip.sentence());
        } else if (disposition instanceof Disposition.Refuse refuse) {
            Problem problem = refuse.problem();
            json.writeStringField("type", "refuse");
            json.writeStringField("errorCode", problem.code().label());
            json.writeStringField("reason", problem.reason());
            json.writeStringField("recommendedAction", problem.action());
            json.writeStringField("additionalDetails", problem.diagnostic());
        } else {
            json.writeStringField("type", "write");
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, AttributeDecision decision) throws IOException {
        json.writeStartObject();
        json.writeStringField("attribute", decision.attribute().value());
        json.writeStringField("source", decision.source());
        json.writeStringField("verdict", label(decision.verdict()));
        json.writeStringField("reason", decision.reason());
        json.writeBooleanField("redacted", decision.disclosure() == Disclosure.REDACTED);
        write(json, decision.omissions());
        write(json, "cloud", decision.cloud().orElse(null));
        write(json, "directory", decision.directory());
        write(json, "baseline", decision.baseline().orElse(null));
        write(json, "result", decision.result());
        json.writeFieldName("modification");
        if (decision.modification().isPresent()) {
            Modification modification = decision.modification().get();
            json.writeStartObject();
            write(json, "remove", modification.remove());
            write(json, "add", modification.add());
            json.writeEndObject();
        } else {
            json.writeNull();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, List<Omission> omissions) throws IOException {
        json.writeArrayFieldStart("omissions");
        for (Omission omission : omissions) {
            json.writeStartObject();
            if (omission instanceof Omission.Unresolved unresolved) {
                json.writeStringField("type", "unresolved");
                json.writeStringField("object", unresolved.object().value());
            } else {
                json.writeStringField("type", "heldBack");
            }
            json.writeStringField("sentence", omission.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, String key, @Nullable List<AttributeValue> values)
            throws IOException {
        json.writeFieldName(key);
        if (values == null) {
            json.writeNull();
        } else {
            JsonValues.write(json, values);
        }
    }

    private static String label(Verdict verdict) {
        return switch (verdict) {
            case NOT_STATED -> "notStated";
            case UNCHANGED -> "unchanged";
            case SET -> "set";
            case CHANGE -> "change";
            case CLEAR -> "clear";
            case CONFLICT -> "conflict";
            case DRIFT -> "drift";
            case PARKED -> "parked";
            case KEPT -> "kept";
            case INVALID -> "invalid";
        };
    }
}
