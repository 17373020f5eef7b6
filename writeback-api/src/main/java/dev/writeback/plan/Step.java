package dev.writeback.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One step on the way of a change, as provisioning logs show it.
 *
 * @param name for instance {@code EntryMatching}
 * @param type which part of the way
 * @param result how it ended
 * @param description one sentence for a person
 * @param details further facts by name, in order
 */
public record Step(String name, Type type, Result result, String description, Map<String, String> details) {

    public Step {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** The parts of the way, named as Microsoft Graph names them (provisioningStepType). */
    public enum Type {
        IMPORT("import"),
        SCOPING("scoping"),
        MATCHING("matching"),
        PROCESSING("processing"),
        REFERENCE_RESOLUTION("referenceResolution"),
        EXPORT("export");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        /** The name in statuses. */
        public String label() {
            return label;
        }
    }

    /** How a step, or the whole change, ended; named as Microsoft Graph names them. */
    public enum Result {
        SUCCESS("success"),
        FAILURE("failure"),
        SKIPPED("skipped"),
        WARNING("warning");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        /** The name in statuses. */
        public String label() {
            return label;
        }
    }
}
