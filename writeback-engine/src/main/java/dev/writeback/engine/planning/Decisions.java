package dev.writeback.engine.planning;

import dev.writeback.engine.mapping.Addresses;
import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Flow;
import dev.writeback.engine.mapping.Mapped;
import dev.writeback.engine.merge.Arbitration;
import dev.writeback.engine.merge.Difference;
import dev.writeback.engine.merge.Merged;
import dev.writeback.engine.merge.Pass;
import dev.writeback.engine.merge.Sides;
import dev.writeback.engine.merge.ThreeWayMerge;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObject;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Stated;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Provenance;
import dev.writeback.plan.Side;
import dev.writeback.plan.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One attribute: what is decided about it, and why.
 *
 * @param flow how it gets from the cloud to the directory
 * @param entry the entry as it is
 * @param agreed what both sides held when they last agreed
 * @param pass what the look at the object is for
 * @param arbitration how conflicts are decided that no rule decides by itself
 */
record Decisions(Flow flow, DirectoryEntry entry, Optional<Agreement> agreed, Pass pass, Arbitration arbitration) {

    private static final Merged AGREED = ThreeWayMerge.agreed(List.of());
    private static final Provenance NOT_STATED = Provenance.directory("not-stated");
    private static final Provenance NOT_MAPPED = Provenance.directory("not-mapped");

    AttributeDecision decide(CloudObject object, Circumstances circumstances) {
        List<AttributeValue> directory = directory();
        return flow.isStatedAs(object, directory)
                ? left(
                        Optional.of(directory),
                        Verdict.UNCHANGED,
                        provenance(object, AGREED),
                        AGREED.reason(),
                        List.of())
                : decide(flow.map(object, circumstances), object, circumstances);
    }

    private List<AttributeValue> directory() {
        return entry.values(flow.target());
    }

    private AttributeDecision decide(Mapped mapped, CloudObject object, Circumstances circumstances) {
        if (mapped instanceof Mapped.Values stated) {
            return merged(stated, object, circumstances);
        }
        if (mapped instanceof Mapped.Kept kept) {
            return left(
                    Optional.empty(),
                    Verdict.KEPT,
                    NOT_MAPPED,
                    kept.reason(),
                    isDirectorysOwn() ? List.of() : kept.omissions());
        }
        if (mapped instanceof Mapped.Invalid invalid) {
            Verdict verdict = isDirectorysOwn() ? Verdict.KEPT : Verdict.INVALID;
            return left(Optional.empty(), verdict, NOT_MAPPED, invalid.reason(), List.of());
        }
        return left(Optional.empty(), Verdict.NOT_STATED, NOT_STATED, "The cloud does not state it.", List.of());
    }

    /** Then nothing is ever written, so that nothing can fail, be held back or be waited for. */
    private boolean isDirectorysOwn() {
        return flow.rule().authority().kind() == Authority.Kind.DIRECTORY;
    }

    /** A decision that was to write, and must not. */
    AttributeDecision invalid(AttributeDecision decision, String reason) {
        return left(decision.cloud(), Verdict.INVALID, NOT_MAPPED, reason, decision.omissions());
    }

    private AttributeDecision merged(Mapped.Values stated, CloudObject object, Circumstances circumstances) {
        Sides sides = new Sides(
                object.id(),
                flow,
                circumstances,
                agreed,
                stated.values(),
                agreed.isPresent() ? Set.of() : flow.former(object, circumstances),
                directory(),
                flow.statement(object).flatMap(Stated::at),
                entry.changed(flow.target()));
        Merged merged = keepingHeldBack(stated, ThreeWayMerge.merge(sides, pass, arbitration));
        Optional<Modification> modification =
                allowed(stated, Difference.between(flow.target(), flow.syntax(), directory(), merged.values()));
        List<Omission> omissions = isDirectorysOwn() ? List.of() : stated.omissions();
        Optional<List<AttributeValue>> cloud = Optional.of(stated.values());
        return modification
                .map(change -> writing(cloud, merged, change, provenance(object, merged), omissions))
                .orElseGet(() -> left(cloud, verdict(merged), provenance(object, merged), merged.reason(), omissions));
    }

    private AttributeDecision writing(
            Optional<List<AttributeValue>> cloud,
            Merged merged,
            Modification change,
            Provenance provenance,
            List<Omission> omissions) {
        return new AttributeDecision(
                flow.target(),
                flow.source(),
                cloud,
                directory(),
                agreed.map(Agreement::directory),
                Difference.apply(change, directory()),
                verdict(merged),
                merged.reason(),
                Optional.of(change),
                omissions,
                flow.disclosure(),
                provenance);
    }

    /** What must not be written is stated all the same, so where the directory has it, it is not taken away. */
    private Merged keepingHeldBack(Mapped.Values stated, Merged merged) {
        if (stated.heldBack().isEmpty()) {
            return merged;
        }
        Set<Object> heldBack =
                stated.heldBack().stream().map(flow.syntax()::identity).collect(Collectors.toSet());
        List<AttributeValue> kept = directory().stream()
                .filter(value -> heldBack.contains(flow.syntax().identity(value)))
                .toList();
        List<AttributeValue> all = Addresses.union(merged.values(), kept);
        if (flow.syntax().same(all, merged.values())) {
            return merged;
        }
        return flow.syntax().same(all, directory())
                ? ThreeWayMerge.agreed(directory())
                : new Merged(merged.ruling(), merged.rule(), merged.side(), all, merged.reason());
    }

    /** Whoever does not know all of what the cloud wants must not take away what may be a part of it. */
    private static Optional<Modification> allowed(Mapped.Values stated, Optional<Modification> modification) {
        return stated.isPartial()
                ? modification
                        .filter(it -> !it.add().isEmpty())
                        .map(it -> new Modification(it.attribute(), List.of(), it.add()))
                : modification;
    }

    private AttributeDecision left(
            Optional<List<AttributeValue>> cloud,
            Verdict verdict,
            Provenance provenance,
            String reason,
            List<Omission> omissions) {
        return new AttributeDecision(
                flow.target(),
                flow.source(),
                cloud,
                directory(),
                agreed.map(Agreement::directory),
                directory(),
                verdict,
                reason,
                Optional.empty(),
                omissions,
                flow.disclosure(),
                provenance);
    }

    private Provenance provenance(CloudObject object, Merged merged) {
        Optional<Stated<List<AttributeValue>>> statement = flow.statement(object);
        Optional<Instant> changed = entry.changed(flow.target());
        return new Provenance(
                merged.side(),
                statement.map(Stated::version),
                merged.side() == Side.DIRECTORY
                        ? changed
                        : statement.flatMap(Stated::at).or(() -> changed),
                merged.rule());
    }

    private Verdict verdict(Merged merged) {
        return switch (merged.ruling()) {
            case AGREED -> Verdict.UNCHANGED;
            case CONFLICT -> Verdict.CONFLICT;
            case DRIFT -> Verdict.DRIFT;
            case KEPT -> Verdict.KEPT;
            case PARKED -> Verdict.PARKED;
            case FAILED -> Verdict.INVALID;
            case WRITTEN -> written(merged);
        };
    }

    private Verdict written(Merged merged) {
        if (flow.syntax().same(merged.values(), directory())) {
            return Verdict.UNCHANGED;
        }
        if (merged.values().isEmpty()) {
            return Verdict.CLEAR;
        }
        return directory().isEmpty() ? Verdict.SET : Verdict.CHANGE;
    }
}
