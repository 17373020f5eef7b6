package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.AcceptedDomains;
import dev.writeback.engine.exchange.AttributeCatalogue;
import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.CatalogueEntry.Arity;
import dev.writeback.engine.exchange.Translation;
import dev.writeback.engine.expression.Expression;
import dev.writeback.engine.planning.Samples;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.ForbiddenAttributes;
import dev.writeback.model.Stated;
import dev.writeback.model.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Profiles with every feature of a rule, and cloud objects and entries that have something to do with them. */
public final class ProfileArbitraries {

    /** What may be written, and every kind of it. */
    private static final List<CatalogueEntry> WRITABLE = AttributeCatalogue.standard().entries().stream()
            .filter(entry -> !entry.isBackLink() && !ForbiddenAttributes.contains(entry.name()))
            .toList();

    private static final List<String> SOURCES = WRITABLE.stream()
            .flatMap(entry -> entry.properties().stream())
            .distinct()
            .toList();

    /** With the name of an attribute to put in. */
    private static final List<String> EXPRESSIONS = List.of(
            "[%s]",
            "ToUpper([%s])",
            "\"SMTP:a@x.example\"",
            "Join(\";\", [%s], \"b\", [CustomAttribute3])",
            "Split(\"SMTP:a@x.example;smtp:%s\", \";\")",
            "IIF([IsExchangeCloudManaged]=\"True\", [%s], \"\")",
            "Switch([%s], \"other\", \"a\", \"1\", \"b\", \"2\")",
            "Replace([%s], \"@\", , , \"\", , )",
            "RemoveDuplicates([%s])",
            "Redact([%s])",
            "Not([%s])");

    private ProfileArbitraries() {}

    /** Profiles of a few rules, or of the extended built-in one and a few. */
    public static Arbitrary<Profile> profiles() {
        Arbitrary<String> names = Arbitraries.of("contoso", "a \"b\"\\", "ÄÖ ß", "x\ty");
        Arbitrary<Profile> bases = Arbitraries.of(
                Profile.builder("nothing").build(), Profile.exchangeOnline(), Profile.exchangeOnlineExtended());
        return Combinators.combine(names, bases, rules().list().ofMinSize(1).ofMaxSize(6))
                .as((name, base, rules) -> {
                    Profile.Builder builder = base.toBuilder(name);
                    rules.forEach(builder::rule);
                    return builder.build();
                });
    }

    /** Rules that a profile may have, a third of them about addresses. */
    public static Arbitrary<Rule> rules() {
        Arbitrary<CatalogueEntry> targets = Arbitraries.oneOf(
                Arbitraries.of(WRITABLE),
                Arbitraries.of(WRITABLE),
                Arbitraries.of(WRITABLE.stream()
                        .filter(entry -> entry.translation() != Translation.PLAIN)
                        .toList()));
        return targets.flatMap(target -> Combinators.combine(
                        sources(target),
                        Arbitraries.of(
                                Authority.CLOUD,
                                Authority.DIRECTORY,
                                Authority.NEWEST,
                                Authority.MANUAL,
                                Authority.resolver("hr")),
                        Arbitraries.of(Drift.values()),
                        Arbitraries.of(FirstContact.values()),
                        Arbitraries.of(Clearing.values()),
                        addresses(),
                        Arbitraries.of("EmailAddresses", "ProxyAddresses").optional())
                .as((rule, authority, drift, first, clearing, addresses, primaryOf) -> rule(
                        target,
                        rule.withAuthority(authority)
                                .withDrift(drift)
                                .withFirstContact(first)
                                .withClearing(clearing),
                        addresses,
                        primaryOf)));
    }

    private static Rule rule(CatalogueEntry target, Rule plain, AddressPolicies addresses, Optional<String> primaryOf) {
        boolean computed = plain.origin() instanceof Origin.Computed;
        if (target.translation() == Translation.ADDRESSES) {
            return plain.withAddresses(
                    computed
                            ? new AddressPolicies(
                                    addresses.prefixes(), addresses.domains(), addresses.others(), Optional.empty())
                            : addresses);
        }
        return target.translation() == Translation.PRIMARY_ADDRESS && primaryOf.isPresent() && !computed
                ? plain.withPrimaryOf(primaryOf.get())
                : plain;
    }

    private static Arbitrary<Rule> sources(CatalogueEntry target) {
        Arbitrary<String> own = Arbitraries.of(
                target.properties().isEmpty() ? List.of("CustomAttribute1", "CostCentre") : target.properties());
        String name = target.name().value();
        return Arbitraries.oneOf(
                own.map(source -> Rule.of(name, source)),
                Arbitraries.of(SOURCES).map(source -> Rule.of(name, source)),
                Combinators.combine(Arbitraries.of(EXPRESSIONS), own)
                        .as((text, source) ->
                                Rule.computed(name, Expression.parse(text.formatted(source), List.of()))));
    }

    /** Address policies with anything that they can have. */
    public static Arbitrary<AddressPolicies> addresses() {
        Arbitrary<AddressPolicy> policies = Arbitraries.of(AddressPolicy.values());
        return Combinators.combine(
                        Arbitraries.maps(
                                        Arbitraries.of("SMTP", "smtp", "X500", "SIP", "SPO", "EUM", "X400", "n-1"),
                                        policies)
                                .ofMaxSize(4),
                        Arbitraries.maps(
                                        Arbitraries.of(
                                                "x.example",
                                                "*.x.example",
                                                "X.EXAMPLE",
                                                "*.onmicrosoft.com",
                                                "t.onmicrosoft.com",
                                                "münchen.example"),
                                        policies)
                                .ofMaxSize(3),
                        policies,
                        Arbitraries.of("LegacyExchangeDN", "CustomAttribute2").optional())
                .as((prefixes, domains, others, x500From) ->
                        new AddressPolicies(prefixes, domains, others, x500From.map(AttributeName::of)));
    }

    /** Cloud-managed objects that state what the profile reads, at different times, or state something else instead. */
    public static Arbitrary<CloudObject> objects(Profile profile) {
        Map<AttributeName, Arbitrary<List<AttributeValue>>> values = new LinkedHashMap<>();
        for (Flow flow : profile.flows()) {
            flow.rule().reads().forEach(name -> values.put(name, stated(flow)));
        }
        return all(values)
                .flatMap(statements -> Arbitraries.integers()
                        .between(1, 3)
                        .list()
                        .ofSize(statements.size())
                        .map(versions -> object(statements, versions)));
    }

    private static CloudObject object(Map<AttributeName, List<AttributeValue>> statements, List<Integer> versions) {
        CloudObject managed = Samples.cloud();
        Map<AttributeName, Stated<List<AttributeValue>>> attributes = new LinkedHashMap<>(managed.attributes());
        int next = 0;
        for (Map.Entry<AttributeName, List<AttributeValue>> statement : statements.entrySet()) {
            Version version = Version.of(versions.get(next++));
            attributes.putIfAbsent(statement.getKey(), new Stated<>(version, statement.getValue()));
        }
        return new CloudObject(managed.id(), managed.anchors(), attributes, managed.seen(), managed.removed());
    }

    /** Entries that hold something in what the profile writes; what a directory can hold. */
    public static Arbitrary<DirectoryEntry> entries(Profile profile) {
        Map<AttributeName, Arbitrary<List<AttributeValue>>> values = new LinkedHashMap<>();
        for (Flow flow : profile.flows()) {
            values.put(
                    flow.target(),
                    held(flow.attribute())
                            .list()
                            .uniqueElements(flow.syntax()::identity)
                            .ofMaxSize(flow.isSingleValued() ? 1 : 4));
        }
        return all(values).map(attributes -> new DirectoryEntry(Samples.ENTRY, without(attributes), "dc1:389"));
    }

    private static Map<AttributeName, List<AttributeValue>> without(Map<AttributeName, List<AttributeValue>> all) {
        Map<AttributeName, List<AttributeValue>> present = new LinkedHashMap<>(all);
        present.values().removeIf(List::isEmpty);
        return present;
    }

    /** Times, chances, domains, and entries for some of the objects that are referred to. */
    public static Arbitrary<Circumstances> circumstances() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Set.of("*"), Set.of("x.example"), Set.of("*.example", "y.example")))
                .as((random, known, domains) -> new Circumstances(
                        Instant.ofEpochSecond(1_790_000_000L),
                        () -> random,
                        object -> known && object.value().startsWith("known")
                                ? new Resolution.Resolved(Dn.of("CN=" + object.value() + ",DC=corp,DC=example"))
                                : new Resolution.Unresolved("has not been stated yet"),
                        AcceptedDomains.of(domains)));
    }

    private static <T> Arbitrary<Map<AttributeName, T>> all(Map<AttributeName, Arbitrary<T>> values) {
        Arbitrary<Map<AttributeName, T>> all = Arbitraries.just(Map.of());
        List<Arbitrary<Optional<T>>> each = new ArrayList<>();
        values.values().forEach(value -> each.add(value.optional(0.8)));
        if (!each.isEmpty()) {
            List<AttributeName> names = List.copyOf(values.keySet());
            all = Combinators.combine(each).as(found -> {
                Map<AttributeName, T> some = new LinkedHashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    AttributeName name = names.get(i);
                    found.get(i).ifPresent(value -> some.put(name, value));
                }
                return some;
            });
        }
        return all;
    }

    private static Arbitrary<List<AttributeValue>> stated(Flow flow) {
        Arbitrary<AttributeValue> value = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, held(flow.attribute())),
                net.jqwik.api.Tuple.of(2, fitting(flow.attribute())),
                net.jqwik.api.Tuple.of(1, anything()));
        boolean one = flow.attribute().arity() == Arity.SINGLE;
        return value.list().ofMaxSize(one ? 1 : 5);
    }

    /** Values that the attribute can hold, more or less. */
    private static Arbitrary<AttributeValue> held(CatalogueEntry attribute) {
        return switch (attribute.syntax()) {
            case INTEGER, LARGE_INTEGER ->
                Arbitraries.of("0", "1", "4", "6", "-2147483642", "2147483648", "100")
                        .map(AttributeValue::text);
            case BOOLEAN -> Arbitraries.of("TRUE", "FALSE").map(AttributeValue::text);
            case OCTETS ->
                Arbitraries.of(new byte[] {1}, new byte[16], new byte[32]).map(AttributeValue::octets);
            case DN ->
                Arbitraries.of("CN=a,DC=corp,DC=example", "CN=b,DC=corp,DC=example")
                        .map(AttributeValue::text);
            case TIME -> Arbitraries.of("20260101000000.0Z").map(AttributeValue::text);
            case ADDRESS -> addressTexts();
            case CASE_IGNORE, CASE_EXACT ->
                Arbitraries.of("a", "A", "b", "Straße", "ı", "R&D", "ada@x.example", "al@y.example")
                        .map(AttributeValue::text);
        };
    }

    /** Addresses of many kinds, valid or not. */
    static Arbitrary<AttributeValue> addressTexts() {
        return Combinators.combine(
                        Arbitraries.of("SMTP:", "smtp:", "smtp:", "X500:", "SIP:", "SPO:", "EUM:", ""),
                        Arbitraries.of(
                                "a@x.example", "A@x.example", "b@y.example", "c@t.onmicrosoft.com", "/o=a/cn=b", "d@z"))
                .as((prefix, rest) -> AttributeValue.text(prefix + rest));
    }

    /** Words that some attributes take in the place of numbers and DNs. */
    private static Arbitrary<AttributeValue> fitting(CatalogueEntry attribute) {
        if (attribute.syntax() == AttributeSyntax.DN) {
            return Arbitraries.of("known-1", "known-2", "stranger")
                    .map(id -> new AttributeValue.Reference(CloudObjectId.of(id)));
        }
        return Arbitraries.of("UserMailbox", "SharedMailbox", "DiscoveryMailbox", "Always", "None", "Active", "true")
                .map(AttributeValue::text);
    }

    private static Arbitrary<AttributeValue> anything() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMinLength(1).ofMaxLength(1200).map(AttributeValue::text),
                Arbitraries.longs().map(AttributeValue::whole),
                Arbitraries.of(true, false).map(AttributeValue.Flag::new),
                Arbitraries.bytes()
                        .array(byte[].class)
                        .ofMinSize(1)
                        .ofMaxSize(40)
                        .map(AttributeValue::octets),
                Arbitraries.just(new AttributeValue.Reference(CloudObjectId.of("known-3"))));
    }
}
