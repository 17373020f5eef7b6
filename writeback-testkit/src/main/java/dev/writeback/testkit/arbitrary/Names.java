package dev.writeback.testkit.arbitrary;

import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What attributes, objects and entries are called. */
final class Names {

    private static final int LONGEST = 256;

    private Names() {}

    static Arbitrary<AttributeName> attributes(Mood mood) {
        return mood.of(
                        Arbitraries.of(
                                "extensionAttribute1",
                                "extensionAttribute2",
                                "proxyAddresses",
                                "mail",
                                "msExchExtensionCustomAttribute1",
                                "CustomAttribute1",
                                "EmailAddresses",
                                "RecipientTypeDetails"),
                        Arbitraries.of(
                                "a",
                                "iI",
                                "MAIL",
                                "PROXYADDRESSES",
                                "a-_.",
                                "OID.1.2.840.113556.1.2.210",
                                "unicodePwd",
                                "objectGUID",
                                "x".repeat(LONGEST)))
                .map(AttributeName::of);
    }

    static Arbitrary<CloudObjectId> objects(Mood mood) {
        Arbitrary<String> guids = Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                .as((high, low) -> new java.util.UUID(high, low).toString());
        return mood.of(
                        Arbitraries.oneOf(Arbitraries.of("ada", "bob", "cleo", "dan"), guids),
                        Arbitraries.oneOf(
                                        Texts.of(Mood.HOSTILE), guids.map(it -> it.toUpperCase(java.util.Locale.ROOT)))
                                .map(text -> text.substring(0, Math.min(LONGEST, text.length())))
                                .filter(CloudObjectId::isValid))
                .map(CloudObjectId::of);
    }

    static Arbitrary<Dn> dns(Mood mood) {
        return mood.of(
                        Combinators.combine(
                                        Arbitraries.of("Ada", "Bob", "Ada Lovelace", "O'Neill"),
                                        Arbitraries.of("OU=People,DC=corp,DC=example", "DC=corp,DC=example"))
                                .as((name, place) -> "CN=" + name + "," + place),
                        Arbitraries.oneOf(
                                Arbitraries.of("", "cn = a , dc=b", "OID.2.5.4.3=a", "CN=a+OU=b,DC=c", "CN=\\41\\42"),
                                Texts.of(Mood.HOSTILE)
                                        .map(text -> "CN=%s,DC=corp,DC=example".formatted(escaped(text)))))
                .filter(Dn::isValid)
                .map(Dn::of);
    }

    /** A value as a name takes it (RFC 4514, section 2.4). */
    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean atEnd = i == 0 || i == value.length() - 1;
            if (c == 0) {
                text.append("\\00");
            } else if ("\"+,;<>\\=".indexOf(c) >= 0 || (atEnd && (c == ' ' || c == '#'))) {
                text.append('\\').append(c);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
