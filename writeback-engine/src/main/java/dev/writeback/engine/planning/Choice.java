package dev.writeback.engine.planning;

import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.EntryId;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is agreed once a person has decided a conflict, so that the ordinary merge does the rest: for the directory both
 * sides count as settled as they are; for the cloud only the cloud has changed something.
 */
public final class Choice {

    private Choice() {}

    /**
     * The new baseline.
     *
     * @param before what was agreed
     * @param entry the entry that the conflict is in
     * @param parked the decision that left it to a person
     * @param syntax how the attribute's values compare
     * @param side whose value is right; one of the two
     */
    public static Baseline agreed(
            Baseline before, EntryId entry, AttributeDecision parked, AttributeSyntax syntax, Side side) {
        AttributeName attribute = parked.attribute();
        boolean sameEntry = before.isWith(entry.guid());
        Map<AttributeName, Agreement> agreements = new LinkedHashMap<>(sameEntry ? before.agreements() : Map.of());
        List<AttributeValue> cloud = parked.cloud().orElse(List.of());
        List<AttributeValue> known = side == Side.DIRECTORY
                ? cloud
                : stated(parked.directory(), cloud, Optional.ofNullable(agreements.get(attribute)), syntax);
        agreements.put(attribute, new Agreement(known, parked.directory()));
        return new Baseline(Optional.of(entry), agreements);
    }

    /**
     * What the cloud is to have stated, so that all of its values are new and nothing goes that it never knew: of what the
     * directory has, what the cloud stated when both agreed or states now.
     */
    private static List<AttributeValue> stated(
            List<AttributeValue> directory,
            List<AttributeValue> cloud,
            Optional<Agreement> agreed,
            AttributeSyntax syntax) {
        if (directory.size() <= 1 && cloud.size() <= 1) {
            return directory;
        }
        Set<Object> ever = cloud.stream().map(syntax::identity).collect(Collectors.toSet());
        agreed.ifPresent(base -> base.cloud().forEach(value -> ever.add(syntax.identity(value))));
        List<AttributeValue> known = directory.stream()
                .filter(value -> ever.contains(syntax.identity(value)))
                .toList();
        return syntax.same(known, cloud) ? directory : known;
    }
}
