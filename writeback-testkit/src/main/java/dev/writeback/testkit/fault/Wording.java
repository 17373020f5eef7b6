package dev.writeback.testkit.fault;

import dev.writeback.plan.Extent;

/** A fault in words, as a plan prints it. */
final class Wording {

    private Wording() {}

    static String of(Fault fault) {
        if (fault instanceof Fault.Unavailable it) {
            return it.extent() == Extent.DIRECTORY ? "unavailable" : "unavailable (%s)".formatted(it.extent());
        } else if (fault instanceof Fault.Refused it) {
            return "refused as " + it.code();
        } else if (fault instanceof Fault.Result it) {
            return "answered %d (%s)".formatted(it.code().intValue(), it.code().getName());
        } else if (fault instanceof Fault.Throttled it) {
            return "throttled for " + it.pause();
        } else if (fault instanceof Fault.Delay it) {
            return "delayed by " + it.by();
        } else if (fault instanceof Fault.Cut it) {
            return at(it.moment(), "the connection is cut");
        } else if (fault instanceof Fault.Throwing it) {
            return at(it.moment(), "it throws");
        } else if (fault instanceof Fault.Expired) {
            return "the place is no longer known";
        }
        return fault instanceof Fault.Stale ? "stale" : "half delivered";
    }

    private static String at(Fault.Moment moment, String what) {
        return moment == Fault.Moment.BEFORE ? what + " before it is done" : "it is done, and then " + what;
    }
}
