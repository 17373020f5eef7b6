package dev.writeback.testkit.arbitrary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Profiles that can be used, made of what their documentation allows. */
final class Profiles {

    private static final List<String> EXPRESSIONS = List.of(
            "[%s]",
            "ToUpper([%s])",
            "Join(\";\", [%s], \"b\", [CustomAttribute3])",
            "IIF([IsExchangeCloudManaged]=\"True\", [%s], \"\")",
            "Switch([%s], \"other\", \"a\", \"1\", \"b\", \"2\")",
            "Replace([%s], \"@\", , , \"\", , )");

    private Profiles() {}

    /** Documents in this mood. */
    static Arbitrary<ProfileDocument> of(Mood mood) {
        return mood.of(valid().map(JsonText::of), SpoiltProfiles.documents()).map(ProfileDocument::new);
    }

    /** Profiles as trees of maps and lists. */
    static Arbitrary<Map<String, Object>> valid() {
        return Arbitraries.oneOf(
                valid(Optional.of("exchange-online")),
                valid(Optional.of("exchange-online-extended")),
                valid(Optional.empty()));
    }

    private static Arbitrary<Map<String, Object>> valid(Optional<String> base) {
        return Combinators.combine(Arbitraries.of("contoso", "a \"b\"\\", "ÄÖ ß", "x\ty"), rules(base))
                .as((name, rules) -> profile(name, base, rules));
    }

    private static Map<String, Object> profile(String name, Optional<String> base, List<Map<String, Object>> rules) {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("name", name);
        base.ifPresent(it -> profile.put("extends", it));
        profile.put("rules", rules);
        return profile;
    }

    private static Arbitrary<List<Map<String, Object>>> rules(Optional<String> base) {
        List<ProfileTarget> targets = new ArrayList<>(ProfileTarget.BUILT_IN);
        targets.addAll(ProfileTarget.OTHERS);
        Arbitrary<Map<String, Object>> rule =
                Arbitraries.oneOf(targets.stream().map(Profiles::rule).toList());
        Arbitrary<Map<String, Object>> removal =
                Arbitraries.of(ProfileTarget.BUILT_IN).map(target -> Map.of("target", target.name(), "remove", true));
        return (base.isPresent() ? Arbitraries.oneOf(rule, rule, rule, removal) : rule)
                .list()
                .ofMinSize(base.isPresent() ? 0 : 1)
                .ofMaxSize(5)
                .uniqueElements(one -> String.valueOf(one.get("target")));
    }

    private static Arbitrary<Map<String, Object>> rule(ProfileTarget target) {
        Arbitrary<Map<String, Object>> source = Arbitraries.of(target.source(), "CustomAttribute2", "CostCentre")
                .map(name -> Map.of("target", target.name(), "source", name));
        Arbitrary<Map<String, Object>> computed = Arbitraries.of(EXPRESSIONS)
                .map(text -> Map.of("target", target.name(), "expression", text.formatted(target.source())));
        return Arbitraries.oneOf(
                Combinators.combine(source, options(), ofKind(target)).as(Profiles::together),
                Combinators.combine(computed, options()).as((one, other) -> together(one, other, Map.of())));
    }

    private static Map<String, Object> together(
            Map<String, Object> origin, Map<String, Object> options, Map<String, Object> ofKind) {
        Map<String, Object> rule = new LinkedHashMap<>(origin);
        rule.putAll(options);
        rule.putAll(ofKind);
        return rule;
    }

    private static Arbitrary<Map<String, Object>> options() {
        Arbitrary<Object> authorities =
                Arbitraries.of("cloud", "directory", "newest", "manual", Map.of("resolver", "hr"));
        return Combinators.combine(
                        authorities.optional(0.4),
                        some(0.2, "report", "repair", "accept"),
                        some(0.2, "merge", "cloud", "directory"),
                        some(0.2, true, false),
                        some(0.1, false))
                .as((authority, drift, first, clear, remove) -> object(Map.of(
                        "authority", authority,
                        "drift", drift,
                        "firstContact", first,
                        "clear", clear,
                        "remove", remove)));
    }

    private static Arbitrary<Map<String, Object>> ofKind(ProfileTarget target) {
        return switch (target.kind()) {
            case PLAIN -> Arbitraries.just(Map.of());
            case ONE_ADDRESS ->
                some(0.5, "EmailAddresses", Optional.empty()).map(primary -> object(Map.of("primaryOf", primary)));
            case ADDRESSES ->
                policies().optional(0.7).map(policies -> object(Map.of("addresses", policies.map(it -> it))));
        };
    }

    private static Arbitrary<Map<String, Object>> policies() {
        return Combinators.combine(
                        some(0.2, true, false),
                        some(0.3, List.of("SMTP"), List.of("SMTP", "SIP"), List.of()),
                        some(0.3, List.of("X500", "x400"), List.of("EUM")),
                        some(0.3, List.of("SPO"), List.of()),
                        some(0.2, List.of("x.example"), List.of("*.y.example")),
                        some(0.2, List.of("*.onmicrosoft.com", "old.example")),
                        some(0.2, "flow", "preserve", "drop"),
                        some(0.2, "LegacyExchangeDN", Optional.empty()))
                .as((defaults, flow, preserve, drop, flowDomains, dropDomains, others, x500) -> object(Map.of(
                        "defaults", defaults,
                        "flow", flow,
                        "preserve", preserve,
                        "drop", drop,
                        "flowDomains", flowDomains,
                        "dropDomains", dropDomains,
                        "others", others,
                        "x500From", x500)));
    }

    private static Arbitrary<Optional<Object>> some(double often, Object... values) {
        return Arbitraries.of(values).optional(often);
    }

    private static Map<String, Object> object(Map<String, Optional<Object>> keys) {
        Map<String, Object> object = new LinkedHashMap<>();
        new TreeMap<>(keys).forEach((key, value) -> value.ifPresent(it -> object.put(key, it)));
        return object;
    }
}
