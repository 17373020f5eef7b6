package dev.writeback.engine.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the tables that come with this package. It is the one place of the pure packages that reads anything; what it
 * reads is as constant as the classes beside it.
 */
final class CatalogueResource {

    private CatalogueResource() {}

    /** The lines of a table after its heading. */
    static List<String> lines(String name) {
        try (InputStream in = CatalogueResource.class.getResourceAsStream(name)) {
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
