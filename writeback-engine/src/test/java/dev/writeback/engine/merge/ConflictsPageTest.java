package dev.writeback.engine.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.engine.merge.DecisionTable.Row;
import dev.writeback.engine.planning.Planner;
import dev.writeback.engine.planning.Samples;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.PlanDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the page about conflicts to the decision table and to what the planner does. With
 * {@code -Dconflicts.update=true} it writes both into the page instead.
 */
class ConflictsPageTest {

    private static final Path PAGE = Path.of("../docs/conflicts.md");
    private static final Pattern TABLE =
            Pattern.compile("(<!-- table -->\n)(.*?)(<!-- end of table -->)", Pattern.DOTALL);
    private static final Pattern CASE = Pattern.compile("(```case\n(.*?)```.*?```diff\n)(.*?)(```)", Pattern.DOTALL);

    @Test
    void the_page_shows_the_table_and_what_becomes_of_the_examples() throws IOException {
        String page = Files.readString(PAGE);
        String written = TABLE.matcher(page).replaceAll(match -> quoted(match.group(1) + table() + match.group(3)));
        written = CASE.matcher(written).replaceAll(match -> quoted(match.group(1) + diff(match) + match.group(4)));
        if (Boolean.getBoolean("conflicts.update")) {
            Files.writeString(PAGE, written);
        }

        assertThat(written)
                .as("docs/conflicts.md, which -Dconflicts.update=true brings up to date")
                .isEqualTo(Files.readString(PAGE));
        assertThat(CASE.matcher(page).results()).hasSize(3);
    }

    private static String quoted(String text) {
        return java.util.regex.Matcher.quoteReplacement(text);
    }

    private static String table() {
        String head = "| rule | situation | authority | policy | pass | action |\n|---|---|---|---|---|---|\n";
        return head
                + DecisionTable.standard().rows().stream()
                        .map(ConflictsPageTest::line)
                        .collect(Collectors.joining());
    }

    private static String line(Row row) {
        return "| `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(
                        row.rule(),
                        row.situations().size() > 3
                                ? "any but that both agree"
                                : joined(row.situations(), Situation::meaning, "; or "),
                        row.authorities().size() == 5 ? "any" : words(row.authorities()),
                        row.policies().isEmpty() ? "any" : String.join(", ", row.policies()),
                        row.passes().size() == 2 ? "any" : words(row.passes()),
                        row.action().meaning());
    }

    private static String words(List<? extends Enum<?>> values) {
        return joined(values, DecisionTable::word, ", ");
    }

    private static <E> String joined(List<? extends E> values, Function<E, String> text, String separator) {
        return values.stream().map(text).collect(Collectors.joining(separator));
    }

    private static String diff(MatchResult match) {
        Map<String, String> lines = match.group(2)
                .lines()
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> line.substring(line.indexOf(':') + 1).strip()));
        Rule rule = Profile.exchangeOnline().rules().stream()
                .filter(one -> one.target().value().equals(lines.get("attribute")))
                .findFirst()
                .orElseThrow();
        Profile only = Profile.builder("only").rule(rule).build();
        DirectoryEntry entry = Samples.entry(rule.target().value(), texts(lines, "directory"));
        Baseline baseline = Optional.ofNullable(lines.get("agreed"))
                .map(agreed -> new Baseline(Optional.of(entry.id()), agreement(rule.target(), texts(lines, "agreed"))))
                .orElse(Baseline.none());
        return PlanDiff.text(new Planner(only)
                .plan(
                        Samples.cloud(rule.origin().toString(), texts(lines, "cloud")),
                        entry,
                        baseline,
                        Circumstances.plain()));
    }

    private static Map<AttributeName, Agreement> agreement(AttributeName name, List<String> texts) {
        List<AttributeValue> values = texts.stream().map(AttributeValue::text).toList();
        return Map.of(name, new Agreement(values, values));
    }

    private static List<String> texts(Map<String, String> lines, String key) {
        return Stream.of(lines.getOrDefault(key, "").split("\\|"))
                .map(String::strip)
                .toList();
    }
}
