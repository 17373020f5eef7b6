package dev.writeback.engine.json;

import dev.writeback.plan.Plan;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes plans as one JSON document, {@code {"format":"writeback-plan/1","profile":...,"plans":[...]}}, a plan a line, as
 * they come: nothing is held in memory. The document holds all that carrying them out takes, but for what is redacted, and
 * {@link PlanReader} reads it back. The schema is the resource {@code plan.schema.json} beside this class.
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

    /**
     * One plan as it stands in a document; values that are not to be seen are replaced by {@code [Redact]}. It ends with
     * a seal, by which a reader sees that nobody changed it since.
     */
    public static String text(Plan plan) {
        return PlanText.sealed(plan);
    }
}
