package dev.writeback.testkit.arbitrary;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Documents that a reader of profiles should not be fond of. */
final class SpoiltProfiles {

    private static final List<String> ODD = List.of(
            "",
            "null",
            "7",
            "[]",
            "{}",
            "{\"name\": 7}",
            "{\"name\": \"\"}",
            "{\"name\": \"x\", \"name\": \"y\", \"extends\": \"exchange-online\"}",
            "{\"name\": \"x\", \"extends\": \"x\"}",
            "{\"name\": \"x\", \"extends\": \"../../etc/passwd\"}",
            "{\"name\": \"x\", \"extends\": [\"exchange-online\"]}",
            "{\"name\": \"x\", \"rules\": {}}",
            "{\"name\": \"x\", \"rules\": []}",
            "{\"name\": \"x\", \"rules\": [null]}",
            "{\"name\": \"x\", \"rules\": [[[]]]}",
            "\ufeff{\"name\": \"x\", \"extends\": \"exchange-online\"}",
            "{\"name\": \"x\", \"extends\": \"exchange-online\"} x",
            "[".repeat(20_000),
            "{\"name\": ".repeat(5_000),
            "{\"name\": " + "9".repeat(5_000) + "}",
            "\0",
            "\ud800");

    private static final List<String> RULES = List.of(
            "{\"target\": \"unicodePwd\", \"source\": \"CustomAttribute1\"}",
            "{\"target\": \"member\", \"source\": \"CustomAttribute1\"}",
            "{\"target\": \"OID.1.2.840.113556.1.2.210\", \"source\": \"A\"}",
            "{\"target\": \"mail\", \"remove\": \"true\"}",
            "{\"target\": \"department\", \"remove\": true}",
            "{\"target\": \"mail\", \"source\": \"A\", \"expression\": \"[A]\"}",
            "{\"target\": \"mail\", \"source\": \"A\", \"authority\": \"Cloud\"}",
            "{\"target\": \"mail\", \"source\": \"A\", \"authority\": {\"resolver\": null}}",
            "{\"target\": \"proxyAddresses\", \"source\": \"A\", \"addresses\": {\"flow\": [\"SMTP\"], \"drop\": [\"smtp\"]}}",
            "{\"target\": \"mail\", \"source\": \"A\", \"addresses\": {}}");

    private SpoiltProfiles() {}

    static Arbitrary<String> documents() {
        Arbitrary<String> valid = Profiles.valid().map(JsonText::of);
        Arbitrary<String> texts = Texts.of(Mood.HOSTILE);
        return Arbitraries.oneOf(
                Arbitraries.of(ODD),
                Arbitraries.of(RULES).map(SpoiltProfiles::withRule),
                rules(texts).map(SpoiltProfiles::withRule),
                Combinators.combine(valid, Arbitraries.integers().between(0, 2_000))
                        .as((text, length) -> text.substring(0, Math.min(length, text.length()))),
                Combinators.combine(valid, Arbitraries.integers().between(0, 2_000), texts)
                        .as((text, place, other) -> spoilt(text, place, other)),
                texts);
    }

    private static Arbitrary<String> rules(Arbitrary<String> texts) {
        Arbitrary<String> quoted = texts.map(JsonText::of);
        return Arbitraries.oneOf(
                quoted.map("{\"source\": \"A\", \"target\": %s}"::formatted),
                quoted.map("{\"target\": \"mail\", \"source\": %s}"::formatted),
                quoted.map("{\"target\": \"mail\", \"expression\": %s}"::formatted),
                quoted.map(
                        "{\"target\": \"proxyAddresses\", \"source\": \"A\", \"addresses\": {\"dropDomains\": [%s]}}"
                                ::formatted),
                quoted.map("{\"target\": \"mail\", \"source\": \"A\", %s: true}"::formatted));
    }

    private static String withRule(String rule) {
        return "{\"name\": \"x\", \"extends\": \"exchange-online\", \"rules\": [%s]}".formatted(rule);
    }

    private static String spoilt(String text, int place, String other) {
        int at = place % text.length();
        return text.substring(0, at) + other.substring(0, Math.min(3, other.length())) + text.substring(at + 1);
    }
}
