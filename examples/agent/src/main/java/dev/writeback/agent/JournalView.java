package dev.writeback.agent;

import dev.writeback.engine.json.JournalJson;
import dev.writeback.spi.JournalLine;
import java.io.IOException;

/** Shows the journal, one line after the other. */
interface JournalView extends AutoCloseable {

    /** Shows one. */
    void show(JournalLine line) throws IOException;

    /** Ends what was begun. */
    @Override
    default void close() throws IOException {}

    /** The journal as a JSON document. */
    static JournalView json(JournalJson document) {
        return new JournalView() {
            @Override
            public void show(JournalLine line) throws IOException {
                document.add(line);
            }

            @Override
            public void close() throws IOException {
                document.close();
            }
        };
    }
}
