package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.mapping.InvalidProfileException;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Documents that are nearly profiles. Each try draws many from its seed, {@code fuzz.tries} in all. */
class ProfileFuzzProperties {

    private static final int RUNS = 100;
    private static final long EACH = Math.max(1, Long.getLong("fuzz.tries", 5_000) / RUNS);
    private static final String SAMPLE = """
            { "name": "contoso", "extends": "exchange-online",
              "rules": [
                { "target": "extensionAttribute5", "source": "CustomAttribute6", "authority": "directory" },
                { "target": "department", "expression": "Append(ToUpper([Department]), \\"-x\\")", "clear": false },
                { "target": "proxyAddresses", "source": "EmailAddresses",
                  "addresses": { "preserve": ["X500", "SIP"], "drop": ["SPO"], "dropDomains": ["*.onmicrosoft.com"] } },
                { "target": "mail", "remove": true, "drift": "report" } ] }""";
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "null",
            "true",
            "0",
            "-1e999",
            "[]",
            "{}",
            "\"\"",
            "\"name\":",
            "\"rules\":",
            "\"target\":",
            "\"source\":",
            "\"expression\":",
            "\"Trim(\"",
            "\"[a] & \\\"x\\\"\"",
            "\"addresses\":",
            "\"dropDomains\":",
            "\"*.\"",
            "\"authority\":",
            "\"newest\"",
            "\"drift\":",
            "\"remove\":",
            "\"extends\":",
            "\"mail\"",
            "\"objectGUID\"",
            "\"proxyAddresses\"",
            "\u0000",
            "\ufeff",
            "İ",
            "//",
            "\n");

    @Property(tries = RUNS)
    void a_document_is_a_profile_or_refused_with_its_problems(@ForAll long seed) {
        Random random = new Random(seed);
        for (long i = 0; i < EACH; i++) {
            String document = drawn(random);
            try {
                assertThat(ProfileJson.parse(document).name()).as(document).isNotNull();
            } catch (InvalidProfileException invalid) {
                assertThat(invalid.problems()).as(document).isNotEmpty();
            }
        }
    }

    private static String drawn(Random random) {
        StringBuilder document = new StringBuilder(random.nextInt(50) == 0 ? "" : SAMPLE);
        for (int i = random.nextInt(5); i >= 0; i--) {
            int at = random.nextInt(document.length() + 1);
            int end = Math.min(document.length(), at + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> document.delete(at, end);
                case 1 -> document.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> document.insert(at, document.substring(at, end));
                default -> word(document, at, random);
            }
        }
        return document.toString();
    }

    /** Puts another word in the place of the next one in quotation marks, so that the document stays JSON. */
    private static void word(StringBuilder document, int at, Random random) {
        int start = document.indexOf("\"", at);
        int end = start < 0 ? -1 : document.indexOf("\"", start + 1);
        if (end > start) {
            document.replace(start, end + 1, PIECES.get(random.nextInt(PIECES.size())));
        }
    }
}
