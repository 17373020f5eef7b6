package dev.writeback.engine.json;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.model.Version;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Provenance;
import dev.writeback.plan.Side;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Plans of all shapes, whether or not a planner would make them. */
final class PlanArbitraries {

    private PlanArbitraries() {}

    static Arbitrary<Plan> plans() {
        return Combinators.combine(
                        ids(), entries().optional(), decisions().list().ofMaxSize(4), dispositions())
                .as(PlanArbitraries::plan);
    }

    private static Plan plan(
            CloudObjectId id, Optional<EntryId> entry, List<AttributeDecision> decisions, Disposition disposition) {
        boolean mayWrite = entry.isPresent() && decisions.stream().anyMatch(AttributeDecision::writes);
        return new Plan(
                id,
                entry,
                decisions,
                mayWrite || !(disposition instanceof Disposition.Write)
                        ? disposition
                        : new Disposition.Skip(SkipReason.REDUNDANT_EXPORT, "There is nothing to change."));
    }

    private static Arbitrary<Disposition> dispositions() {
        return Arbitraries.oneOf(
                Arbitraries.just(new Disposition.Write()),
                Arbitraries.just(new Disposition.Write()),
                Combinators.combine(Arbitraries.of(SkipReason.class), sentences())
                        .as(Disposition.Skip::new),
                Combinators.combine(Arbitraries.of(ErrorCode.class), sentences(), sentences(), sentences())
                        .as((code, reason, action, said) ->
                                new Disposition.Refuse(new Problem(code, reason, action, said))));
    }

    private static Arbitrary<AttributeDecision> decisions() {
        return Combinators.combine(
                        Combinators.combine(names(), sentences(), sentences()).as(Labels::new),
                        values().optional(),
                        values(),
                        values().optional(),
                        values(),
                        Arbitraries.of(Verdict.class),
                        omissions().list().ofMaxSize(2),
                        Combinators.combine(Arbitraries.of(Disclosure.class), provenances(), values(), values())
                                .as(Rest::new))
                .as((labels, cloud, directory, baseline, result, verdict, omissions, rest) -> new AttributeDecision(
                        labels.name,
                        labels.source,
                        cloud,
                        directory,
                        baseline,
                        result,
                        verdict,
                        labels.reason,
                        rest.modification(labels.name),
                        omissions,
                        rest.disclosure,
                        rest.provenance));
    }

    private record Labels(AttributeName name, String source, String reason) {}

    private record Rest(
            Disclosure disclosure, Provenance provenance, List<AttributeValue> remove, List<AttributeValue> add) {

        Optional<Modification> modification(AttributeName name) {
            return remove.isEmpty() && add.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Modification(name, remove, add));
        }
    }

    private static Arbitrary<Provenance> provenances() {
        return Combinators.combine(
                        Arbitraries.of(Side.class),
                        versions().optional(),
                        instants().optional(),
                        sentences())
                .as(Provenance::new);
    }

    private static Arbitrary<Version> versions() {
        return Arbitraries.oneOf(
                Arbitraries.just(Version.NONE),
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs().greaterOrEqual(0))
                        .as(Version::new));
    }

    private static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
                        Arbitraries.integers().between(0, 999_999_999))
                .as((second, nano) -> Instant.ofEpochSecond(second, nano));
    }

    private static Arbitrary<Omission> omissions() {
        return Arbitraries.oneOf(
                sentences().map(Omission.HeldBack::new),
                Combinators.combine(ids(), sentences()).as(Omission.Unresolved::new));
    }

    private static Arbitrary<List<AttributeValue>> values() {
        return Arbitraries.<AttributeValue>oneOf(
                        texts().filter(text -> !text.isEmpty()).map(AttributeValue::text),
                        Arbitraries.longs().map(AttributeValue::whole),
                        Arbitraries.of(true, false).map(AttributeValue.Flag::new),
                        Arbitraries.bytes()
                                .array(byte[].class)
                                .ofMinSize(1)
                                .ofMaxSize(20)
                                .map(AttributeValue::octets),
                        ids().map(AttributeValue.Reference::new))
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<AttributeName> names() {
        return Arbitraries.of("extensionAttribute1", "proxyAddresses", "MAIL", "x-1.b_2")
                .map(AttributeName::of);
    }

    private static Arbitrary<CloudObjectId> ids() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("äğ\"\\")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(CloudObjectId::isValid)
                .map(CloudObjectId::of);
    }

    private static Arbitrary<EntryId> entries() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.longs(),
                        Arbitraries.of("CN=Ada,DC=corp", "cn=\\22x\\22 \\2C, OU=Ünlü 人, DC=corp"))
                .as((high, low, name) -> new EntryId(new ObjectGuid(new UUID(high, low)), Dn.of(name)));
    }

    private static Arbitrary<String> sentences() {
        return texts();
    }

    /** All of Unicode, and what JSON must escape. */
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 0x7f),
                        Arbitraries.integers().between(0x80, Character.MAX_CODE_POINT))
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .list()
                .ofMaxSize(8)
                .map(points -> points.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }
}
