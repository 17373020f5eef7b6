package dev.writeback.engine.merge;

import dev.writeback.engine.mapping.Addresses;
import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.engine.merge.DecisionTable.Row;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Side;
import java.util.List;
import java.util.Map;

/**
 * Settles one attribute between what the cloud states, what the directory holds and what both held when they last agreed:
 * finds the situation, looks into the {@link DecisionTable}, and does what stands there.
 */
public final class ThreeWayMerge {

    private static final Row AGREED = DecisionTable.standard().rows().get(0);

    private final Sides sides;
    private final Arbitration arbitration;
    private final List<AttributeValue> wanted;

    private ThreeWayMerge(Sides sides, Arbitration arbitration) {
        this.sides = sides;
        this.arbitration = arbitration;
        this.wanted = sides.wanted();
    }

    /** What the directory should hold. */
    public static Merged merge(Sides sides, Pass pass, Arbitration arbitration) {
        ThreeWayMerge merge = new ThreeWayMerge(sides, arbitration);
        Situation situation = merge.situation();
        Rule rule = sides.flow().rule();
        Authority.Kind authority = rule.authority().kind();
        return merge.carriedOut(
                DecisionTable.standard().row(situation, pass, authority, rule.drift(), rule.firstContact()));
    }

    /** That nothing is to be done, because both sides agree: the first row of the table. */
    public static Merged agreed(List<AttributeValue> values) {
        return new Merged(Ruling.AGREED, AGREED.rule(), Side.BOTH, values, AGREED.reason());
    }

    /** How the sides stand to each other. */
    Situation situation() {
        AttributeSyntax syntax = sides.syntax();
        if (syntax.same(wanted, sides.directory())) {
            return Situation.AGREED;
        }
        if (sides.agreed().isEmpty()) {
            return firstContact();
        }
        Agreement base = sides.agreed().get();
        boolean cloudChanged = !syntax.same(sides.cloud(), base.cloud());
        boolean directoryChanged = !syntax.same(sides.directory(), base.directory());
        if (!cloudChanged) {
            return directoryChanged ? Situation.DIRECTORY_CHANGED : Situation.AS_AGREED;
        }
        if (!directoryChanged) {
            return Situation.CLOUD_CHANGED;
        }
        return isContradictory() ? Situation.CONFLICT : Situation.COMPATIBLE;
    }

    private Situation firstContact() {
        if (sides.directory().isEmpty()) {
            return Situation.FIRST_CONTACT_ALONE;
        }
        if (sides.cloud().isEmpty()) {
            return Situation.FIRST_CONTACT_CLEARED;
        }
        return isContradictory() ? Situation.FIRST_CONTACT_DIFFERENT : Situation.FIRST_CONTACT_COMPATIBLE;
    }

    private boolean isContradictory() {
        return sides.flow().isSingleValued() || ValueMerge.isContradictory(sides);
    }

    private Merged carriedOut(Row row) {
        return switch (row.action()) {
            case LEAVE -> merged(row, Ruling.AGREED, Side.BOTH, sides.directory());
            case KEEP, ACCEPT -> merged(row, Ruling.KEPT, Side.DIRECTORY, sides.directory());
            case REPORT -> merged(row, Ruling.DRIFT, Side.DIRECTORY, sides.directory());
            case PARK -> merged(row, Ruling.PARKED, Side.DIRECTORY, sides.directory());
            case WRITE -> merged(row, Ruling.WRITTEN, Side.CLOUD, favouring(Side.CLOUD));
            case MERGE -> merged(row, Ruling.WRITTEN, Side.BOTH, favouring(Side.CLOUD));
            case REPLACE -> merged(row, Ruling.WRITTEN, Side.CLOUD, wanted);
            case REPAIR -> merged(row, Ruling.WRITTEN, Side.CLOUD, repaired());
            case CLOUD -> merged(row, contested(Side.CLOUD), Side.CLOUD, favouring(Side.CLOUD));
            case NEWEST -> newest(row);
            case ASK -> new Ask(sides, arbitration).answer(row, this::favouring);
        };
    }

    /** A first contact is no conflict: neither side changed what the other knew of. */
    private Ruling contested(Side winner) {
        if (sides.agreed().isPresent()) {
            return Ruling.CONFLICT;
        }
        return winner == Side.CLOUD ? Ruling.WRITTEN : Ruling.KEPT;
    }

    private Merged newest(Row row) {
        Newest newest = Newest.of(sides.stated(), sides.changed(), arbitration.skew());
        return new Merged(
                contested(newest.side()),
                row.rule(),
                newest.side(),
                favouring(newest.side()),
                row.reason() + ' ' + newest.sentence());
    }

    private Merged merged(Row row, Ruling ruling, Side side, List<AttributeValue> values) {
        String reason = row.reason().replace("%s", sides.flow().source());
        return new Merged(ruling, row.rule(), side, values, reason);
    }

    /** What both sides come to; where they contradict each other this one wins. */
    private List<AttributeValue> favouring(Side winner) {
        boolean isOneSided = sides.agreed().isEmpty()
                && (sides.cloud().isEmpty() || sides.directory().isEmpty());
        if (isOneSided || sides.flow().isSingleValued()) {
            return winner == Side.CLOUD ? wanted : sides.directory();
        }
        return ValueMerge.of(sides, winner);
    }

    /** What the cloud states, and of what the directory had for itself when both agreed what is still there. */
    private List<AttributeValue> repaired() {
        if (sides.flow().isSingleValued() || sides.agreed().isEmpty()) {
            return wanted;
        }
        Agreement base = sides.agreed().get();
        Map<Object, AttributeValue> own = sides.byIdentity(base.directory());
        own.keySet().removeAll(sides.byIdentity(base.cloud()).keySet());
        Map<Object, AttributeValue> stays = sides.byIdentity(sides.directory());
        stays.keySet().retainAll(own.keySet());
        return sides.flow().fit(with(List.copyOf(stays.values())), sides.directory(), sides.circumstances());
    }

    private List<AttributeValue> with(List<AttributeValue> others) {
        if (sides.syntax() == AttributeSyntax.ADDRESS) {
            return Addresses.union(sides.cloud(), others);
        }
        Map<Object, AttributeValue> all = sides.byIdentity(sides.cloud());
        sides.byIdentity(others).forEach(all::putIfAbsent);
        return List.copyOf(all.values());
    }
}
