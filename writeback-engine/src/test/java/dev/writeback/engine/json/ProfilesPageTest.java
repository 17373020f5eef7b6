package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.expression.Expression;
import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.model.AttributeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads each example of the pages about profiles and expressions, and holds the tables to the built-in profiles. */
class ProfilesPageTest {

    private static final Path PAGE = Path.of("../docs/profiles.md");
    private static final Path EXPRESSIONS = Path.of("../docs/expressions.md");
    private static final Pattern JSON = Pattern.compile("```json\n(\\{.*?\n)```", Pattern.DOTALL);
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    static Stream<String> documents() throws IOException {
        return Stream.of(PAGE, EXPRESSIONS).flatMap(page -> blocks(page, JSON));
    }

    private static Stream<String> blocks(Path page, Pattern pattern) {
        try {
            return pattern.matcher(Files.readString(page)).results().map((MatchResult match) -> match.group(1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_profile_on_the_pages_can_be_used(String document) {
        Profile profile = ProfileJson.parse(document);

        assertThat(profile.rules()).isNotEmpty();
        assertThat(ProfileJson.parse(ProfileJson.text(profile))).isEqualTo(profile);
    }

    @Test
    void the_java_on_the_page_builds_what_the_first_document_says() throws IOException {
        Profile contoso = Profile.exchangeOnline().toBuilder("contoso")
                .rule(Rule.of("extensionAttribute5", "CustomAttribute5").withAuthority(Authority.DIRECTORY))
                .rule(Rule.computed("department", Expression.parse("ToUpper([Department])", List.of("Department"))))
                .remove(AttributeName.of("mail"))
                .build();

        assertThat(contoso).isEqualTo(ProfileJson.parse(documents().findFirst().orElseThrow()));
        String here = Files.readString(Path.of("src/test/java/dev/writeback/engine/json/ProfilesPageTest.java"));
        assertThat(blocks(PAGE, JAVA))
                .singleElement()
                .satisfies(java -> assertThat(here).contains(java.indent(8)));
    }

    @Test
    void every_attribute_of_the_extended_profile_stands_on_the_page_with_its_property() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Profile.exchangeOnlineExtended().rules())
                .filteredOn(rule -> !Profile.exchangeOnline().targets().contains(rule.target()))
                .hasSize(26)
                .allSatisfy(rule ->
                        assertThat(page).contains("`" + rule.target() + "`").contains("`" + rule.origin() + "`"));
    }
}
