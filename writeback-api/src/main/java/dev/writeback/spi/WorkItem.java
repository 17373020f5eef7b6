package dev.writeback.spi;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;

/**
 * One object that is to be brought to the directory.
 *
 * @param object its newest state
 * @param baseline what was last agreed about it
 * @param revision which state this is: if a newer one came in meanwhile, the object stays pending
 * @param attempts how often it has failed since it last succeeded
 */
public record WorkItem(CloudObject object, Baseline baseline, long revision, int attempts) {}
