package dev.writeback.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.EntryId;
import dev.writeback.model.Version;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Provenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plan as it stands in a document, with the seal that it ends with. */
final class PlanText {

    private static final int SEAL_BYTES = 8;

    private PlanText() {}

    static String sealed(Plan plan) {
        String text = unsealed(plan.shown(), plan.destroyed());
        return "%s,\"seal\":\"%s\"}".formatted(text.substring(0, text.length() - 1), sealOf(text));
    }

    /**
     * The seal of a plan that was read. It is made from the plan and not from its text, so that a document may be
     * indented anew.
     *
     * @param destroyed what the document says that the plan destroys: where values are redacted it cannot be told from them
     */
    static String seal(Plan plan, long destroyed) {
        return sealOf(unsealed(plan, destroyed));
    }

    private static String unsealed(Plan plan, long destroyed) {
        return JsonValues.text(json -> write(json, plan, destroyed));
    }

    private static String sealOf(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SEAL_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static void write(JsonGenerator json, Plan plan, long destroyed) throws IOException {
        json.writeStartObject();
        json.writeStringField("object", plan.object().value());
        json.writeFieldName("entry");
        write(json, plan.entry());
        json.writeFieldName("disposition");
        write(json, plan.disposition());
        json.writeNumberField("destroyed", destroyed);
        json.writeArrayFieldStart("decisions");
        for (AttributeDecision decision : plan.decisions()) {
            write(json, decision);
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
        json.writeStringField("verdict", PlanWords.of(decision.verdict()));
        json.writeStringField("reason", decision.reason());
        json.writeBooleanField("redacted", decision.disclosure() == Disclosure.REDACTED);
        write(json, decision.provenance());
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
                json.writeStringField("type", omission instanceof Omission.Taken ? "taken" : "heldBack");
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

    private static void write(JsonGenerator json, Provenance provenance) throws IOException {
        json.writeObjectFieldStart("provenance");
        json.writeStringField("side", PlanWords.of(provenance.side()));
        json.writeFieldName("version");
        if (provenance.stated().isPresent()) {
            Version version = provenance.stated().get();
            json.writeStartObject();
            json.writeNumberField("number", version.number());
            json.writeNumberField("tick", version.tick());
            json.writeEndObject();
        } else {
            json.writeNull();
        }
        json.writeStringField("since", provenance.since().map(Instant::toString).orElse(null));
        json.writeStringField("rule", provenance.rule());
        json.writeEndObject();
    }
}
