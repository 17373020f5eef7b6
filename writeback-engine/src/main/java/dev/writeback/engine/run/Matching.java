package dev.writeback.engine.run;

import dev.writeback.engine.guard.Guard;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the entries of many objects with one request, and keeps an object that breaks the request from the others. */
final class Matching {

    private static final Logger LOG = LoggerFactory.getLogger(Matching.class);

    private final Parts parts;
    private final Tally tally;
    private final Map<AttributeName, AttributeSyntax> reads;

    Matching(Parts parts, Tally tally) {
        this.parts = parts;
        this.tally = tally;
        this.reads = new LinkedHashMap<>(parts.planner().writes());
        this.reads.putAll(Guard.reads());
    }

    /** One outcome for each case, in their order. */
    List<LookupOutcome> lookup(List<Case> cases) {
        try {
            return request(cases);
        } catch (Throwable fault) {
            LOG.warn(
                    "a lookup of {} objects ended in a {}",
                    cases.size(),
                    fault.getClass().getName());
            LOG.debug("the lookup", fault);
            return cases.size() == 1 ? List.of(failed(fault)) : oneByOne(cases);
        }
    }

    /** Whether a directory that gives this reason is there all the same. */
    static boolean isOfOneObject(Problem problem) {
        return problem.code() == ErrorCode.DIRECTORY_BUSY || problem.code() == ErrorCode.INTERNAL_ERROR;
    }

    private List<LookupOutcome> oneByOne(List<Case> cases) {
        List<LookupOutcome> outcomes = new ArrayList<>(cases.size());
        cases.forEach(one -> outcomes.addAll(lookup(List.of(one))));
        return outcomes;
    }

    private List<LookupOutcome> request(List<Case> cases) {
        DirectorySink directory = parts.directory();
        tally.lookup();
        List<LookupOutcome> outcomes = directory.lookup(new LookupRequest(
                cases.stream().map(one -> one.item().object().anchorValues()).toList(), reads));
        if (outcomes.size() != cases.size()) {
            throw new IllegalStateException("the sink %s was asked for %d entries and answered about %d"
                    .formatted(directory.getClass().getName(), cases.size(), outcomes.size()));
        }
        return outcomes;
    }

    private static LookupOutcome failed(Throwable fault) {
        return new LookupOutcome.Unavailable(Problems.internal("The lookup", fault));
    }
}
