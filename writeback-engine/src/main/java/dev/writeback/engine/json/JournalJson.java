package dev.writeback.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.JournalRecord.Change;
import dev.writeback.plan.JournalRecord.Decided;
import dev.writeback.plan.JournalRecord.Written;
import dev.writeback.spi.JournalLine;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Writes the journal as one JSON document, {@code {"format":"writeback-journal/1","lines":[...]}}, a record a line, as they
 * come: nothing is held in memory. The schema is the resource {@code journal.schema.json} beside this class.
 *
 * <p>For one thread at a time.
 */
public final class JournalJson implements AutoCloseable {

    /** What the document says that it is; another number for a form that this version's readers cannot read. */
    public static final String FORMAT = "writeback-journal/1";

    private final Writer out;
    private boolean first = true;

    private JournalJson(Writer out) {
        this.out = out;
    }

    /**
     * Begins a document.
     *
     * @param out where to; {@link #close} ends the document and closes it
     * @throws IOException if it cannot be written
     */
    public static JournalJson to(Writer out) throws IOException {
        out.write("{\"format\":\"%s\",\"lines\":[".formatted(FORMAT));
        return new JournalJson(out);
    }

    /**
     * Adds a line; values that are not to be seen are replaced by {@code [Redact]}.
     *
     * @throws IOException if it cannot be written
     */
    public void add(JournalLine line) throws IOException {
        out.write(first ? "\n" : ",\n");
        first = false;
        out.write(JsonValues.text(json -> write(json, line)));
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

    private static void write(JsonGenerator json, JournalLine line) throws IOException {
        JournalRecord record = line.record();
        json.writeStartObject();
        json.writeNumberField("number", line.number());
        json.writeStringField("type", record instanceof Written ? "written" : "decided");
        json.writeStringField("run", record.run());
        json.writeStringField("at", record.at().toString());
        json.writeStringField("object", record.object().value());
        if (record instanceof Written written) {
            write(json, written.shown());
        } else {
            write(json, (Decided) record);
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Written written) throws IOException {
        json.writeObjectFieldStart("entry");
        json.writeStringField("guid", written.entry().guid().toString());
        json.writeStringField("dn", written.entry().dn().value());
        json.writeEndObject();
        json.writeFieldName("undoes");
        if (written.undoes().isPresent()) {
            json.writeString(written.undoes().get());
        } else {
            json.writeNull();
        }
        json.writeArrayFieldStart("changes");
        for (Change change : written.changes()) {
            json.writeStartObject();
            json.writeStringField("attribute", change.attribute().value());
            json.writeBooleanField("redacted", change.disclosure() == Disclosure.REDACTED);
            json.writeFieldName("before");
            JsonValues.write(json, change.before());
            json.writeFieldName("after");
            JsonValues.write(json, change.after());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Decided decided) throws IOException {
        json.writeStringField("attribute", decided.attribute().value());
        json.writeStringField("choice", decided.choice().name().toLowerCase(Locale.ROOT));
        json.writeFieldName("cloud");
        JsonValues.write(json, decided.cloud());
        json.writeFieldName("directory");
        JsonValues.write(json, decided.directory());
    }
}
