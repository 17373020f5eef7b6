package dev.writeback.engine.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the tables that come with the pure packages. It is the one place of the pure packages that reads anything; what it
 * reads is as constant as the classes beside it.
 */
public final class CatalogueResource {

    private CatalogueResource() {}

    /** The lines of a table beside this class, after its heading. */
    static List<String> lines(String name) {
        return lines(CatalogueResource.class, name);
    }

    /**
     * The lines of a table beside a class, after its heading.
     *
     * @throws IllegalStateException if it is not there, so that the jar is incomplete
     */
    public static List<String> lines(Class<?> home, String name) {
        try (InputStream in = home.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the table %s is missing from writeback-engine's jar".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the table %s in writeback-engine's jar cannot be read".formatted(name), e);
        }
    }
}
