package dev.writeback.spi;

import dev.writeback.plan.Conflict;
import dev.writeback.plan.Resolution;

/**
 * Decides a conflict where a rule of the profile leaves that to the host.
 *
 * <p>It must be pure: the same conflict gives the same resolution, at any time, on any thread and any node. It is asked
 * twice, and two different answers are refused. Values that the attribute cannot hold are refused too, and so is a
 * resolver that throws: the attribute stays as it is, and the object fails with a sentence that names the resolver.
 */
@FunctionalInterface
public interface ConflictResolver {

    /** What the directory should hold. */
    Resolution resolve(Conflict conflict);
}
