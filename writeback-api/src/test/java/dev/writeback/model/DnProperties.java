package dev.writeback.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DnProperties {

    private record Part(String type, String value) {}

    @Property(tries = 5000)
    void hostile_text_is_a_name_or_an_illegal_argument_and_nothing_else(@ForAll("hostile") String text) {
        boolean made;
        try {
            made = Dn.of(text).isWithin(Dn.of(text));
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("is not a distinguished name");
            made = false;
        }
        assertThat(made).isEqualTo(Dn.isValid(text));
    }

    @Property
    void any_text_is_a_name_or_an_illegal_argument_and_nothing_else(@ForAll String text) {
        assertThat(Dn.isValid(text)).isEqualTo(isMade(text));
    }

    @Property(tries = 5000)
    void what_is_taken_for_a_plain_name_is_a_name(@ForAll("nearlyPlain") String text) {
        if (DnParser.isPlain(text)) {
            assertThat(DnParser.partsOf(text)).isNotNull();
        }
    }

    @Provide
    Arbitrary<String> nearlyPlain() {
        return Arbitraries.of("C", "n", "1", "-", ".", " ", "=", "=", ",", "\\", "+", "#", "é")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Property
    void however_a_value_is_escaped_it_is_one_name(@ForAll("parts") List<Part> parts) {
        Dn marked = Dn.of(spelled(parts, DnProperties::escapedByMark));
        Dn coded = Dn.of(spelled(parts, DnProperties::escapedByCode));
        assertThat(marked).isEqualTo(coded).hasSameHashCodeAs(coded);
    }

    @Property
    void different_parts_make_different_names(@ForAll("parts") List<Part> some, @ForAll("parts") List<Part> others) {
        Dn one = Dn.of(spelled(some, DnProperties::escapedByMark));
        Dn other = Dn.of(spelled(others, DnProperties::escapedByCode));
        assertThat(one.equals(other)).isEqualTo(folded(some).equals(folded(others)));
    }

    @Property
    void a_child_is_within_its_parent_and_not_the_other_way_round(
            @ForAll("parts") List<Part> parent, @ForAll("parts") List<Part> below) {
        String base = spelled(parent, DnProperties::escapedByCode);
        Dn child = Dn.of(spelled(below, DnProperties::escapedByMark) + "," + base);
        assertThat(child.isWithin(Dn.of(base))).isTrue();
        assertThat(Dn.of(base).isWithin(child)).isFalse();
    }

    @Property
    void equality_is_being_within_each_other(@ForAll("names") String one, @ForAll("names") String other) {
        Dn some = Dn.of(one);
        Dn another = Dn.of(other);
        assertThat(some.equals(another)).isEqualTo(some.isWithin(another) && another.isWithin(some));
        if (some.equals(another)) {
            assertThat(some).hasSameHashCodeAs(another);
        }
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                        "CN=", "=", ",", "+", "\\", "\\2C", "\\ff", "\\f", " ", "\"", "#", "a", "İ", "\ud800", "\u0000")
                .list()
                .ofMaxSize(10)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                "DC=x",
                "dc=X",
                "CN=a,DC=x",
                "CN=\\61, DC=x",
                "cn=a\\,DC\\=x",
                "CN=a+OU=b,DC=x",
                "OU=b+CN=a,DC=x",
                "CN=b,CN=a,DC=x");
    }

    @Provide
    Arbitrary<List<Part>> parts() {
        Arbitrary<String> values = Arbitraries.strings()
                .withChars("aAıİé ,+=\\\"#;<>\n😀")
                .ofMinLength(1)
                .ofMaxLength(4)
                .filter(DnProperties::isWellFormed);
        return Combinators.combine(Arbitraries.of("CN", "ou"), values)
                .as(Part::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static boolean isMade(String text) {
        try {
            return Dn.of(text).toString().equals(text);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static List<String> folded(List<Part> parts) {
        return parts.stream()
                .map(part -> part.type().toLowerCase(Locale.ROOT) + '=' + CaseFold.fold(part.value()))
                .toList();
    }

    private static String spelled(List<Part> parts, UnaryOperator<String> escape) {
        return parts.stream()
                .map(part -> part.type() + '=' + escape.apply(part.value()))
                .collect(Collectors.joining(","));
    }

    private static String escapedByMark(String value) {
        return value.chars()
                .mapToObj(c -> " ,+=\\\"#;<>".indexOf(c) >= 0 ? "\\" + (char) c : String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    private static String escapedByCode(String value) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            escaped.append("\\%02x".formatted(octet));
        }
        return escaped.toString();
    }
}
