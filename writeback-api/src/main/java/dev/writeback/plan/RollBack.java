package dev.writeback.plan;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import java.util.List;

/**
 * What handing an object back to on-premises management would overwrite in the cloud: from then on the directory's values
 * count there, whichever the cloud had.
 *
 * @param plan the plan of a reconciliation, as it may be shown; of an object that is refused or left alone it says why
 * @param overwritten the attributes that would be overwritten, in the profile's order
 */
public record RollBack(Plan plan, List<Overwritten> overwritten) {

    public RollBack {
        overwritten = List.copyOf(overwritten);
    }

    /**
     * An attribute whose values in the cloud would be lost.
     *
     * @param attribute the directory attribute
     * @param source where the profile takes it from
     * @param cloud what the cloud states, in the directory's terms where it has any; empty if it states that there is none
     * @param directory what the directory holds, and the cloud would after a roll-back
     */
    public record Overwritten(
            AttributeName attribute, String source, List<AttributeValue> cloud, List<AttributeValue> directory) {
        public Overwritten {
            cloud = List.copyOf(cloud);
            directory = List.copyOf(directory);
        }
    }
}
