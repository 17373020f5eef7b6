package dev.writeback.engine.merge;

import dev.writeback.plan.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which side changed an attribute last.
 *
 * @param side the side that counts
 * @param sentence why
 */
record Newest(Side side, String sentence) {

    /** Of two changes; the cloud's counts where nobody can tell. */
    static Newest of(Optional<Instant> stated, Optional<Instant> changed, Duration skew) {
        if (stated.isEmpty() || changed.isEmpty()) {
            String unknown = stated.isEmpty() ? "the cloud" : "the directory";
            return new Newest(
                    Side.CLOUD, "It is not known when %s changed it, so the cloud's counts.".formatted(unknown));
        }
        Instant cloud = stated.get();
        Instant directory = changed.get();
        if (Duration.between(cloud, directory).abs().compareTo(skew) <= 0) {
            return new Newest(
                    Side.CLOUD,
                    "The cloud did at %s and the directory at %s, which is within the allowed clock skew of %s, so the cloud's counts."
                            .formatted(cloud, directory, skew));
        }
        Side side = cloud.isAfter(directory) ? Side.CLOUD : Side.DIRECTORY;
        return new Newest(
                side, "The cloud did at %s and the directory at %s; the newer one counts.".formatted(cloud, directory));
    }
}
