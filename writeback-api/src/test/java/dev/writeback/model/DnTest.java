package dev.writeback.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "CN=Ada,DC=x|cn=ada,dc=X",
                "CN=Ada,DC=x|CN = Ada , DC=x",
                "CN=Love\\, Ada,DC=x|CN=Love\\2C Ada,DC=x",
                "CN=Love\\, Ada,DC=x|CN=Love\\2c Ada,DC=x",
                "CN=a\\+b,DC=x|CN=a\\2Bb,DC=x",
                "CN=Ada\\ ,DC=x|CN=Ada\\20,DC=x",
                "CN=\\ Ada,DC=x|CN=\\20Ada,DC=x",
                "CN=\\#1,DC=x|CN=\\231,DC=x",
                "CN=L\\C3\\A9a,DC=x|CN=Léa,DC=x",
                "CN=LÉA,DC=x|CN=léa,DC=x",
                "CN=a=b,DC=x|CN=a\\=b,DC=x",
                "CN=\\\"q\\\",DC=x|CN=\\22q\\22,DC=x",
                "CN=\\\\,DC=x|CN=\\5C,DC=x",
                "OU=a+CN=b,DC=x|OU=a + CN=b,DC=x",
                "OU=a+CN=b,DC=x|CN=b+OU=a,DC=x",
                "CN=Ada\\0ADEL:12,DC=x|CN=Ada\\0aDEL:12,DC=x",
                "CN=\ud83d\ude00,DC=x|CN=\\F0\\9F\\98\\80,DC=x"
            })
    void spelling_does_not_matter(String one, String other) {
        assertThat(Dn.of(one)).isEqualTo(Dn.of(other)).hasSameHashCodeAs(Dn.of(other));
        assertThat(Dn.of(one).isWithin(Dn.of(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "CN=Ada,DC=x|CN=Eve,DC=x",
                "CN=Ada,DC=x|OU=Ada,DC=x",
                "CN=Ada\\,DC=x|CN=Ada,DC=x",
                "CN=Love\\, Ada,DC=x|CN=Love,CN=Ada,DC=x",
                "CN=a\\+OU\\=b,DC=x|CN=a+OU=b,DC=x",
                "CN=Ada\\20,DC=x|CN=Ada,DC=x",
                "CN=a b,DC=x|CN=ab,DC=x",
                "CN=title,DC=x|CN=tıtle,DC=x",
                "CN=ß,DC=x|CN=ss,DC=x",
                "CN=\\FF,DC=x|CN=\\FE,DC=x",
                "CN=\\FF,DC=x|CN=\ufffd,DC=x",
                "CN=a,DC=b|DC=b,CN=a",
                "CN=a+CN=b,DC=x|CN=a,CN=b,DC=x",
                "CN=a+OU=b,DC=x|CN=a+OU=c,DC=x"
            })
    void names_of_different_entries_differ(String one, String other) {
        assertThat(Dn.of(one)).isNotEqualTo(Dn.of(other));
        assertThat(Dn.of(one).isWithin(Dn.of(other)) && Dn.of(other).isWithin(Dn.of(one)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Ada",
                ",",
                "=",
                "CN=",
                "CN= ",
                "=Ada",
                "CN=Ada,",
                ",CN=Ada",
                "CN=Ada,,DC=x",
                "CN=Ada+",
                "CN=Ada+,DC=x",
                "CN=Ada\\",
                "CN=\"Ada\"",
                "CN=a<b",
                "CN=a;b",
                "CN=a\u0000",
                "C N=Ada",
                "ÇN=Ada",
                "\nCN=Ada",
                "CN=\ud800,DC=x",
                "CN=\ude00\ud83d,DC=x",
                "<GUID=12efcdab56349078abcdef1234567890>"
            })
    void what_is_no_name_is_refused(String text) {
        assertThat(Dn.isValid(text)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dn.of(text))
                .withMessageContaining("is not a distinguished name: ");
    }

    @Test
    void a_message_names_what_is_wrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dn.of("OU=People,contoso"))
                .withMessage("'OU=People,contoso' is not a distinguished name: a part has no '='");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dn.of("O U=People"))
                .withMessage("'O U=People' is not a distinguished name: 'O U' is not the name of an attribute");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dn.of("OU=a;b"))
                .withMessage("'OU=a;b' is not a distinguished name: the character ';' is not escaped");
    }

    @Test
    void the_spelling_is_kept() {
        assertThat(Dn.of("cn=Ada , DC=x")).hasToString("cn=Ada , DC=x");
    }

    @Test
    void an_entry_is_within_itself_and_its_ancestors_only() {
        Dn ada = Dn.of("CN=Ada,OU=People,DC=corp,DC=example");
        assertThat(ada.isWithin(ada)).isTrue();
        assertThat(ada.isWithin(Dn.of("ou=people, dc=corp, dc=example"))).isTrue();
        assertThat(ada.isWithin(Dn.of("DC=example"))).isTrue();
        assertThat(ada.isWithin(Dn.of("OU=People,DC=example"))).isFalse();
        assertThat(ada.isWithin(Dn.of("OU=People"))).isFalse();
        assertThat(Dn.of("DC=corp,DC=example").isWithin(ada)).isFalse();
    }

    @Test
    void a_name_that_only_ends_like_another_is_not_within_it() {
        assertThat(Dn.of("CN=Ada,OU=NotPeople,DC=x").isWithin(Dn.of("OU=People,DC=x")))
                .isFalse();
        assertThat(Dn.of("CN=Ada\\,OU=People,DC=x").isWithin(Dn.of("OU=People,DC=x")))
                .isFalse();
        assertThat(Dn.of("CN=x\\2COU=People,DC=x").isWithin(Dn.of("OU=People,DC=x")))
                .isFalse();
        assertThat(Dn.of("CN=Ada,OU=a+OU=People,DC=x").isWithin(Dn.of("OU=People,DC=x")))
                .isFalse();
    }

    @Test
    void names_find_each_other_in_sets() {
        Set<Dn> names = new HashSet<>(Set.of(Dn.of("CN=Ada,DC=x"), Dn.of("OU=a+CN=b,DC=x")));
        assertThat(names).contains(Dn.of("cn=ADA,dc=x"), Dn.of("cn=B+ou=A,dc=x"));
        assertThat(names.add(Dn.of("cn=ada, dc=x"))).isFalse();
    }

    @Test
    void a_name_of_a_megabyte_takes_no_time() {
        String spaces = "CN=a" + " ".repeat(1_000_000) + "b,DC=x";
        String parts = "CN=a,".repeat(200_000) + "DC=x";
        String escapes = "CN=" + "\\2C".repeat(300_000) + ",DC=x";
        assertThat(Dn.of(parts).isWithin(Dn.of("DC=x"))).isTrue();
        assertThat(Dn.of(escapes).isWithin(Dn.of("DC=x"))).isTrue();
        assertThat(Dn.of(spaces)).isEqualTo(Dn.of(spaces.toUpperCase(Locale.ROOT)));
    }

    @Test
    void a_name_as_most_are_is_plain() {
        assertThat(DnParser.isPlain("CN=Ada Lovelace,OU=People,DC=corp,DC=example"))
                .isTrue();
        assertThat(DnParser.isPlain("CN=Lovelace\\, Ada,DC=corp")).isFalse();
    }
}
