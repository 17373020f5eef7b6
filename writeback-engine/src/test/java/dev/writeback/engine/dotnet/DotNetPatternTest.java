package dev.writeback.engine.dotnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotNetPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "(?<last>\\w+), (?<first>\\w+)~Weber, Lena~${first} ${last}~Lena Weber",
                "(?'last_name'\\w+), (?'first2'\\w+)~Weber, Lena~${first2} ${last_name}~Lena Weber",
                "(b)(c)~abcd~$2$1~acbd",
                "(b)(c)~abcd~${2}${1}~acbd",
                "b~abc~[$0]~a[b]c",
                "b~abc~[$&]~a[b]c",
                "b~abc~$$1~a$1c",
                "b~abc~$`~aac",
                "b~abc~$'~acc",
                "b~abc~$_~aabcc",
                "(a)(b)~abc~$+~bc",
                "(a)|(b)~ab~<$1>~<a><>",
                "b~abc~${none}~a${none}c",
                "b~abc~$3~a$3c",
                "(b)~abc~$10~a$10c",
                "b~abc~${~a${c",
                "b~abc~$~a$c",
                "b~abc~\\n\\$0~a\\n\\bc",
                "x*~abc~-~-a-b-c-",
                "x*~axb~-~-a--b-",
                "\\d+~a٣4b~#~a#b",
                "\\w+~été-nuit~#~#-#",
                "\\bn~non on~#~#on on",
                "\\Bn~non on~#~no# o#",
                "[a-z-[aeiou]]+~banane~#~#a#a#e",
                "[^a-c-[x]]+~abxyc~#~abx#c",
                "[\\w-[\\d_]]+~ab_12~#~#_12",
                "[\\W_]+~a_b, c~#~a#b#c",
                "[^\\W_]+~a_b~#~#_#",
                "[]a]+~a]b~#~#b",
                "[a[&&b]+~a[&c~#~#c",
                "[a\\-z]+~a-zb~#~#b",
                "[a-]+~a-b~#~#b",
                "[\\d-x]+~1-xa~#~#a",
                "[\\x41-\\u0043]+~ABCD~#~#D",
                "\\p{IsBasicLatin}+~aé~#~#é",
                "\\p{IsGreek}~aβ~#~a#",
                "\\p{Lu}~aBc~#~a#c",
                "\\P{L}~a1~#~a#",
                "a{b~a{b~#~#",
                "a{,2}~a{,2}~#~#",
                "a{2}~aaa~#~#a",
                "a+?~aa~#~##",
                "(?i)STRASSE~Strasse~#~#",
                "(?i:a)b~AbAB~#~#AB",
                "(?i)a(?-i)b~ABAb~#~AB#",
                "((?i)a)b~AbAB~#~#AB",
                "(?i)É~éÉ~#~##",
                "(?i-m:^a)~Aa~#~#a",
                "(?n:(a))(b)~ab~$1~b",
                "(?n)(?-n:(a))(b)~ab~$1$2~a$2",
                "a(?#nothing)b~ab~#~#",
                "(?x) a b # both~ab~#~#",
                "(?n)(a)(?<x>b)~ab~$1~b",
                "(?<x>b)(a)~ba~$1$2~ab",
                "(?<2>a)(b)~ab~$2$1~ab",
                "(?<c>a)|(?<c>b)~ab~<${c}>~<a><b>",
                "(?<c>.)\\k<c>~abbc~#~a#c",
                "(?<c_1>.)\\k'c_1'~abbc~#~a#c",
                "(.)\\1~abbc~#~a#c",
                "(.)(?:x)\\10~axa0~#~axa0",
                "\\101~A~#~#",
                "(?>a+)b~aab~#~#",
                "(?<=a)b(?!c)~abc ab~#~abc a#",
                "a|~ab~#~##b#",
                "\\e\\a\\cA~x~#~x",
                "}]~}]~#~#"
            })
    void a_match_is_replaced_as_in_dot_net(String pattern, String input, String replacement, String result) {
        assertThat(DotNetPattern.compile(pattern).replace(input, replacement))
                .isEqualTo(new PatternOutcome.Text(result));
    }

    @Test
    void only_a_line_feed_ends_a_line() {
        assertThat(replaced("a$", "a\n", "#")).isEqualTo("#\n");
        assertThat(replaced("a$", "a\r\n", "#")).isEqualTo("a\r\n");
        assertThat(replaced("a\\Z", "a\n", "#")).isEqualTo("#\n");
        assertThat(replaced("a\\z", "a\n", "#")).isEqualTo("a\n");
        assertThat(replaced(".", "\r\n", "#")).isEqualTo("#\n");
        assertThat(replaced("(?s).", "\r\n", "#")).isEqualTo("##");
        assertThat(replaced("(?m)^", "a\nb\n", "#")).isEqualTo("#a\n#b\n#");
        assertThat(replaced("(?m)$", "a\r\nb", "#")).isEqualTo("a\r#\nb#");
        assertThat(replaced("\\v", "\u000b\n", "#")).isEqualTo("#\n");
        assertThat(replaced("\\s", "a\u00a0\u0085b", "#")).isEqualTo("a##b");
        assertThat(replaced("(?x)a\\ b\n[ ]#x\nc", "a b c", "#")).isEqualTo("#");
    }

    @ParameterizedTest
    @CsvSource({
        "BLD(?<b>\\d+)-,BLD12-R07,b,99,BLD99-R07",
        "(?<a>x)|y,xy,a,_,_y",
        "(?<a>x)(?<b>y)?,xyx,b,_,x_x",
        "(a)(b),abab,2,$1,a$1a$1",
        "a(?=(b)),ab,1,_,ab",
        "(?<e>)b,abb,e,_,a_b_b"
    })
    void only_the_part_of_the_group_is_replaced(
            String pattern, String input, String group, String text, String result) {
        DotNetPattern compiled = DotNetPattern.compile(pattern);

        assertThat(compiled.hasGroup(group)).isTrue();
        assertThat(compiled.replaceGroup(input, group, text)).isEqualTo(new PatternOutcome.Text(result));
    }

    @Test
    void what_a_group_takes_is_found() {
        assertThat(DotNetPattern.compile("R(?<no>\\d+)$").find("BLD12-R07", "no"))
                .isEqualTo(new PatternOutcome.Text("07"));
        assertThat(DotNetPattern.compile("R(?<no>\\d+)$").find("BLD12", "no")).isEqualTo(new PatternOutcome.None());
        assertThat(DotNetPattern.compile("(?<a>x)|y").find("y", "a")).isEqualTo(new PatternOutcome.None());
        assertThat(DotNetPattern.compile("(?<a>x*)y").find("y", "a")).isEqualTo(new PatternOutcome.Text(""));
        assertThat(DotNetPattern.compile("(?:(?<a>x)|(?<a>y))+").find("yx", "a"))
                .isEqualTo(new PatternOutcome.Text("x"));
    }

    @Test
    void groups_have_names_and_numbers() {
        DotNetPattern pattern = DotNetPattern.compile("(?<b_1>b)(a)");

        assertThat(pattern.hasGroup("b_1")).isTrue();
        assertThat(pattern.hasGroup("0")).isTrue();
        assertThat(pattern.hasGroup("2")).isTrue();
        assertThat(pattern.hasGroup("3")).isFalse();
        assertThat(pattern.hasGroup("B_1")).isFalse();
        assertThat(pattern.hasGroup("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "(a",
                "a)",
                "[a",
                "[b-a]",
                "[a-\\d]",
                "*a",
                "a**",
                "a++",
                "a{2}{3}",
                "a{3,2}",
                "(?i)*",
                "|*",
                "\\",
                "\\y",
                "\\Q",
                "\\_",
                "\\2",
                "(a)\\2",
                "\\k<x>",
                "\\kx",
                "\\p",
                "\\pL",
                "\\p{Foo}",
                "\\p{IsFoo}",
                "\\x4",
                "\\u004",
                "\\c1",
                "(?<a-b>c)",
                "(?(a)b|c)",
                "(?<1a>b)",
                "(?<>a)",
                "(?<0>a)",
                "(?<a",
                "(?P<a>b)",
                "(?z)a",
                "(?i",
                "(?#a",
                "[a-[b]c]",
                "(?<=(ab)*)b",
                "(?:a{2000}){2000}",
                "a{9999999999}",
                "\\8",
                "(?",
                "(?<"
            })
    void a_pattern_that_cannot_be_used_is_refused(String pattern) {
        assertThatThrownBy(() -> DotNetPattern.compile(pattern))
                .isInstanceOf(InvalidSettingException.class)
                .message()
                .isNotBlank()
                .doesNotEndWith(".");
    }

    @Test
    void a_refusal_says_where_and_what() {
        assertThatThrownBy(() -> DotNetPattern.compile("a(?<x-y>b)"))
                .hasMessage("at character 9 of the pattern:"
                        + " balancing groups (?<a-b>...) are not supported; match without them");
    }

    @Test
    void a_pattern_that_runs_away_is_stopped() {
        assertThat(DotNetPattern.compile("(a+)+\\1$").replace("a".repeat(40) + "!", ""))
                .isEqualTo(new PatternOutcome.Runaway());
        assertThat(DotNetPattern.compile("(?<x>.*?,){29}P").find("1,".repeat(40), "x"))
                .isEqualTo(new PatternOutcome.Runaway());
        assertThat(DotNetPattern.compile("(?:x|y)*").replaceGroup("x".repeat(1_000_000), "0", ""))
                .isEqualTo(new PatternOutcome.Runaway());
    }

    @Test
    void a_pattern_that_is_too_deep_is_refused_or_stopped() {
        for (int depth : new int[] {100, 2_000, 5_000, 100_000}) {
            String pattern = "(".repeat(depth) + "a" + ")".repeat(depth);
            try {
                assertThat(DotNetPattern.compile(pattern).replace("a", "b"))
                        .isIn(new PatternOutcome.Text("b"), new PatternOutcome.Runaway());
            } catch (InvalidSettingException refused) {
                assertThat(refused).hasMessageStartingWith("the pattern is nested too deeply");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\s+$", ".*@", "\\b\\w+\\b", "(?<a>\\w+) (?<b>\\w+)"})
    void an_honest_pattern_may_backtrack_over_the_longest_text(String pattern) {
        assertThat(DotNetPattern.compile(pattern).replace("ab ".repeat(1_000) + "!", ""))
                .isInstanceOf(PatternOutcome.Text.class);
        assertThat(DotNetPattern.compile(pattern).replace("a".repeat(3_000), ""))
                .isInstanceOf(PatternOutcome.Text.class);
        assertThat(DotNetPattern.compile(pattern).replace(" ".repeat(2_999) + "x", ""))
                .isInstanceOf(PatternOutcome.Text.class);
    }

    @Test
    void an_outcome_answers_for_its_case() {
        assertThat(new PatternOutcome.Text("x").<String>match(text -> text, () -> "none", () -> "away"))
                .isEqualTo("x");
        assertThat(new PatternOutcome.None().<String>match(text -> text, () -> "none", () -> "away"))
                .isEqualTo("none");
        assertThat(new PatternOutcome.Runaway().<String>match(text -> text, () -> "none", () -> "away"))
                .isEqualTo("away");
    }

    private static String replaced(String pattern, String input, String replacement) {
        return DotNetPattern.compile(pattern)
                .replace(input, replacement)
                .match(text -> text, () -> "none", () -> "runaway");
    }
}
