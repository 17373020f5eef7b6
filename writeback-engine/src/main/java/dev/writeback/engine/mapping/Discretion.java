package dev.writeback.engine.mapping;

import dev.writeback.model.AttributeName;
import dev.writeback.plan.Omission;
import java.util.List;

/** Takes addresses out of the sentences about a rule whose values are not to be seen. */
final class Discretion {

    private final AttributeName target;

    Discretion(AttributeName target) {
        this.target = target;
    }

    /** The same, without a sentence that quotes what the cloud states. */
    Mapped about(Mapped mapped) {
        if (mapped instanceof Mapped.Values values) {
            return new Mapped.Values(values.values(), about(values.omissions()));
        } else if (mapped instanceof Mapped.Kept kept
                && kept.omissions().stream().anyMatch(Discretion::quotes)) {
            return new Mapped.Kept(heldBack(), about(kept.omissions()));
        } else if (mapped instanceof Mapped.Invalid) {
            return new Mapped.Invalid(
                    "What is stated for %s cannot be written, and the rule says that it is not to be seen."
                            .formatted(target));
        }
        return mapped;
    }

    private List<Omission> about(List<Omission> omissions) {
        return omissions.stream()
                .map(omission -> quotes(omission) ? new Omission.HeldBack(heldBack()) : omission)
                .distinct()
                .toList();
    }

    private String heldBack() {
        return "Something that is stated for %s is held back until it is mended in the cloud; the rule says that it is not to be seen."
                .formatted(target);
    }

    private static boolean quotes(Omission omission) {
        return omission instanceof Omission.HeldBack;
    }
}
