package dev.writeback.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ad-lab/up.sh} wrote down about the server it started: lines of {@code NAME=value}, the value in single
 * quotes where a shell asks for them.
 *
 * @param origin where the lines came from, for messages
 * @param values value by name
 */
record LabEnv(String origin, Map<String, String> values) {

    private static final String PROPERTY = "ad.lab";

    LabEnv {
        values = Map.copyOf(values);
    }

    /** The lab that the system property {@code ad.lab} names; a test without one fails, it is never skipped. */
    static LabEnv ofSystemProperty() {
        return ofSystemProperty(PROPERTY);
    }

    /** The lab that this system property names. */
    static LabEnv ofSystemProperty(String property) {
        return of(property, System.getProperty(property));
    }

    static LabEnv of(@Nullable String file) {
        return of(PROPERTY, file);
    }

    private static LabEnv of(String property, @Nullable String file) {
        if (file == null || file.isBlank()) {
            throw new IllegalStateException("The tests against a domain controller need -D" + property
                    + "=DIR/lab.env, which is not given: start a lab with `ad-lab/up.sh DIR` and name its lab.env.");
        }
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new IllegalStateException("-D" + property + "=" + file + " names no file (looked for "
                    + path.toAbsolutePath() + "): start a lab with `ad-lab/up.sh DIR` and give the absolute path of"
                    + " its lab.env.");
        }
        try {
            return parse(file, Files.readAllLines(path));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    static LabEnv parse(String origin, List<String> lines) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                values.put(line.substring(0, equals), unquoted(line.substring(equals + 1)));
            }
        }
        return new LabEnv(origin, values);
    }

    /** The value of that name. */
    String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    origin + " has no line " + name
                            + "=...: run `ad-lab/up.sh DIR` once more, it writes the file anew and leaves a running lab alone.");
        }
        return value;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("'") && value.endsWith("'");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
