package dev.writeback.plan;

import dev.writeback.model.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the outcome of a decision comes from.
 *
 * @param side which side set what the directory is to hold
 * @param stated the version of the cloud's statement that was looked at; nothing if it states nothing
 * @param since when that side set it, as far as it is known
 * @param rule which rule decided: the name of a row of the decision table, such as {@code cloud-changed}
 */
public record Provenance(Side side, Optional<Version> stated, Optional<Instant> since, String rule) {

    /** Of a value that the directory has and nobody questions. */
    public static Provenance directory(String rule) {
        return new Provenance(Side.DIRECTORY, Optional.empty(), Optional.empty(), rule);
    }
}
