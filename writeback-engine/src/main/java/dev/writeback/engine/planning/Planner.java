package dev.writeback.engine.planning;

import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Flow;
import dev.writeback.engine.mapping.Mapped;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.merge.Arbitration;
import dev.writeback.engine.merge.Pass;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Stated;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.RollBack;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From a cloud object, its entry and its baseline to a plan: a pure function, the same inputs giving the same plan.
 *
 * <p>Immutable, for any number of threads.
 */
public final class Planner {

    private static final AttributeName CLOUD_MANAGED = AttributeName.of("IsExchangeCloudManaged");

    /** Who asks when the directory changed something. */
    private static final Set<Authority.Kind> DATED = Set.of(Authority.Kind.NEWEST, Authority.Kind.RESOLVER);

    private final Arbitration arbitration;
    private final List<Flow> flows;
    private final Map<AttributeName, AttributeSyntax> writes;
    private final UnknownAttributes unknown;
    private final DriftCriterion drift;
    /** What rules read that may refer to other objects. */
    private final Set<AttributeName> reads = new LinkedHashSet<>();

    private final Set<AttributeName> dated = new LinkedHashSet<>();

    /** For this profile, with the standard clock skew and no resolvers. */
    public Planner(Profile profile) {
        this(profile, Arbitration.standard());
    }

    /** For this profile, and with this for conflicts. */
    public Planner(Profile profile, Arbitration arbitration) {
        this.arbitration = arbitration;
        this.flows = profile.flows();
        this.unknown = new UnknownAttributes(profile);
        this.drift = DriftCriterion.from(profile);
        Map<AttributeName, AttributeSyntax> targets = new LinkedHashMap<>();
        for (Flow flow : flows) {
            targets.put(flow.target(), flow.syntax());
            if (DATED.contains(flow.rule().authority().kind())) {
                dated.add(flow.target());
            }
            if (flow.mayRefer()) {
                reads.addAll(flow.rule().reads());
            }
        }
        this.writes = Collections.unmodifiableMap(targets);
    }

    /** The objects that this one refers to or did, as far as a rule reads the reference; empty as a rule. */
    public Set<CloudObjectId> references(CloudObject object) {
        Set<CloudObjectId> references = new LinkedHashSet<>(0);
        for (AttributeName name : reads) {
            refer(object.stated(name).orElse(List.of()), references);
            refer(object.former().getOrDefault(name, Set.of()), references);
        }
        return references;
    }

    private static void refer(Collection<AttributeValue> values, Set<CloudObjectId> references) {
        for (AttributeValue value : values) {
            if (value instanceof AttributeValue.Reference reference) {
                references.add(reference.object());
            }
        }
    }

    /** The attributes that plans may write. */
    public Map<AttributeName, AttributeSyntax> writes() {
        return writes;
    }

    /** What in the directory is drift. */
    public DriftCriterion drift() {
        return drift;
    }

    /** What a roll-back to on-premises management would overwrite in the cloud, by the plan made of an object. */
    public RollBack rollBack(Plan plan, CloudObject object) {
        return Overwriting.of(plan, object, flows);
    }

    /** Whether the cloud has the object and manages it. */
    public boolean takesPart(CloudObject object) {
        return !object.isRemoved() && isCloudManaged(object);
    }

    /** Those of them of which it matters when the directory changed them. */
    public Set<AttributeName> dated() {
        return Collections.unmodifiableSet(dated);
    }

    /** One sentence for each name that the object states and nobody knows; empty as a rule. */
    public List<String> unknown(CloudObject object) {
        return unknown.in(object);
    }

    /**
     * The plan that needs no look at the directory: where the object takes no part, cannot be matched, or states what was
     * agreed last time. Nothing if the directory must be asked.
     */
    public Optional<Plan> planWithoutEntry(
            Pass pass, CloudObject object, Baseline baseline, Circumstances circumstances) {
        Optional<Plan> early = planWithoutLook(object, baseline);
        if (early.isPresent() || pass != Pass.CHANGES || !isAsAgreed(object, baseline, circumstances)) {
            return early;
        }
        return Optional.of(new Plan(
                object.id(),
                baseline.entry(),
                List.of(),
                new Disposition.Skip(
                        SkipReason.REDUNDANT_EXPORT,
                        "The cloud states what was agreed last time; there is nothing to change.")));
    }

    /** The plan that no look at the directory could change: where the object takes no part or cannot be matched. */
    public Optional<Plan> planWithoutLook(CloudObject object, Baseline baseline) {
        if (object.isRemoved()) {
            return Optional.of(Departure.removed(object, baseline));
        }
        if (!isCloudManaged(object)) {
            return Optional.of(Departure.unmanaged(object, baseline));
        }
        return object.anchors().isEmpty()
                ? Optional.of(refused(object.id(), anchorMissing(object.id())))
                : Optional.empty();
    }

    private static Problem anchorMissing(CloudObjectId object) {
        return Problem.of(
                ErrorCode.ANCHOR_MISSING,
                "Object %s states no anchor, so its entry cannot be found.".formatted(object),
                "State its immutableId, externalDirectoryObjectId or securityIdentifier.");
    }

    /** {@link #planWithoutEntry(Pass, CloudObject, Baseline, Circumstances)} for what changed in the cloud. */
    public Optional<Plan> planWithoutEntry(CloudObject object, Baseline baseline, Circumstances circumstances) {
        return planWithoutEntry(Pass.CHANGES, object, baseline, circumstances);
    }

    /** {@link #plan(Pass, CloudObject, DirectoryEntry, Baseline, Circumstances)} for what changed in the cloud. */
    public Plan plan(CloudObject object, DirectoryEntry entry, Baseline baseline, Circumstances circumstances) {
        return plan(Pass.CHANGES, object, entry, baseline, circumstances);
    }

    /** The plan for an object and its entry; an entry that is out of scope is left alone. */
    public Plan plan(
            Pass pass, CloudObject object, DirectoryEntry entry, Baseline baseline, Circumstances circumstances) {
        Optional<Plan> early = isCloudManaged(object) && !object.isRemoved()
                ? Optional.empty()
                : planWithoutEntry(pass, object, baseline, circumstances);
        if (early.isPresent()) {
            return early.get();
        }
        Optional<String> outside = entry.outside();
        if (outside.isPresent()) {
            return new Plan(
                    object.id(),
                    Optional.of(entry.id()),
                    List.of(),
                    new Disposition.Skip(SkipReason.NOT_IN_SCOPE, outside.get()));
        }
        Baseline base = baseline.isWith(entry.id().guid()) ? baseline : Baseline.none();
        List<AttributeDecision> decisions = decisions(pass, object, entry, base, circumstances);
        return new Plan(object.id(), Optional.of(entry.id()), decisions, disposition(decisions));
    }

    private List<AttributeDecision> decisions(
            Pass pass, CloudObject object, DirectoryEntry entry, Baseline base, Circumstances circumstances) {
        List<AttributeDecision> decisions = new ArrayList<>(flows.size());
        for (Flow flow : flows) {
            decisions.add(about(pass, flow, entry, base).decide(object, circumstances));
        }
        EntrySize.hold(
                flows,
                decisions,
                (flow, decision, reason) -> about(pass, flow, entry, base).invalid(decision, reason));
        return decisions;
    }

    private Decisions about(Pass pass, Flow flow, DirectoryEntry entry, Baseline base) {
        return new Decisions(flow, entry, base.agreement(flow.target()), pass, arbitration);
    }

    /** The plan for an object for which nothing can be planned. */
    public static Plan refused(CloudObjectId object, Problem problem) {
        return new Plan(object, Optional.empty(), List.of(), new Disposition.Refuse(problem));
    }

    /** What is agreed when a plan has been carried out, or has found nothing to write. */
    public Baseline agreed(Plan plan, Baseline before) {
        return Agreeing.after(plan, before);
    }

    private boolean isAsAgreed(CloudObject object, Baseline baseline, Circumstances circumstances) {
        if (baseline.entry().isEmpty()) {
            return false;
        }
        for (Flow flow : flows) {
            Agreement agreed = baseline.agreements().get(flow.target());
            if (agreed != null && flow.isStatedAs(object, agreed.cloud())) {
                continue;
            }
            Mapped mapped = flow.map(object, circumstances);
            if (mapped instanceof Mapped.Invalid || mapped.isPartial()) {
                return false;
            }
            if (mapped instanceof Mapped.Values values
                    && (agreed == null || !flow.syntax().same(values.values(), agreed.cloud()))) {
                return false;
            }
        }
        return true;
    }

    private static Disposition disposition(List<AttributeDecision> decisions) {
        for (AttributeDecision decision : decisions) {
            if (decision.writes()) {
                return new Disposition.Write();
            }
        }
        List<String> invalid = decisions.stream()
                .filter(decision -> decision.verdict() == Verdict.INVALID)
                .map(AttributeDecision::reason)
                .toList();
        return invalid.isEmpty()
                ? new Disposition.Skip(
                        SkipReason.REDUNDANT_EXPORT, "The entry holds what it should; there is nothing to change.")
                : new Disposition.Refuse(invalidValues(invalid));
    }

    /** The problem of a plan of which some attributes cannot be written; nothing if all can. */
    public static Optional<Problem> invalidValues(Plan plan) {
        List<String> reasons = plan.decisions(Verdict.INVALID).stream()
                .map(AttributeDecision::reason)
                .toList();
        return reasons.isEmpty() ? Optional.empty() : Optional.of(invalidValues(reasons));
    }

    private static Problem invalidValues(List<String> reasons) {
        return Problem.of(
                ErrorCode.INVALID_VALUE,
                String.join(" ", reasons),
                "Mend the value in the cloud; the attribute stays as it is until then.");
    }

    private static boolean isCloudManaged(CloudObject object) {
        Stated<List<AttributeValue>> stated = object.attributes().get(CLOUD_MANAGED);
        if (stated == null || stated.value().size() != 1) {
            return false;
        }
        AttributeValue value = stated.value().get(0);
        return value instanceof AttributeValue.Flag flag
                ? flag.value()
                : value.toString().equalsIgnoreCase("true");
    }
}
