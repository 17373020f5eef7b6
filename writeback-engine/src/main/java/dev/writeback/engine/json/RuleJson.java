package dev.writeback.engine.json;

import dev.writeback.engine.exchange.AttributeCatalogue;
import dev.writeback.engine.exchange.Translation;
import dev.writeback.engine.mapping.AddressPolicies;
import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Clearing;
import dev.writeback.engine.mapping.Drift;
import dev.writeback.engine.mapping.FirstContact;
import dev.writeback.engine.mapping.InvalidProfileException;
import dev.writeback.engine.mapping.Origin;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.model.AttributeName;
import java.util.List;
import java.util.Optional;

/** Reads one rule of a profile. */
final class RuleJson {

    static final List<String> KEYS = List.of(
            "target",
            "source",
            "expression",
            "authority",
            "clear",
            "drift",
            "firstContact",
            "addresses",
            "primaryOf",
            "remove");

    private final StrictObject json;
    private final List<String> problems;

    RuleJson(StrictObject json, List<String> problems) {
        this.json = json;
        this.problems = problems;
    }

    /** The directory attribute that it is about. */
    Optional<AttributeName> target() {
        return json.requiredText("target", "extensionAttribute5").flatMap(text -> json.name("target", text));
    }

    /** Whether it takes the rule for its target away. */
    boolean removes() {
        boolean removes = json.flag("remove", false);
        if (removes) {
            KEYS.stream()
                    .filter(key -> !key.equals("target") && !key.equals("remove") && json.has(key))
                    .forEach(key -> json.problem(key, "says nothing in a rule that is removed; take it out"));
        }
        return removes;
    }

    /**
     * The rule for this target. Every problem with it is named, so the rule is of use only if there is none.
     *
     * @param overridden the rule whose place it takes
     */
    Optional<Rule> rule(AttributeName target, Optional<Rule> overridden) {
        Optional<Origin> origin = new OriginJson(json).origin();
        AuthorityJson wins = new AuthorityJson(json, problems);
        Authority authority = wins.authority();
        Drift drift = wins.drift();
        FirstContact firstContact = wins.firstContact();
        Clearing clearing = json.flag("clear", true) ? Clearing.FLOWS : Clearing.HELD_BACK;
        AddressPolicies addresses = addresses(target, overridden);
        Optional<AttributeName> primaryOf = primaryOf(overridden);
        return origin.map(
                        from -> new Rule(target, from, authority, clearing, addresses, primaryOf, drift, firstContact))
                .filter(this::isUsable);
    }

    private AddressPolicies addresses(AttributeName target, Optional<Rule> overridden) {
        AddressPolicies before = overridden.map(Rule::addresses).orElse(AddressPolicies.standard());
        if (json.has("expression")) {
            before = new AddressPolicies(before.prefixes(), before.domains(), before.others(), Optional.empty());
        }
        if (!json.has("addresses")) {
            return before;
        }
        if (!json.get("addresses").isObject()) {
            json.problem("addresses", "is not an object; it is one, such as {\"preserve\": [\"X500\", \"SIP\"]}");
            return before;
        }
        boolean holdsAddresses = AttributeCatalogue.standard()
                .find(target)
                .map(entry -> entry.translation() == Translation.ADDRESSES)
                .orElse(true);
        AddressPolicies stated = AddressesJson.read(
                new StrictObject(json.place("addresses"), json.get("addresses"), AddressesJson.KEYS, problems), before);
        if (!holdsAddresses) {
            json.problem("addresses", "says nothing, because %s holds no addresses; take it out".formatted(target));
        }
        return holdsAddresses ? stated : before;
    }

    private Optional<AttributeName> primaryOf(Optional<Rule> overridden) {
        if (json.has("primaryOf")) {
            return json.optionalName("primaryOf");
        }
        return json.has("expression") ? Optional.empty() : overridden.flatMap(Rule::primaryOf);
    }

    /** Whether a profile may have the rule at all, by itself. */
    private boolean isUsable(Rule rule) {
        try {
            Profile.builder("of one rule").rule(rule).build();
            return true;
        } catch (InvalidProfileException invalid) {
            invalid.problems().forEach(problem -> problems.add("%s: %s".formatted(json.place("target"), problem)));
            return false;
        }
    }
}
