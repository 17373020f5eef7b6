package dev.writeback.testkit.law;

import dev.writeback.plan.Resolution;
import dev.writeback.spi.ConflictResolver;

/** A resolver that keeps every law: the longer list wins, and a person decides between two of one length. */
class LongerListTest extends ConflictResolverLaws {

    @Override
    protected ConflictResolver resolver() {
        return conflict -> {
            int difference = conflict.cloud().size() - conflict.directory().size();
            return difference > 0
                    ? new Resolution.Values(conflict.cloud())
                    : difference < 0 ? new Resolution.Directory() : new Resolution.Undecided();
        };
    }
}
