package dev.writeback.engine.planning;

import dev.writeback.engine.exchange.AddressKey;
import dev.writeback.model.AttributeName;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plans that are to be carried out together, and who has the addresses that they give: a pure function. An entry that gives
 * an address up by a plan of its own does not keep others from it, so that an address may move, and two may change places.
 *
 * @param plans those that are to be carried out
 * @param rivals which addresses of each plan go to another in this very moment, in the order of the plans
 * @param held who has the addresses
 * @param others what is planned of entries that are not among the plans, by entry; all of it counts
 */
public record AddressRound(
        List<Plan> plans, List<Map<AddressKey, Occupant>> rivals, List<Held> held, Map<ObjectGuid, List<Plan>> others) {

    /**
     * That an entry has an address.
     *
     * @param address the address
     * @param entry the entry
     * @param attributes in which attributes it has it
     */
    public record Held(AddressKey address, EntryId entry, Set<AttributeName> attributes) {
        public Held {
            attributes = Set.copyOf(attributes);
        }
    }

    public AddressRound {
        plans = List.copyOf(plans);
        rivals = List.copyOf(rivals);
        held = List.copyOf(held);
        others = Map.copyOf(others);
    }

    /** The same, when this is known of entries that are not among the plans. */
    public AddressRound with(Map<ObjectGuid, List<Plan>> known) {
        return new AddressRound(plans, rivals, held, known);
    }

    /** The entries, other than those that get an address, that have it. */
    public Set<ObjectGuid> strangers() {
        Set<ObjectGuid> known = plans.stream().flatMap(AddressRound::guid).collect(Collectors.toSet());
        return held.stream()
                .map(one -> one.entry().guid())
                .filter(guid -> !known.contains(guid))
                .collect(Collectors.toSet());
    }

    /**
     * Which addresses of each plan, in their order, another gets, or has and does not give up.
     *
     * @param reduced what is carried out of a plan of which these addresses are taken
     */
    public List<Map<AddressKey, Occupant>> taken(BiFunction<Plan, Map<AddressKey, Occupant>, Plan> reduced) {
        List<Plan> carriedOut = plans;
        List<Map<AddressKey, Occupant>> taken = taken(carriedOut);
        // Who is held back may keep what another was to get: until nothing changes any more, for plans only shrink.
        for (List<Plan> next = reduced(taken, reduced); !next.equals(carriedOut); next = reduced(taken, reduced)) {
            carriedOut = next;
            taken = taken(carriedOut);
        }
        return taken;
    }

    private List<Plan> reduced(
            List<Map<AddressKey, Occupant>> taken, BiFunction<Plan, Map<AddressKey, Occupant>, Plan> reduced) {
        List<Plan> all = new ArrayList<>(plans.size());
        for (int i = 0; i < plans.size(); i++) {
            all.add(taken.get(i).isEmpty() ? plans.get(i) : reduced.apply(plans.get(i), taken.get(i)));
        }
        return all;
    }

    private List<Map<AddressKey, Occupant>> taken(List<Plan> carriedOut) {
        Map<ObjectGuid, List<Plan>> byEntry = new HashMap<>(others);
        carriedOut.forEach(plan -> guid(plan).forEach(guid -> byEntry.put(guid, List.of(plan))));
        Map<AddressKey, List<Held>> kept = held.stream()
                .filter(one -> !leaves(one, byEntry.getOrDefault(one.entry().guid(), List.of())))
                .collect(Collectors.groupingBy(Held::address));
        List<Map<AddressKey, Occupant>> taken = new ArrayList<>(plans.size());
        for (int i = 0; i < plans.size(); i++) {
            taken.add(taken(plans.get(i), rivals.get(i), kept));
        }
        return taken;
    }

    private static Map<AddressKey, Occupant> taken(
            Plan plan, Map<AddressKey, Occupant> rivals, Map<AddressKey, List<Held>> kept) {
        Map<AddressKey, Occupant> taken = new HashMap<>(rivals);
        for (AddressKey address : NewAddresses.of(plan)) {
            kept.getOrDefault(address, List.of()).stream()
                    .map(Held::entry)
                    .filter(entry -> guid(plan).noneMatch(entry.guid()::equals))
                    .findFirst()
                    .ifPresent(entry -> taken.put(address, new Occupant(entry, Optional.empty())));
        }
        return taken;
    }

    private static boolean leaves(Held one, List<Plan> plans) {
        return !plans.isEmpty()
                && plans.stream().allMatch(plan -> NewAddresses.leaves(plan, one.address(), one.attributes()));
    }

    private static Stream<ObjectGuid> guid(Plan plan) {
        return plan.entry().map(EntryId::guid).stream();
    }
}
