package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.AttributeCatalogue;
import dev.writeback.engine.exchange.CatalogueEntry.BuiltIn;
import dev.writeback.model.AttributeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which cloud attributes flow to which directory attributes. Immutable; one rule for each directory attribute. */
public final class Profile {

    private static final Profile EXCHANGE_ONLINE = fromCatalogue(BuiltIn.EXCHANGE_ONLINE);
    private static final Profile EXCHANGE_ONLINE_EXTENDED = fromCatalogue(BuiltIn.EXCHANGE_ONLINE_EXTENDED);

    private final String name;
    private final Map<AttributeName, Rule> rules;

    private Profile(String name, Map<AttributeName, Rule> rules) {
        this.name = name;
        this.rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    }

    /**
     * The built-in profile {@code exchange-online}: the 24 attributes that Microsoft's writeback of cloud-managed
     * mailboxes writes, with the cloud as authority.
     */
    public static Profile exchangeOnline() {
        return EXCHANGE_ONLINE;
    }

    /**
     * The built-in profile {@code exchange-online-extended}: the 24 attributes, what else Exchange Online knows of a
     * mailbox (visibility, alias, routing address, delegates, delivery restrictions, moderation, mail tips), and what the
     * older Exchange hybrid writeback writes.
     */
    public static Profile exchangeOnlineExtended() {
        return EXCHANGE_ONLINE_EXTENDED;
    }

    /** The built-in profile of this name; nothing if there is none. */
    public static Optional<Profile> builtIn(String name) {
        return Stream.of(EXCHANGE_ONLINE, EXCHANGE_ONLINE_EXTENDED)
                .filter(profile -> profile.name().equals(name))
                .findFirst();
    }

    /** The names of the built-in profiles, the smaller first. */
    public static List<String> builtInNames() {
        return List.of(EXCHANGE_ONLINE.name(), EXCHANGE_ONLINE_EXTENDED.name());
    }

    /** A profile without rules, to add some. */
    public static Builder builder(String name) {
        return new Builder(name, Map.of());
    }

    /** A profile that begins with these rules. */
    public Builder toBuilder(String newName) {
        return new Builder(newName, rules);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Profile profile
                && name.equals(profile.name)
                && List.copyOf(rules.values()).equals(List.copyOf(profile.rules.values()));
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, rules);
    }

    /** What the profile is called. */
    public String name() {
        return name;
    }

    /** The rules, in their order. */
    public Collection<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /** The directory attributes that it writes. */
    public Set<AttributeName> targets() {
        return Set.copyOf(rules.keySet());
    }

    /** What the rules come to, ready to be used; in their order. */
    public List<Flow> flows() {
        return rules.values().stream()
                .map(rule -> new Flow(
                        rule, AttributeCatalogue.standard().find(rule.target()).orElseThrow()))
                .toList();
    }

    /** The rule for a directory attribute; nothing if the profile does not write it. */
    public Optional<Rule> rule(AttributeName target) {
        return Optional.ofNullable(rules.get(target));
    }

    /** What is allowed in the rules, and still worth a second look, one sentence each; empty as a rule. */
    public List<String> hints() {
        return rules.values().stream()
                .flatMap(rule -> RuleHints.of(rule).stream())
                .toList();
    }

    /**
     * What the profile does with an attribute, named as the directory or the cloud names it; empty if nothing, and then
     * {@link Explanation#unwritten} may know the attribute.
     */
    public List<Explanation> explain(AttributeName attribute) {
        return flows().stream()
                .filter(flow ->
                        flow.target().equals(attribute) || flow.rule().reads().contains(attribute))
                .map(Explanation::of)
                .toList();
    }

    private static Profile fromCatalogue(BuiltIn builtIn) {
        Builder builder = builder(builtIn.profileName());
        AttributeCatalogue.standard().entries().stream()
                .filter(entry -> entry.isIn(builtIn))
                .forEach(entry -> builder.rule(BuiltInRules.of(entry, builtIn)));
        return builder.build();
    }

    /** Collects rules. Not for several threads at once. */
    public static final class Builder {

        private final String name;
        private final Map<AttributeName, Rule> rules;
        private final List<String> problems = new ArrayList<>();

        private Builder(String name, Map<AttributeName, Rule> rules) {
            this.name = name;
            this.rules = new LinkedHashMap<>(rules);
        }

        /** Adds a rule, or puts it in the place of the one for the same directory attribute. */
        public Builder rule(Rule rule) {
            rules.put(rule.target(), rule);
            return this;
        }

        /** Takes away the rule for a directory attribute, if there is one. */
        public Builder remove(AttributeName target) {
            RuleCheck.unknown(target).ifPresent(problems::add);
            rules.remove(target);
            return this;
        }

        /**
         * The profile.
         *
         * @throws InvalidProfileException if it cannot be used, with all problems
         */
        public Profile build() {
            List<String> found = new ArrayList<>(problems);
            if (name.isBlank()) {
                found.add("A profile has a name that is not blank.");
            }
            rules.values().forEach(rule -> found.addAll(RuleCheck.problems(rule)));
            if (!found.isEmpty()) {
                throw new InvalidProfileException(name, found);
            }
            return new Profile(name, rules);
        }
    }
}
