package dev.writeback.engine.json;

import dev.writeback.engine.exchange.Spelling;
import java.util.Collection;

/** Ends a sentence about a key that is not known. */
final class KnownKeys {

    private KnownKeys() {}

    /** What may have been meant, or else all that is known. */
    static String hint(String unknown, Collection<String> known) {
        return Spelling.nearest(unknown, known)
                .map("did you mean %s?"::formatted)
                .orElseGet(() -> "known are: " + String.join(", ", known));
    }
}
