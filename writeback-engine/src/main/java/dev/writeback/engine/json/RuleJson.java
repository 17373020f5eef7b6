package dev.writeback.engine.json;

import dev.writeback.engine.exchange.AttributeCatalogue;
import dev.writeback.engine.mapping.AddressPolicies;
import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.InvalidProfileException;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import java.util.List;
import java.util.Optional;

/** Reads one rule of a profile. */
final class RuleJson {

    static final List<String> KEYS =
            List.of("target", "source", "expression", "authority", "drift", "addresses", "remove");

    private final StrictObject json;
    private final List<String> problems;

    RuleJson(StrictObject json, List<String> problems) {
        this.json = json;
        this.problems = problems;
    }

    /** The directory attribute that it is about. */
    Optional<AttributeName> target() {
        return json.requiredText("target", "extensionAttribute5").flatMap(text -> name("target", text));
    }

    /** Whether it takes the rule for its target away. */
    boolean removes() {
        boolean removes = json.flag("remove");
        if (removes) {
            KEYS.stream()
                    .filter(key -> !key.equals("target") && !key.equals("remove") && json.has(key))
                    .forEach(key -> json.problem(key, "says nothing in a rule that is removed; take it out"));
        }
        return removes;
    }

    /** The rule for this target. Every problem with it is named, so the rule is of use only if there is none. */
    Optional<Rule> rule(AttributeName target) {
        Optional<AttributeName> source = source();
        drift();
        Authority authority = authority();
        AddressPolicies addresses = addresses(target);
        return source.map(from -> Rule.of(target.value(), from.value())
                        .withAuthority(authority)
                        .withAddresses(addresses))
                .filter(this::isUsable);
    }

    private Optional<AttributeName> source() {
        if (json.has("expression")) {
            json.problem("expression", "comes with a later version; name a source instead");
            return json.text("source").flatMap(text -> name("source", text));
        }
        return json.requiredText("source", "CustomAttribute5").flatMap(text -> name("source", text));
    }

    private void drift() {
        String drift = json.text("drift").orElse("report");
        switch (drift) {
            case "report" -> {}
            case "repair", "accept" ->
                json.problem(
                        "drift", "is \"%s\", which comes with a later version; drift is reported".formatted(drift));
            default ->
                json.problem("drift", "is not known; " + KnownKeys.hint(drift, List.of("report", "repair", "accept")));
        }
    }

    private Authority authority() {
        String authority = json.text("authority").orElse("cloud");
        switch (authority) {
            case "cloud", "directory" -> {}
            case "newest", "manual" ->
                json.problem(
                        "authority",
                        "is \"%s\", which comes with a later version; it is cloud or directory".formatted(authority));
            default ->
                json.problem("authority", "is not known; " + KnownKeys.hint(authority, List.of("cloud", "directory")));
        }
        return authority.equals("directory") ? Authority.DIRECTORY : Authority.CLOUD;
    }

    private AddressPolicies addresses(AttributeName target) {
        if (!json.has("addresses")) {
            return AddressPolicies.standard();
        }
        if (!json.get("addresses").isObject()) {
            json.problem("addresses", "is not an object; it is one, such as {\"preserve\": [\"X500\", \"SIP\"]}");
            return AddressPolicies.standard();
        }
        boolean holdsAddresses = AttributeCatalogue.standard()
                .find(target)
                .map(entry -> entry.syntax() == AttributeSyntax.ADDRESS)
                .orElse(true);
        if (!holdsAddresses) {
            json.problem("addresses", "says nothing, because %s holds no addresses; take it out".formatted(target));
        }
        return AddressesJson.read(
                new StrictObject(json.place("addresses"), json.get("addresses"), AddressesJson.KEYS, problems));
    }

    private Optional<AttributeName> name(String key, String text) {
        if (!AttributeName.isValid(text)) {
            json.problem(
                    key, "is not an attribute name; a name is a letter followed by letters, digits, '-', '_' or '.'");
            return Optional.empty();
        }
        return Optional.of(AttributeName.of(text));
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
