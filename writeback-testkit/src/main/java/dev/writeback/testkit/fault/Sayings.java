package dev.writeback.testkit.fault;

import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.StoreException;

/** What a port says of a fault. */
final class Sayings {

    private Sayings() {}

    /** Of a source. */
    static Problem ofSource(Fault fault) {
        return problem(fault, "cloud", ErrorCode.SOURCE_UNAVAILABLE, ErrorCode.SOURCE_UNAVAILABLE);
    }

    /** Of a directory. */
    static Problem ofDirectory(Fault fault) {
        return problem(fault, "directory", ErrorCode.DIRECTORY_UNAVAILABLE, ErrorCode.DIRECTORY_BUSY);
    }

    /** Of a write whose answer is lost. */
    static Problem unknown() {
        return Problem.of(
                ErrorCode.OUTCOME_UNKNOWN,
                "The plan of faults cut the connection to the directory under a write.",
                "Read the entry, then decide.");
    }

    static StoreException ofStore(Call call) {
        return new StoreException("The plan of faults says that the store fails at %s; try again.".formatted(call));
    }

    private static Problem problem(Fault fault, String who, ErrorCode away, ErrorCode busy) {
        if (fault instanceof Fault.Refused refused) {
            return Problem.of(
                    refused.code(),
                    "The plan of faults says that the %s answers %s."
                            .formatted(who, refused.code().label()),
                    "Do what is to be done about %s.".formatted(refused.code().label()));
        } else if (fault instanceof Fault.Throttled throttled) {
            return Problem.of(
                    busy,
                    "The plan of faults says that the %s has too much to do.".formatted(who),
                    "Try again in %s.".formatted(throttled.pause()));
        } else if (fault instanceof Fault.Cut) {
            return Problem.of(
                    away, "The plan of faults cut the connection to the %s.".formatted(who), "Connect and try again.");
        }
        return Problem.of(
                away, "The plan of faults says that the %s does not answer.".formatted(who), "Try again later.");
    }
}
