package dev.writeback.engine.planning;

import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Flow;
import dev.writeback.engine.mapping.Mapped;
import dev.writeback.engine.merge.Difference;
import dev.writeback.engine.merge.Merged;
import dev.writeback.engine.merge.Ruling;
import dev.writeback.engine.merge.ThreeWayMerge;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Verdict;
import java.util.List;
import java.util.Optional;

/** One attribute: what is decided about it, and why. */
final class Decisions {

    private Decisions() {}

    static AttributeDecision decide(
            Flow flow, Mapped mapped, List<AttributeValue> directory, Optional<Agreement> agreed) {
        if (mapped instanceof Mapped.Values stated) {
            return flow.rule().authority() == Authority.DIRECTORY
                    ? directoryWins(flow, stated.values(), directory, agreed)
                    : merged(flow, stated.values(), directory, agreed);
        }
        if (mapped instanceof Mapped.Kept kept) {
            return left(flow, Optional.empty(), directory, agreed, Verdict.KEPT, kept.reason());
        }
        if (mapped instanceof Mapped.Invalid invalid) {
            return left(flow, Optional.empty(), directory, agreed, Verdict.INVALID, invalid.reason());
        }
        return left(flow, Optional.empty(), directory, agreed, Verdict.NOT_STATED, "The cloud does not state it.");
    }

    private static AttributeDecision merged(
            Flow flow, List<AttributeValue> cloud, List<AttributeValue> directory, Optional<Agreement> agreed) {
        Merged merged = ThreeWayMerge.merge(flow, agreed, cloud, directory);
        boolean drift = merged.ruling() == Ruling.DIRECTORY_CHANGED;
        Optional<Modification> modification = drift || merged.ruling() == Ruling.AGREED
                ? Optional.empty()
                : Difference.between(flow.target(), flow.syntax(), directory, merged.values());
        if (modification.isEmpty()) {
            return left(
                    flow,
                    Optional.of(cloud),
                    directory,
                    agreed,
                    drift ? Verdict.DRIFT : Verdict.UNCHANGED,
                    drift
                            ? "The directory changed it, the cloud did not; a reconciliation would bring the cloud's values back."
                            : "Both sides agree.");
        }
        return new AttributeDecision(
                flow.target(),
                flow.rule().source().value(),
                Optional.of(cloud),
                directory,
                agreed.map(Agreement::directory),
                Difference.apply(modification.get(), directory),
                verdict(merged, directory),
                reason(merged.ruling(), flow),
                modification);
    }

    private static AttributeDecision directoryWins(
            Flow flow, List<AttributeValue> cloud, List<AttributeValue> directory, Optional<Agreement> agreed) {
        boolean same = flow.syntax().same(flow.fit(cloud, directory), directory);
        return left(
                flow,
                Optional.of(cloud),
                directory,
                agreed,
                same ? Verdict.UNCHANGED : Verdict.KEPT,
                same ? "Both sides agree." : "The sides differ, and the directory is the authority for it.");
    }

    private static AttributeDecision left(
            Flow flow,
            Optional<List<AttributeValue>> cloud,
            List<AttributeValue> directory,
            Optional<Agreement> agreed,
            Verdict verdict,
            String reason) {
        return new AttributeDecision(
                flow.target(),
                flow.rule().source().value(),
                cloud,
                directory,
                agreed.map(Agreement::directory),
                directory,
                verdict,
                reason,
                Optional.empty());
    }

    private static Verdict verdict(Merged merged, List<AttributeValue> directory) {
        if (merged.ruling() == Ruling.CONFLICT) {
            return Verdict.CONFLICT;
        }
        if (merged.values().isEmpty()) {
            return Verdict.CLEAR;
        }
        return directory.isEmpty() ? Verdict.SET : Verdict.CHANGE;
    }

    private static String reason(Ruling ruling, Flow flow) {
        return switch (ruling) {
            case FIRST_CONTACT ->
                "First contact: %s is the authority for it."
                        .formatted(flow.rule().source());
            case CLOUD_CHANGED -> "The cloud changed it.";
            case MERGED -> "Both sides changed different values of it; the changes are merged.";
            case CONFLICT -> "Both sides changed it; the cloud is the authority for it and wins.";
            case AGREED, DIRECTORY_CHANGED -> "There is nothing to change.";
        };
    }
}
