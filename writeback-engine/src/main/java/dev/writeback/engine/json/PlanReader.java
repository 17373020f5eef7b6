package dev.writeback.engine.json;

import com.fasterxml.jackson.core.JsonToken;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.Plan;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plans of a document that {@link PlanJson} wrote, one after the other, whatever its size: only one plan is in
 * memory. A plan that is read equals the one that was written, {@link Plan#shown as it may be shown}.
 *
 * <p>Strict: a document that is malformed, cut off or changed by hand is refused with its place. For one thread at a time.
 */
public final class PlanReader implements AutoCloseable {

    private static final List<String> MEMBERS =
            List.of("object", "entry", "disposition", "destroyed", "decisions", "seal");

    private final PlanTokens tokens;
    private final String profile;
    private boolean ended;

    private PlanReader(PlanTokens tokens) throws IOException {
        this.tokens = tokens;
        tokens.next();
        tokens.expect(JsonToken.START_OBJECT, "this is no saved plan; 'plan --out FILE.json' writes one");
        if (!member("format").equals(PlanJson.FORMAT)) {
            throw tokens.wrong(
                    "the format is not %s; save the plan again with this version".formatted(PlanJson.FORMAT));
        }
        this.profile = member("profile");
        key("plans");
        tokens.next();
        tokens.expect(JsonToken.START_ARRAY, "plans is not an array");
    }

    /**
     * Begins to read.
     *
     * @param in the document; closed by {@link #close}
     * @throws InvalidPlanException if it does not begin as a document of plans does
     * @throws IOException if it cannot be read
     */
    public static PlanReader of(Reader in) throws IOException {
        return new PlanReader(new PlanTokens(in));
    }

    /** The name of the profile that the plans were made with. */
    public String profile() {
        return profile;
    }

    /**
     * The next plan; nothing at the end of the document.
     *
     * @throws InvalidPlanException if it cannot be used
     * @throws IOException if it cannot be read
     */
    public Optional<Plan> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        if (tokens.next() == JsonToken.END_ARRAY) {
            tokens.next();
            tokens.expect(JsonToken.END_OBJECT, "nothing comes after the plans");
            tokens.end();
            ended = true;
            return Optional.empty();
        }
        return Optional.of(plan());
    }

    @Override
    public void close() throws IOException {
        tokens.close();
    }

    private String member(String name) throws IOException {
        key(name);
        tokens.next();
        return tokens.text(name);
    }

    private void key(String name) throws IOException {
        if (tokens.next() != JsonToken.FIELD_NAME || !tokens.text().equals(name)) {
            throw tokens.wrong("'%s' is missing here; a saved plan states format, profile and plans in this order"
                    .formatted(name));
        }
    }

    private Plan plan() throws IOException {
        Draft draft = new Draft();
        tokens.object("a plan", MEMBERS, List.of(), draft::read);
        Plan plan = draft.plan();
        if (!PlanText.seal(plan, draft.destroyed).equals(draft.seal)) {
            throw tokens.wrong(
                    "the plan of object %s was changed since it was saved; make a new one".formatted(plan.object()));
        }
        return plan;
    }

    /** A plan of which some members are read. */
    private final class Draft {

        private final List<AttributeDecision> decisions = new ArrayList<>();
        private @Nullable CloudObjectId object;
        private Optional<EntryId> entry = Optional.empty();
        private Disposition disposition = new Disposition.Write();
        private String seal = "";
        private long destroyed;

        private void read(String member) throws IOException {
            switch (member) {
                case "object" -> {
                    String id = tokens.text("object");
                    object = tokens.valid(() -> CloudObjectId.of(id));
                }
                case "entry" -> entry = tokens.isNull() ? Optional.empty() : Optional.of(entry());
                case "disposition" -> disposition = DispositionReader.read(tokens);
                case "destroyed" -> destroyed = tokens.whole("destroyed");
                case "seal" -> seal = tokens.text("seal");
                default -> tokens.array("decisions", () -> decisions.add(DecisionReader.read(tokens)));
            }
        }

        private Plan plan() {
            CloudObjectId id = object;
            if (id == null) {
                throw tokens.wrong("a plan lacks 'object'");
            }
            return tokens.valid(() -> new Plan(id, entry, decisions, disposition));
        }

        private EntryId entry() throws IOException {
            String[] texts = {"", ""};
            tokens.object(
                    "entry",
                    List.of("guid", "dn"),
                    List.of(),
                    key -> texts[key.equals("guid") ? 0 : 1] = tokens.text(key));
            return tokens.valid(() -> new EntryId(guid(texts[0]), Dn.of(texts[1])));
        }

        private static ObjectGuid guid(String text) {
            UUID uuid = UUID.fromString(text);
            if (!uuid.toString().equals(text)) {
                throw new IllegalArgumentException(
                        "guid is not in its dashed form in lower case, such as 12345678-9abc-def0-1234-56789abcdef0");
            }
            return new ObjectGuid(uuid);
        }
    }
}
