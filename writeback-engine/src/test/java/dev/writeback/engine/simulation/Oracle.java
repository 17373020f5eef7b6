package dev.writeback.engine.simulation;

import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Drift;
import dev.writeback.engine.mapping.FirstContact;
import dev.writeback.engine.run.Cycle;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an attribute with one value comes to, in words of its own: a second opinion beside the engine's decision table.
 *
 * @param policy what the profile says of it
 * @param kind what the run is for
 * @param agreed what both sides held when they last agreed
 * @param cloud what the cloud states
 * @param directory what the directory has
 * @param stated when the cloud said so
 * @param changed when the directory was changed
 */
record Oracle(
        Policy policy,
        Cycle.Kind kind,
        Optional<Agreement> agreed,
        List<AttributeValue> cloud,
        List<AttributeValue> directory,
        Optional<Instant> stated,
        Optional<Instant> changed) {

    /** What the directory is to hold. */
    List<AttributeValue> result() {
        if (policy.kind() == Authority.Kind.DIRECTORY || cloud.equals(directory)) {
            return directory;
        }
        return agreed.isPresent() ? sinceAgreed(agreed.get()) : atFirst();
    }

    private List<AttributeValue> atFirst() {
        if (directory.isEmpty() || policy.first() == FirstContact.CLOUD) {
            return cloud;
        }
        return policy.first() == FirstContact.DIRECTORY ? directory : winner();
    }

    private List<AttributeValue> sinceAgreed(Agreement base) {
        boolean cloudChanged = !cloud.equals(base.cloud());
        boolean directoryChanged = !directory.equals(base.directory());
        if (cloudChanged) {
            return directoryChanged ? winner() : cloud;
        }
        boolean isReconciled = kind == Cycle.Kind.INITIAL && policy.kind() == Authority.Kind.CLOUD;
        if (directoryChanged) {
            boolean isRepaired = policy.drift() == Drift.REPAIR || (policy.drift() == Drift.REPORT && isReconciled);
            return isRepaired ? cloud : directory;
        }
        boolean isAccepted = policy.drift() == Drift.ACCEPT || policy.first() == FirstContact.DIRECTORY;
        return isReconciled && !isAccepted ? cloud : directory;
    }

    private List<AttributeValue> winner() {
        return switch (policy.kind()) {
            case CLOUD -> cloud;
            case DIRECTORY, MANUAL -> directory;
            case NEWEST -> isDirectoryNewer() ? directory : cloud;
            case RESOLVER -> Policy.length(cloud) > Policy.length(directory) ? cloud : directory;
        };
    }

    private boolean isDirectoryNewer() {
        return stated.isPresent()
                && changed.isPresent()
                && Duration.between(stated.get(), changed.get()).compareTo(Policy.SKEW) > 0;
    }
}
