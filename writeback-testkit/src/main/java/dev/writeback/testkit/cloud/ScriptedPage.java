package dev.writeback.testkit.cloud;

import dev.writeback.model.CloudChange;
import dev.writeback.spi.RejectedChange;
import java.util.List;

/** One page of a script. */
record ScriptedPage(List<CloudChange> changes, List<RejectedChange> rejected) {
    ScriptedPage {
        changes = List.copyOf(changes);
        rejected = List.copyOf(rejected);
    }

    /** The same with other changes. */
    ScriptedPage with(List<CloudChange> others) {
        return new ScriptedPage(others, rejected);
    }
}
