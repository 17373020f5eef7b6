package dev.writeback.engine.dotnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

/** What holds for every text, date and pattern. */
class DotNetProperties {

    private static final long LAST = 3_155_378_975_999_999_999L;

    @Property
    void what_a_format_prints_it_reads(@ForAll("moments") Instant moment, @ForAll("formats") String format) {
        DotNetDate date = new DotNetDate(LocalDateTime.ofInstant(moment, ZoneOffset.UTC), DotNetDate.Kind.UNSPECIFIED);
        DotNetDateFormat compiled = DotNetDateFormat.compile(format);

        assertThat(compiled.read(compiled.print(date), DateTimeStyles.usual(), 2024)
                        .map(DotNetDate::fields))
                .contains(date.fields());
    }

    @Property
    void a_printed_date_is_read_to_the_second(@ForAll("moments") Instant moment) {
        assertThat(DateText.read(DateText.print(moment)).map(Instant::getEpochSecond))
                .contains(moment.getEpochSecond());
    }

    @Property
    void a_date_of_the_directory_is_the_same_again(
            @ForAll @LongRange(min = 1, max = 2_650_467_743_999_999_999L) long number) {
        assertThat(AdTime.number(AdTime.of(number).match(at -> at, () -> Instant.MIN, () -> Instant.MIN)))
                .hasValue(number);
    }

    @Property
    void as_many_units_lie_between_as_were_added(
            @ForAll("moments") Instant moment,
            @ForAll DateInterval interval,
            @ForAll @IntRange(min = -5000, max = 5000) int units) {
        Optional<Instant> sum = interval.add(units, moment);
        Assume.that(sum.isPresent());

        assertThat(interval.difference(moment, sum.get())).isEqualTo(units);
        assertThat(interval.difference(sum.get(), moment)).isEqualTo(-units);
    }

    @Property
    void trimming_and_letter_case_keep_what_they_must(@ForAll String text, @ForAll Culture culture) {
        assertThat(text).contains(DotNetSpace.trim(text));
        assertThat(DotNetSpace.trim(DotNetSpace.trim(text))).isEqualTo(DotNetSpace.trim(text));
        assertThat(culture.upper(text)).hasSameSizeAs(text);
        assertThat(culture.lower(text)).hasSameSizeAs(text);
        assertThat(TitleCase.of(text)).hasSameSizeAs(text);
        assertThat(TitleCase.of(text, " ")).hasSameSizeAs(text);
    }

    @Property
    void plain_letters_stay_plain(@ForAll String text) {
        String plain = Diacritics.normalize(text);

        assertThat(Diacritics.normalize(plain)).isEqualTo(plain);
    }

    @Property
    void base64_of_a_text_is_that_text(@ForAll("texts") String text) {
        assertThat(Base64Text.decode(Base64Text.encode(text), TextEncoding.UNICODE))
                .contains(text);
    }

    @Property
    void a_random_text_follows_its_recipe(
            @ForAll @IntRange(max = 40) int digits,
            @ForAll @IntRange(max = 40) int special,
            @ForAll @IntRange(max = 40) int capitals,
            @ForAll @IntRange(max = 40) int small,
            @ForAll @IntRange(max = 40) int more,
            @ForAll long seed) {
        int length = digits + special + capitals + small + more;
        String text = RandomText.of(length, digits, special, capitals, small, "O0l1\"")
                .draw(new SplittableRandom(seed)::nextLong);

        assertThat(text).hasSize(length).doesNotContainPattern("[O0l1\"]").matches("[!-~]*");
        assertThat(text.replaceAll("[^0-9]", "").length()).isGreaterThanOrEqualTo(digits);
        assertThat(text.replaceAll("[A-Za-z0-9]", "").length()).isGreaterThanOrEqualTo(special);
        assertThat(text.replaceAll("[^A-Z]", "").length()).isGreaterThanOrEqualTo(capitals);
        assertThat(text.replaceAll("[^a-z]", "").length()).isGreaterThanOrEqualTo(small);
    }

    @Property(tries = 300)
    void a_pattern_ends_with_a_text_or_as_a_runaway(
            @ForAll("patterns") String pattern, @ForAll @StringLength(max = 60) String any) {
        PatternOutcome outcome;
        try {
            outcome = DotNetPattern.compile(pattern).replace("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab!" + any, "$&$1");
        } catch (InvalidSettingException refused) {
            assertThat(refused).hasMessageMatching("[^\\n]+");
            return;
        }
        assertThat(outcome).isInstanceOfAny(PatternOutcome.Text.class, PatternOutcome.Runaway.class);
    }

    @Property
    void every_literal_matches_itself(@ForAll @StringLength(min = 1, max = 20) String text) {
        StringBuilder pattern = new StringBuilder();
        text.codePoints()
                .forEach(c -> pattern.append("\\*+?|{[()^$.# ".indexOf(c) >= 0 ? "\\" : "")
                        .appendCodePoint(c));
        assertThat(DotNetPattern.compile(pattern.toString()).replace(text, "$$"))
                .isEqualTo(new PatternOutcome.Text("$"));
    }

    @Property
    void any_text_is_a_dn_or_is_not(@ForAll String text, @ForAll @IntRange(min = -1, max = 4) int number) {
        assertThat(DnComponent.of(text, number)).isNotNull();
        assertThat(DnComponent.of("CN=a," + text, 1).match(value -> value, () -> "a", () -> "a"))
                .isEqualTo("a");
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(0, LAST)
                .map(ticks -> Ticks.instant(ticks).orElseThrow());
    }

    @Provide
    Arbitrary<String> formats() {
        return Arbitraries.of(
                "yyyy-MM-ddTHH:mm:ss.fffffff",
                "o",
                "dddd d MMMM yyyyy h:m:s.FFFFFFF tt",
                "ddd dd MMM yyyy hh:mm:ss.fffffff t g",
                "'at' H 'o\\'clock' mm ss\\.fffffff M/d/yyyy",
                "yyyyMMddHHmmssfffffffzzz",
                "MM/dd/yyyy HH:mm:ss.FFFFFFFK");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "é", " ", "ß", "漢", "\n", "😀")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(
                        "a",
                        "b",
                        ".",
                        "\\w",
                        "\\d",
                        "[a-z-[b]]",
                        "[^a]",
                        "(",
                        ")",
                        "(?:",
                        "*",
                        "+",
                        "?",
                        "{2,}",
                        "|",
                        "$",
                        "^",
                        "\\b",
                        "\\1",
                        "(?<x>",
                        "(?=",
                        "(?i)")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
