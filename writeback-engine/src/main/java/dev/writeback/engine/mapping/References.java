package dev.writeback.engine.mapping;

import dev.writeback.model.CloudObjectId;

/** Which entries the cloud objects have that others refer to, as far as that is known. Constant while a plan is made. */
@FunctionalInterface
public interface References {

    /** What came of looking for an object's entry. */
    Resolution of(CloudObjectId object);

    /** Nothing is known. */
    static References none() {
        return object -> new Resolution.Unresolved("has not been looked for");
    }
}
