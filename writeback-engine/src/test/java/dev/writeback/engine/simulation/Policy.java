package dev.writeback.engine.simulation;

import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Drift;
import dev.writeback.engine.mapping.FirstContact;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.engine.merge.Arbitration;
import dev.writeback.engine.planning.Planner;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.plan.Conflict;
import dev.writeback.plan.Resolution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What the profile of a history says.
 *
 * @param authority who wins for every field but {@link Field#TEXT}, for which the cloud does
 * @param drift what is done where only the directory changed one of them
 * @param first what is done at the first contact
 * @param eyes whether the directory tells what changed
 */
record Policy(Authority authority, Drift drift, FirstContact first, Eyes eyes) {

    /** Whether the directory tells what changed in it. */
    enum Eyes {
        WATCHING,
        BLIND
    }

    static final Dn PEOPLE = Dn.of("OU=People,DC=corp,DC=example");
    static final Duration SKEW = Duration.ofMinutes(5);
    static final Policy STANDARD = new Policy(Authority.CLOUD, Drift.REPORT, FirstContact.MERGE, Eyes.WATCHING);
    static final List<Authority> AUTHORITIES = List.of(
            Authority.CLOUD, Authority.DIRECTORY, Authority.NEWEST, Authority.MANUAL, Authority.resolver("longer"));

    private static final Map<Policy, Planner> PLANNERS = new ConcurrentHashMap<>();

    static List<Policy> all() {
        List<Policy> all = new ArrayList<>();
        AUTHORITIES.forEach(authority -> Stream.of(Drift.values())
                .forEach(drift -> Stream.of(FirstContact.values())
                        .forEach(first -> Stream.of(Eyes.values())
                                .forEach(eyes -> all.add(new Policy(authority, drift, first, eyes))))));
        return all;
    }

    /** The policy for one field. */
    Policy of(Field field) {
        return field == Field.TEXT ? STANDARD : this;
    }

    Authority.Kind kind() {
        return authority.kind();
    }

    Planner planner() {
        return PLANNERS.computeIfAbsent(this, Policy::made);
    }

    private Planner made() {
        Profile.Builder profile = Profile.builder("simulation");
        for (Field field : Field.FLOWING) {
            Policy policy = of(field);
            profile.rule(Rule.of(field.directory().value(), field.source())
                    .withAuthority(policy.authority())
                    .withDrift(policy.drift())
                    .withFirstContact(policy.first()));
        }
        return new Planner(profile.build(), new Arbitration(SKEW, Map.of("longer", Policy::longer)));
    }

    /** The host's resolver: the longer text wins, and nobody knows of two that are as long. */
    private static Resolution longer(Conflict conflict) {
        int order = Integer.compare(length(conflict.cloud()), length(conflict.directory()));
        if (order == 0) {
            return new Resolution.Undecided();
        }
        return order > 0 ? new Resolution.Cloud() : new Resolution.Directory();
    }

    static int length(List<AttributeValue> values) {
        return values.stream().mapToInt(value -> value.toString().length()).sum();
    }

    /** Read from the words that {@link #toString} writes. */
    static Policy read(String words) {
        String[] all = words.strip().split(" +");
        Authority authority = AUTHORITIES.stream()
                .filter(one -> one.kind().name().equals(all[0].toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
        return new Policy(
                authority,
                Drift.valueOf(all[1].toUpperCase(Locale.ROOT)),
                FirstContact.valueOf(all[2].toUpperCase(Locale.ROOT)),
                Eyes.valueOf(all[3].toUpperCase(Locale.ROOT)));
    }

    /** For instance {@code newest report merge watching}, in the order of the components. */
    @Override
    public String toString() {
        return "%s %s %s %s".formatted(authority.kind(), drift, first, eyes).toLowerCase(Locale.ROOT);
    }
}
