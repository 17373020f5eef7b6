package dev.writeback.engine.planning;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.Plan;
import dev.writeback.plan.SkipReason;
import java.util.List;

/**
 * That the cloud no longer has an object, or no longer manages it. Its attributes stay as they are, and what was agreed
 * about it ends: should it come back, nothing is known of what happened meanwhile, and that is a first contact again.
 */
public final class Departure {

    private static final String BASELINE_ENDS =
            " What was agreed about it ends, so that its return would be a first contact again.";

    private Departure() {}

    static Plan removed(CloudObject object, Baseline baseline) {
        return plan(
                object, baseline, SkipReason.REMOVED, "The object is gone from the cloud; its entry stays as it is.");
    }

    static Plan unmanaged(CloudObject object, Baseline baseline) {
        return plan(
                object,
                baseline,
                SkipReason.NOT_CLOUD_MANAGED,
                "IsExchangeCloudManaged is not stated as true, so the directory is the master of its attributes.");
    }

    /** Whether a plan says so. */
    public static boolean isOne(Plan plan) {
        return plan.disposition() instanceof Disposition.Skip skip
                && (skip.reason() == SkipReason.REMOVED || skip.reason() == SkipReason.NOT_CLOUD_MANAGED);
    }

    private static Plan plan(CloudObject object, Baseline baseline, SkipReason reason, String sentence) {
        String end = baseline.entry().isPresent() ? BASELINE_ENDS : "";
        return new Plan(object.id(), baseline.entry(), List.of(), new Disposition.Skip(reason, sentence + end));
    }
}
