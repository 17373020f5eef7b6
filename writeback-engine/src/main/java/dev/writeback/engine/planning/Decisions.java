package dev.writeback.engine.planning;

import dev.writeback.engine.mapping.Addresses;
import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Flow;
import dev.writeback.engine.mapping.Mapped;
import dev.writeback.engine.merge.Difference;
import dev.writeback.engine.merge.Merged;
import dev.writeback.engine.merge.Ruling;
import dev.writeback.engine.merge.ThreeWayMerge;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObject;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Provenance;
import dev.writeback.plan.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One attribute: what is decided about it, and why.
 *
 * @param flow how it gets from the cloud to the directory
 * @param directory what the directory has
 * @param agreed what both sides held when they last agreed
 */
record Decisions(Flow flow, List<AttributeValue> directory, Optional<Agreement> agreed) {

    private static final String AGREED = "Both sides agree.";

    AttributeDecision decide(CloudObject object, Circumstances circumstances) {
        return flow.isStatedAs(object, directory)
                ? left(Optional.of(directory), Verdict.UNCHANGED, AGREED, List.of())
                : decide(flow.map(object, circumstances), circumstances);
    }

    private AttributeDecision decide(Mapped mapped, Circumstances circumstances) {
        if (mapped instanceof Mapped.Values stated) {
            return isCloudsToSay() ? merged(stated, circumstances) : directoryWins(stated, circumstances);
        }
        if (mapped instanceof Mapped.Kept kept) {
            return left(Optional.empty(), Verdict.KEPT, kept.reason(), isCloudsToSay() ? kept.omissions() : List.of());
        }
        if (mapped instanceof Mapped.Invalid invalid) {
            Verdict verdict = isCloudsToSay() ? Verdict.INVALID : Verdict.KEPT;
            return left(Optional.empty(), verdict, invalid.reason(), List.of());
        }
        return left(Optional.empty(), Verdict.NOT_STATED, "The cloud does not state it.", List.of());
    }

    /** Otherwise nothing is ever written, so that nothing can fail, be held back or be waited for. */
    private boolean isCloudsToSay() {
        return flow.rule().authority() == Authority.CLOUD;
    }

    /** A decision that was to write, and must not. */
    AttributeDecision invalid(AttributeDecision decision, String reason) {
        return left(decision.cloud(), Verdict.INVALID, reason, decision.omissions());
    }

    private AttributeDecision merged(Mapped.Values stated, Circumstances circumstances) {
        List<AttributeValue> cloud = stated.values();
        Merged merged = ThreeWayMerge.merge(flow, circumstances, agreed, cloud, directory);
        boolean drift = merged.ruling() == Ruling.DIRECTORY_CHANGED;
        Optional<Modification> modification =
                drift || merged.ruling() == Ruling.AGREED ? Optional.empty() : change(stated, merged);
        if (modification.isEmpty()) {
            return left(
                    Optional.of(cloud),
                    drift ? Verdict.DRIFT : Verdict.UNCHANGED,
                    drift
                            ? "The directory changed it, the cloud did not; a reconciliation would bring the cloud's values back."
                            : AGREED,
                    stated.omissions());
        }
        return new AttributeDecision(
                flow.target(),
                flow.source(),
                Optional.of(cloud),
                directory,
                agreed.map(Agreement::directory),
                Difference.apply(modification.get(), directory),
                verdict(merged),
                reason(merged.ruling()),
                modification,
                stated.omissions(),
                flow.disclosure(),
                Provenance.directory("unnamed"));
    }

    /** What must not be written is stated all the same, so where the directory has it, it is not taken away. */
    private List<AttributeValue> kept(Mapped.Values stated, List<AttributeValue> wanted) {
        if (stated.heldBack().isEmpty()) {
            return wanted;
        }
        Set<Object> heldBack =
                stated.heldBack().stream().map(flow.syntax()::identity).collect(Collectors.toSet());
        return Addresses.union(
                wanted,
                directory.stream()
                        .filter(value -> heldBack.contains(flow.syntax().identity(value)))
                        .toList());
    }

    private Optional<Modification> change(Mapped.Values stated, Merged merged) {
        List<AttributeValue> wanted = kept(stated, merged.values());
        return allowed(stated, Difference.between(flow.target(), flow.syntax(), directory, wanted));
    }

    /** Whoever does not know all of what the cloud wants must not take away what may be a part of it. */
    private static Optional<Modification> allowed(Mapped.Values stated, Optional<Modification> modification) {
        return stated.isPartial()
                ? modification
                        .filter(it -> !it.add().isEmpty())
                        .map(it -> new Modification(it.attribute(), List.of(), it.add()))
                : modification;
    }

    private AttributeDecision directoryWins(Mapped.Values stated, Circumstances circumstances) {
        List<AttributeValue> cloud = stated.values();
        boolean same = flow.syntax().same(kept(stated, flow.fit(cloud, directory, circumstances)), directory);
        return left(
                Optional.of(cloud),
                same ? Verdict.UNCHANGED : Verdict.KEPT,
                same ? AGREED : "The sides differ, and the directory is the authority for it.",
                List.of());
    }

    private AttributeDecision left(
            Optional<List<AttributeValue>> cloud, Verdict verdict, String reason, List<Omission> omissions) {
        return new AttributeDecision(
                flow.target(),
                flow.source(),
                cloud,
                directory,
                agreed.map(Agreement::directory),
                directory,
                verdict,
                reason,
                Optional.empty(),
                omissions,
                flow.disclosure(),
                Provenance.directory("unnamed"));
    }

    private Verdict verdict(Merged merged) {
        if (merged.ruling() == Ruling.CONFLICT) {
            return Verdict.CONFLICT;
        }
        if (merged.values().isEmpty()) {
            return Verdict.CLEAR;
        }
        return directory.isEmpty() ? Verdict.SET : Verdict.CHANGE;
    }

    private String reason(Ruling ruling) {
        return switch (ruling) {
            case FIRST_CONTACT -> flow.firstContact();
            case CLOUD_CHANGED -> "The cloud changed it.";
            case MERGED -> "Both sides changed different values of it; the changes are merged.";
            case CONFLICT -> "Both sides changed it; the cloud is the authority for it and wins.";
            case AGREED, DIRECTORY_CHANGED -> "There is nothing to change.";
        };
    }
}
