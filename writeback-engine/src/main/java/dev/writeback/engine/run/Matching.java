package dev.writeback.engine.run;

import dev.writeback.engine.guard.Guard;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Extent;
import dev.writeback.plan.Problem;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the entries of many objects with one request, and keeps an object that breaks the request from the others. */
final class Matching {

    private static final Logger LOG = LoggerFactory.getLogger(Matching.class);

    private static final Set<ErrorCode> OF_ONE_OBJECT =
            EnumSet.of(ErrorCode.DIRECTORY_BUSY, ErrorCode.REPLICA_BEHIND, ErrorCode.INTERNAL_ERROR);

    private final Parts parts;
    private final Tally tally;
    private final Map<AttributeName, AttributeSyntax> reads;
    private final Set<AttributeName> dated;

    private final Optional<String> filter;
    private final UnaryOperator<LookupOutcome> judge;

    private Matching(
            Parts parts,
            Tally tally,
            Map<AttributeName, AttributeSyntax> reads,
            Set<AttributeName> dated,
            Optional<String> filter,
            UnaryOperator<LookupOutcome> judge) {
        this.dated = dated;
        this.parts = parts;
        this.tally = tally;
        this.reads = reads;
        this.filter = filter;
        this.judge = judge;
    }

    /** Reads what plans are made from, and says which entries are out of scope. */
    static Matching ofEntries(Parts parts, Tally tally) {
        Map<AttributeName, AttributeSyntax> reads =
                new LinkedHashMap<>(parts.planner().writes());
        reads.putAll(Guard.reads());
        Containment scope = parts.scoping().current();
        reads.putAll(scope.reads());
        return new Matching(
                parts, tally, reads, parts.planner().dated(), scope.conditions().filter(), scope::judge);
    }

    /** Reads these attributes. */
    static Matching ofAttributes(Parts parts, Tally tally, Map<AttributeName, AttributeSyntax> reads) {
        return new Matching(parts, tally, reads, Set.of(), Optional.empty(), outcome -> outcome);
    }

    /** Reads nothing but which entries they are. */
    static Matching ofNames(Parts parts, Tally tally) {
        return ofAttributes(parts, tally, Map.of());
    }

    /** One outcome for each list of anchors, in their order, of whatever copy of the directory answers. */
    List<LookupOutcome> lookup(List<List<Anchor>> anchors) {
        return answers(new LookupRequest(anchors, reads, dated, List.of(), List.of(), filter));
    }

    /** One outcome for each case, of a copy of the directory that has seen what was agreed about it. */
    List<LookupOutcome> lookup(List<Case> cases, Course course) {
        return answers(new LookupRequest(
                cases.stream().map(course::anchors).toList(),
                reads,
                dated,
                cases.stream().map(Case::mark).toList(),
                cases.stream().map(Case::agreed).toList(),
                filter));
    }

    private List<LookupOutcome> answers(LookupRequest request) {
        return lookup(request).stream().map(judge).toList();
    }

    private List<LookupOutcome> lookup(LookupRequest request) {
        List<List<Anchor>> anchors = request.anchors();
        try {
            return ask(request);
        } catch (Throwable fault) {
            LOG.warn(
                    "a lookup of {} objects ended in a {}",
                    anchors.size(),
                    fault.getClass().getName());
            LOG.debug("the lookup", fault);
            return anchors.size() == 1 ? List.of(failed(fault)) : oneByOne(request);
        }
    }

    /** Whether a directory that answers so is there all the same. */
    static boolean isOfOneObject(LookupOutcome.Unavailable outcome) {
        return outcome.extent() == Extent.ENTRY || isOfOneObject(outcome.problem());
    }

    /** Whether a directory that gives this reason is there all the same. */
    static boolean isOfOneObject(Problem problem) {
        return OF_ONE_OBJECT.contains(problem.code());
    }

    private List<LookupOutcome> oneByOne(LookupRequest request) {
        List<LookupOutcome> outcomes = new ArrayList<>(request.anchors().size());
        for (int i = 0; i < request.anchors().size(); i++) {
            outcomes.addAll(lookup(request.only(List.of(i))));
        }
        return outcomes;
    }

    private List<LookupOutcome> ask(LookupRequest request) {
        List<List<Anchor>> anchors = request.anchors();
        DirectorySink directory = parts.directory();
        tally.lookup();
        List<LookupOutcome> outcomes = directory.lookup(request);
        if (outcomes.size() != anchors.size()) {
            throw new IllegalStateException("the sink %s was asked for %d entries and answered about %d"
                    .formatted(directory.getClass().getName(), anchors.size(), outcomes.size()));
        }
        return outcomes;
    }

    private static LookupOutcome failed(Throwable fault) {
        return new LookupOutcome.Unavailable(Problems.internal("The lookup", fault));
    }
}
