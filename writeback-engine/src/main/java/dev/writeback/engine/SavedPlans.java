package dev.writeback.engine;

import dev.writeback.engine.json.PlanReader;
import java.io.IOException;

/**
 * A document of saved plans, which can be read from its beginning again: it is looked through before anything is written,
 * and read once more while it is carried out. For a file, {@code () -> PlanReader.of(Files.newBufferedReader(file))}.
 */
@FunctionalInterface
public interface SavedPlans {

    /**
     * Begins to read; closed by whoever asked.
     *
     * @throws IOException if it cannot be read
     */
    PlanReader open() throws IOException;
}
