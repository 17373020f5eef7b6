package dev.writeback.engine.run;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Step;
import dev.writeback.plan.Verdict;
import dev.writeback.spi.RejectedChange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The way of a change, as a view of its plan and of what became of it. Names and order are those of Microsoft's
 * provision on demand: import, matching, scoping, reference resolution, export; processing stands before the export, for
 * it is ours.
 */
final class Steps {

    private static final String IMPORT = "EntryImport";
    private static final String SCOPING = "EntrySynchronizationScoping";
    private static final String REFERENCES = "EntryReferenceResolution";
    private static final String PROCESSING = "EntrySynchronization";
    private static final String EXPORT = "EntryExportUpdate";
    private static final int LONGEST_CONTENT = 4096;
    private static final Set<ErrorCode> OF_MATCHING =
            EnumSet.of(ErrorCode.ANCHOR_MISSING, ErrorCode.ENTRY_NOT_FOUND, ErrorCode.AMBIGUOUS_MATCH);
    private static final Set<SkipReason> OF_SCOPING =
            EnumSet.of(SkipReason.NOT_IN_SCOPE, SkipReason.NOT_CLOUD_MANAGED, SkipReason.REMOVED);

    private final Plan plan;
    private final Conclusion conclusion;
    private final Map<String, String> remarks;
    private final List<Step> steps = new ArrayList<>();

    private Steps(Case one, Conclusion conclusion) {
        this.remarks = one.remarks();
        this.plan = conclusion.plan().shown();
        this.conclusion = conclusion;
    }

    /**
     * The steps that an object went.
     *
     * @param unknown what it states under names that nobody knows, one sentence each
     */
    static List<Step> of(Case one, Conclusion conclusion, List<String> unknown) {
        Steps way = new Steps(one, conclusion);
        way.imported(one.id(), unknown);
        return way.from(one);
    }

    /** The steps that an object went of which a run was to be taken back. */
    static List<Step> ofUndo(String run, Case one, Conclusion conclusion) {
        Steps way = new Steps(one, conclusion);
        way.add(
                IMPORT,
                Step.Type.IMPORT,
                Step.Result.SUCCESS,
                "What run %s wrote for object %s was taken from the journal.".formatted(run, one.id()),
                Map.of("Undoes", run));
        return way.from(one);
    }

    private List<Step> from(Case one) {
        if (matches() && scopes()) {
            resolves(one.references().size());
            processes();
            exports();
        }
        return steps;
    }

    /** The only step of what could not be read; it keeps what stands there. */
    static Step rejected(RejectedChange rejected, Problem problem) {
        String content = rejected.content();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("Place", rejected.place());
        details.put("Content", content.substring(0, Math.min(content.length(), LONGEST_CONTENT)));
        return new Step(IMPORT, Step.Type.IMPORT, Step.Result.FAILURE, problem.reason(), details);
    }

    private void imported(CloudObjectId object, List<String> unknown) {
        add(
                IMPORT,
                Step.Type.IMPORT,
                unknown.isEmpty() ? Step.Result.SUCCESS : Step.Result.WARNING,
                "The cloud's state of object " + object + " was taken.",
                unknown.isEmpty() ? Map.of() : Map.of("Unknown", String.join(" ", unknown)));
    }

    private boolean matches() {
        Optional<Problem> unmatched = conclusion.problem().filter(it -> OF_MATCHING.contains(it.code()));
        if (unmatched.isPresent()) {
            add(IMPORT, Step.Type.MATCHING, Step.Result.FAILURE, unmatched.get().reason(), Map.of());
            return false;
        }
        plan.entry()
                .ifPresent(entry -> add(
                        IMPORT,
                        Step.Type.MATCHING,
                        Step.Result.SUCCESS,
                        "The object belongs to the entry " + entry + ".",
                        Map.of("ObjectGuid", entry.guid().toString())));
        return true;
    }

    private boolean scopes() {
        if (plan.disposition() instanceof Disposition.Skip skip && OF_SCOPING.contains(skip.reason())) {
            add(SCOPING, Step.Type.SCOPING, Step.Result.SKIPPED, skip.sentence(), because(skip));
            return false;
        }
        if (!decisions().isEmpty() || conclusion.skip().isPresent()) {
            add(SCOPING, Step.Type.SCOPING, Step.Result.SUCCESS, "The object and its entry are in scope.", Map.of());
        }
        return true;
    }

    private void resolves(int references) {
        if (references == 0 || decisions().isEmpty()) {
            return;
        }
        Map<String, String> details = omitted("Unresolved ", Omission.Unresolved.class);
        add(
                REFERENCES,
                Step.Type.REFERENCE_RESOLUTION,
                details.isEmpty() ? Step.Result.SUCCESS : Step.Result.WARNING,
                details.isEmpty()
                        ? "What the object refers to has entries: %d in all.".formatted(references)
                        : "Not everything that the object refers to has an entry yet.",
                details);
    }

    private void processes() {
        Optional<Problem> refused = plan.disposition() instanceof Disposition.Refuse refuse
                ? Optional.of(refuse.problem())
                : conclusion.problem().filter(problem -> conclusion.progress() != Conclusion.Progress.FAILED);
        if (refused.isPresent()) {
            add(
                    PROCESSING,
                    Step.Type.PROCESSING,
                    Step.Result.FAILURE,
                    refused.get().reason(),
                    found());
        } else if (plan.disposition() instanceof Disposition.Skip skip && skip.reason() == SkipReason.PROTECTED_ENTRY) {
            add(PROCESSING, Step.Type.PROCESSING, Step.Result.SKIPPED, skip.sentence(), because(skip));
        } else {
            boolean remarkable = !plan.decisions(Verdict.CONFLICT).isEmpty()
                    || !plan.decisions(Verdict.DRIFT).isEmpty()
                    || !plan.decisions(Verdict.PARKED).isEmpty()
                    || !plan.decisions(Verdict.INVALID).isEmpty()
                    || !remarks.isEmpty()
                    || !omitted("HeldBack ", Omission.HeldBack.class).isEmpty();
            add(
                    PROCESSING,
                    Step.Type.PROCESSING,
                    remarkable ? Step.Result.WARNING : Step.Result.SUCCESS,
                    processed(),
                    found());
        }
    }

    private void exports() {
        switch (conclusion.progress()) {
            case DONE -> exported("Written: ");
            case CONFIRMED -> exported("Written, and found so when the entry was read again: ");
            case DRIFTED -> exported("Written, and somebody else has made another address the primary one: ");
            case CONTENDED ->
                exported("Written while somebody else made an address the primary one; it is looked at again: ");
            case FOUND_DONE -> exported("The answer was lost, and the entry shows that it was written: ");
            case FAILED ->
                add(
                        EXPORT,
                        Step.Type.EXPORT,
                        Step.Result.FAILURE,
                        conclusion.problem().map(Problem::reason).orElse("The entry was not written."),
                        Map.of());
            case STAGED -> left("Nothing is written in staging: ");
            case HELD -> left("Nothing is written while the run is held: ");
            case NONE -> notExported();
        }
    }

    private void left(String why) {
        add(EXPORT, Step.Type.EXPORT, Step.Result.SKIPPED, why + names(), Map.of());
    }

    private void exported(String how) {
        add(EXPORT, Step.Type.EXPORT, Step.Result.SUCCESS, how + names(), Map.of());
    }

    private void notExported() {
        if (plan.disposition() instanceof Disposition.Skip skip && skip.reason() == SkipReason.REDUNDANT_EXPORT) {
            add(EXPORT, Step.Type.EXPORT, Step.Result.SKIPPED, skip.sentence(), because(skip));
        }
    }

    private void add(String name, Step.Type type, Step.Result result, String description, Map<String, String> details) {
        steps.add(new Step(name, type, result, description, details));
    }

    private static Map<String, String> because(Disposition.Skip skip) {
        return Map.of("SkipReason", skip.reason().label());
    }

    private List<AttributeDecision> decisions() {
        return plan.decisions();
    }

    private String processed() {
        long changes = decisions().stream().filter(AttributeDecision::writes).count();
        return changes + " of " + decisions().size() + " attributes change.";
    }

    private String names() {
        StringBuilder names = new StringBuilder();
        for (AttributeDecision decision : decisions()) {
            if (decision.writes()) {
                names.append(names.length() == 0 ? "" : ", ").append(decision.attribute());
            }
        }
        return names.append('.').toString();
    }

    /** What is left out for this reason, by attribute. */
    private Map<String, String> omitted(String what, Class<? extends Omission> reason) {
        Map<String, String> details = new LinkedHashMap<>();
        for (AttributeDecision decision : decisions()) {
            for (Omission omission : decision.omissions()) {
                if (reason.isInstance(omission)) {
                    details.merge(what + decision.attribute(), omission.sentence(), (all, one) -> all + " " + one);
                }
            }
        }
        return details;
    }

    /** What a person should look at: conflicts with both values and the rule, drift, what is kept, invalid or held back. */
    private Map<String, String> found() {
        Map<String, String> details = omitted("HeldBack ", Omission.HeldBack.class);
        details.putAll(omitted("Taken ", Omission.Taken.class));
        details.putAll(remarks);
        for (AttributeDecision decision : decisions()) {
            Verdict verdict = decision.verdict();
            if (verdict == Verdict.CONFLICT) {
                details.put("Conflict " + decision.attribute(), bothSides(decision));
            } else if (verdict == Verdict.PARKED) {
                details.put("Parked " + decision.attribute(), undecided(decision));
            } else if (verdict == Verdict.DRIFT) {
                details.put("Drift " + decision.attribute(), sinceAgreed(decision));
            } else if (verdict == Verdict.KEPT) {
                details.put("Kept " + decision.attribute(), decision.reason());
            } else if (verdict == Verdict.INVALID) {
                details.put("Invalid " + decision.attribute(), decision.reason());
            }
        }
        return details;
    }

    private static String undecided(AttributeDecision decision) {
        return "cloud %s, directory %s: %s Rule: %s."
                .formatted(
                        decision.cloud().orElse(List.of()),
                        decision.directory(),
                        decision.reason(),
                        decision.provenance().rule());
    }

    private static String bothSides(AttributeDecision decision) {
        return "cloud " + decision.cloud().orElse(List.of()) + ", directory " + decision.directory() + ", result "
                + decision.result() + ": " + decision.reason();
    }

    private static String sinceAgreed(AttributeDecision decision) {
        return "agreed " + decision.baseline().orElse(List.of()) + ", directory " + decision.directory() + ": "
                + decision.reason();
    }
}
