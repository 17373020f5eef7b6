package dev.writeback.engine.run;

import dev.writeback.engine.exchange.AddressKey;
import dev.writeback.engine.exchange.Uniqueness;
import dev.writeback.engine.planning.AddressRound;
import dev.writeback.engine.planning.NewAddresses;
import dev.writeback.engine.planning.Occupant;
import dev.writeback.engine.planning.TakenAddresses;
import dev.writeback.model.AttributeName;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.spi.AddressHolder;
import dev.writeback.spi.HolderOutcome;
import dev.writeback.spi.HolderRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, before a round is written, whether the addresses that it gives are others' already: one question for all of them,
 * and none where no address is given.
 */
final class AddressCheck {

    /** What is done about an address that another has, where the policy is to refuse it. */
    enum Strictness {
        /** It alone is held back. */
        ADDRESS,
        /** The plan as a whole is not carried out: it is done as it was shown, or not at all. */
        PLAN,
        /** It is written with a warning: the entry had it before. */
        WARNING
    }

    private static final Logger LOG = LoggerFactory.getLogger(AddressCheck.class);

    private final Parts parts;
    private final Tally tally;
    private final Brake brake;
    private final Strictness strictness;
    private final FormerHolders former;

    AddressCheck(Parts parts, Cycle cycle, Tally tally, Brake brake, Strictness strictness) {
        this.parts = parts;
        this.tally = tally;
        this.brake = brake;
        this.strictness = parts.addresses().policy() == Uniqueness.WARN ? Strictness.WARNING : strictness;
        this.former = new FormerHolders(parts, cycle, tally);
    }

    /**
     * The drafts of a round as they may be written, in their order; a plan of which nothing is left does not write any more,
     * and one that must wait for an answer is left out. {@link #release} is to be called with the same drafts.
     */
    List<Draft> admitted(List<Draft> drafts) {
        List<Draft> asking = parts.addresses().policy() == Uniqueness.OFF
                ? List.of()
                : drafts.stream()
                        .filter(draft -> !NewAddresses.of(draft.plan()).isEmpty())
                        .toList();
        if (asking.isEmpty()) {
            return drafts;
        }
        List<Map<AddressKey, Occupant>> rivals =
                drafts.stream().map(this::reserve).toList();
        HolderOutcome outcome = ask(asking);
        if (outcome instanceof HolderOutcome.Unavailable unavailable) {
            return unanswered(drafts, asking, unavailable.problem());
        }
        if (outcome instanceof HolderOutcome.CannotTell) {
            return drafts;
        }
        List<Map<AddressKey, Occupant>> taken = round(drafts, rivals, outcome).taken(this::carriedOut);
        List<Draft> admitted = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            admitted.add(taken.get(i).isEmpty() ? draft : admitted(draft, taken.get(i)));
        }
        return admitted;
    }

    /** That the round is over: from here on the directory tells who has the addresses. */
    void release(List<Draft> drafts) {
        drafts.forEach(draft -> parts.addresses()
                .release(NewAddresses.of(draft.plan()), draft.one().id()));
    }

    private Map<AddressKey, Occupant> reserve(Draft draft) {
        draft.one().remark(Map.of());
        Map<AddressKey, Occupant> rivals = new HashMap<>();
        for (AddressKey address : NewAddresses.of(draft.plan())) {
            parts.addresses()
                    .take(address, draft.one().id(), draft.entry().id())
                    .ifPresent(rival -> rivals.put(address, rival));
        }
        return rivals;
    }

    private HolderOutcome ask(List<Draft> asking) {
        Set<String> addresses = new LinkedHashSet<>();
        asking.forEach(draft -> NewAddresses.of(draft.plan()).forEach(address -> addresses.add(address.text())));
        tally.lookup();
        try {
            return parts.directory().holders(new HolderRequest(addresses));
        } catch (Throwable fault) {
            LOG.warn(
                    "asking who has {} addresses ended in a {}",
                    addresses.size(),
                    fault.getClass().getName());
            LOG.debug("the question", fault);
            return new HolderOutcome.Unavailable(Problems.internal("Asking who has addresses", fault));
        }
    }

    /** Where nobody can tell, what may not be written twice is not written; the other drafts go on. */
    private List<Draft> unanswered(List<Draft> drafts, List<Draft> asking, Problem problem) {
        if (strictness == Strictness.WARNING) {
            asking.forEach(draft -> draft.one().remark(Map.of("Uniqueness", problem.reason())));
            return drafts;
        }
        if (!Matching.isOfOneObject(problem)) {
            brake.pull(Brake.Cause.DIRECTORY_UNREACHABLE, problem);
            return List.of();
        }
        asking.forEach(draft -> draft.one().fail(problem));
        return drafts.stream().filter(draft -> !asking.contains(draft)).toList();
    }

    private AddressRound round(List<Draft> drafts, List<Map<AddressKey, Occupant>> rivals, HolderOutcome outcome) {
        List<Plan> plans = drafts.stream().map(Draft::plan).toList();
        if (!(outcome instanceof HolderOutcome.Holders found)) {
            return new AddressRound(plans, rivals, List.of(), Map.of());
        }
        Set<AddressKey> wanted =
                plans.stream().flatMap(plan -> NewAddresses.of(plan).stream()).collect(Collectors.toSet());
        List<AddressRound.Held> held = found.holders().stream()
                .flatMap(holder -> held(holder, wanted).stream())
                .toList();
        AddressRound round = new AddressRound(plans, rivals, held, Map.of());
        return round.with(former.plans(round.strangers()));
    }

    private static List<AddressRound.Held> held(AddressHolder holder, Set<AddressKey> wanted) {
        Map<AddressKey, Set<AttributeName>> held = new LinkedHashMap<>();
        holder.addresses()
                .forEach((name, values) -> values.forEach(value -> AddressKey.of(name, value)
                        .filter(wanted::contains)
                        .ifPresent(address -> held.computeIfAbsent(address, none -> new LinkedHashSet<>())
                                .add(name))));
        return held.entrySet().stream()
                .map(one -> new AddressRound.Held(one.getKey(), holder.entry(), one.getValue()))
                .toList();
    }

    private Draft admitted(Draft draft, Map<AddressKey, Occupant> taken) {
        if (strictness == Strictness.WARNING) {
            Map<String, String> remarks = new LinkedHashMap<>();
            taken(draft.plan(), taken).sentences().forEach((name, sentence) -> remarks.put("Shared " + name, sentence));
            draft.one().remark(remarks);
            return draft;
        }
        return new Draft(draft.one(), carriedOut(draft.plan(), taken), draft.entry());
    }

    private Plan carriedOut(Plan plan, Map<AddressKey, Occupant> taken) {
        return switch (strictness) {
            case ADDRESS -> taken(plan, taken).heldBack();
            case PLAN -> taken(plan, taken).refused();
            case WARNING -> plan;
        };
    }

    private TakenAddresses taken(Plan plan, Map<AddressKey, Occupant> taken) {
        return new TakenAddresses(plan, taken, parts.planner().writes());
    }
}
