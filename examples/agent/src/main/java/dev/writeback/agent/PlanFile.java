package dev.writeback.agent;

import dev.writeback.engine.json.PlanJson;
import dev.writeback.plan.Plan;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The file that plans are saved to, in the format that its ending says. */
final class PlanFile {

    private PlanFile() {}

    /** The format of a file. */
    enum Format {
        LDIF,
        JSON,
        HTML
    }

    /**
     * The format that the ending of a name says.
     *
     * @throws Failure if it says none
     */
    static Format format(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        for (Format format : Format.values()) {
            if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw Failure.usage("--out %s has an unknown ending; end it in .ldif, .json or .html".formatted(file));
    }

    /** Begins the file; what it held before is lost. */
    static PlanView open(Path file, Format format, String profile) throws IOException {
        Writer out = Files.newBufferedWriter(file);
        return switch (format) {
            case LDIF -> PlanLdif.to(out);
            case HTML -> PlanHtml.to(out, profile);
            case JSON -> json(PlanJson.to(out, profile));
        };
    }

    /** Plans as a JSON document. */
    static PlanView json(PlanJson document) {
        return new PlanView() {
            @Override
            public void show(Plan plan) throws IOException {
                document.add(plan);
            }

            @Override
            public void close() throws IOException {
                document.close();
            }
        };
    }
}
