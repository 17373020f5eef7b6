package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.AttributeCatalogue;
import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.CatalogueEntry.Arity;
import dev.writeback.engine.exchange.Spelling;
import dev.writeback.engine.exchange.Translation;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.ForbiddenAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a profile may have a rule. */
final class RuleCheck {

    private final Rule rule;
    private final AttributeName target;
    private final List<String> problems = new ArrayList<>(0);

    private RuleCheck(Rule rule) {
        this.rule = rule;
        this.target = rule.target();
    }

    /** What is wrong with a rule, one sentence each; empty if nothing is. */
    static List<String> problems(Rule rule) {
        RuleCheck check = new RuleCheck(rule);
        check.target();
        return check.problems;
    }

    /** That nobody knows a directory attribute of this name; nothing if somebody does. */
    static Optional<String> unknown(AttributeName target) {
        if (AttributeCatalogue.standard().find(target).isPresent()) {
            return Optional.empty();
        }
        List<String> names = AttributeCatalogue.standard().entries().stream()
                .map(entry -> entry.name().value())
                .toList();
        return Optional.of("%s is not an attribute that Writeback knows%s."
                .formatted(target, Spelling.hint(target.value(), names)));
    }

    private void target() {
        if (ForbiddenAttributes.contains(target)) {
            problems.add("%s may not be written by any profile; take the rule out.".formatted(target));
            return;
        }
        Optional<CatalogueEntry> entry = AttributeCatalogue.standard().find(target);
        if (entry.isEmpty()) {
            unknown(target).ifPresent(problems::add);
        } else if (entry.get().isBackLink()) {
            problems.add("%s is kept by the directory itself; take the rule out.".formatted(target));
        } else {
            addresses(entry.get());
            primaryOf(entry.get());
        }
    }

    private void addresses(CatalogueEntry entry) {
        AddressPolicies addresses = rule.addresses();
        if (entry.translation() != Translation.ADDRESSES) {
            if (!addresses.equals(AddressPolicies.standard())) {
                problems.add("addresses say nothing, because %s holds no addresses; take them out.".formatted(target));
            }
            return;
        }
        if (addresses.x500From().isPresent() && rule.origin() instanceof Origin.Computed) {
            problems.add(
                    "x500From says nothing beside an expression for %s; let the expression make the X500 address, or name a source."
                            .formatted(target));
        }
        addresses.prefixes().keySet().stream()
                .filter(prefix -> !AddressWords.isPrefix(prefix))
                .forEach(prefix -> problems.add(AddressWords.noPrefix(prefix)));
        addresses.domains().keySet().stream()
                .filter(domain -> !AddressWords.isDomain(domain))
                .forEach(domain -> problems.add(AddressWords.noDomain(domain)));
    }

    private void primaryOf(CatalogueEntry entry) {
        if (rule.primaryOf().isEmpty()) {
            return;
        }
        if (rule.origin() instanceof Origin.Computed) {
            problems.add("primaryOf says nothing beside an expression for %s; take one of them out.".formatted(target));
        } else if (!takesOneAddress(entry)) {
            problems.add("primaryOf says nothing, because %s does not hold one plain address; take it out."
                    .formatted(target));
        }
    }

    private static boolean takesOneAddress(CatalogueEntry entry) {
        return switch (entry.translation()) {
            case PRIMARY_ADDRESS, ROUTING_ADDRESS -> true;
            case PLAIN -> entry.arity() == Arity.SINGLE && isText(entry.syntax());
            default -> false;
        };
    }

    private static boolean isText(AttributeSyntax syntax) {
        return syntax == AttributeSyntax.CASE_IGNORE || syntax == AttributeSyntax.CASE_EXACT;
    }
}
