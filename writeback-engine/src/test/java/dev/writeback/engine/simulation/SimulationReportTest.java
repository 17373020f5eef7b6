package dev.writeback.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Drift;
import dev.writeback.engine.mapping.FirstContact;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Verdict;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holdings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds the page about the simulation to what the engine does. With {@code -Dsimulation.update=true} it writes the page
 * instead.
 */
class SimulationReportTest {

    private static final Path PAGE = Path.of("../docs/simulation.md");

    @Test
    void the_page_shows_what_becomes_of_each_scenario_under_each_authority() throws IOException {
        String report;
        try (Baton baton = new Baton()) {
            report = INTRODUCTION
                    + section("Drift: only the directory changes", Scenario.DRIFT, baton)
                    + section("Conflicts: both sides change", Scenario.CONFLICTS, baton)
                    + section("Faults: something breaks on the way", Scenario.FAULTS, baton);
        }
        if (Boolean.getBoolean("simulation.update")) {
            Files.writeString(PAGE, report);
        }
        assertThat(report)
                .as("docs/simulation.md, which -Dsimulation.update=true brings up to date; look at what has changed")
                .isEqualTo(Files.readString(PAGE));
    }

    private static String section(String title, List<Scenario> scenarios, Baton baton) {
        return "\n## %s\n".formatted(title)
                + scenarios.stream().map(scenario -> table(scenario, baton)).collect(Collectors.joining());
    }

    private static String table(Scenario scenario, Baton baton) {
        return "\n### %s\n\n```\n%s```\n\n".formatted(scenario.title(), scenario.lines())
                + "| authority | writes | conflicts | drift | parked | rounds | ends with |\n|---|---|---|---|---|---|---|\n"
                + Policy.AUTHORITIES.stream()
                        .map(authority -> row(authority, scenario, baton))
                        .collect(Collectors.joining());
    }

    private static String row(Authority authority, Scenario scenario, Baton baton) {
        Policy policy = new Policy(authority, Drift.REPORT, FirstContact.MERGE, Policy.Eyes.WATCHING);
        World world = new World(History.of(policy + "\n" + scenario.lines()), baton, World.SILENT);
        world.play();
        assertThat(world.witness.wrong()).as(scenario.title()).isEmpty();
        String values = world.witness.now(0, scenario.field()).stream()
                .map(AttributeValue::toString)
                .collect(Collectors.joining(", "));
        return "| %s | %d | %d | %d | %d | %d | %s |\n"
                .formatted(
                        authority.kind().name().toLowerCase(Locale.ROOT),
                        world.witness.writes(),
                        told(world, Verdict.CONFLICT),
                        told(world, Verdict.DRIFT),
                        parked(world),
                        world.witness.rounds(),
                        values.isEmpty() ? "nothing" : "`" + values + "`");
    }

    /** How many decisions with this verdict the statuses tell of. */
    private static long told(World world, Verdict verdict) {
        return world.statuses.all().stream()
                .flatMap(status -> status.plan().stream())
                .mapToLong(plan -> plan.decisions(verdict).size())
                .sum();
    }

    private static long parked(World world) {
        return world.store.records().holdings().page(Holdings.EVERY, Optional.empty(), World.OBJECTS).stream()
                .filter(holding -> holding.state() == Holding.State.PARKED)
                .mapToLong(holding -> holding.parked().size())
                .sum();
    }

    private static final String INTRODUCTION = """
            # What becomes of what

            Each scenario is a short history that the simulation plays on the engine itself, once for each authority: what is
            done about drift and first contacts is the default, and the directory tells what changed in it. After the last
            line the writers rest, nothing fails any more, and the nodes run until there is nothing to do.

            - *writes*: how many times the directory was changed by the engine
            - *conflicts*, *drift*: how many decisions of that kind the statuses tell of
            - *parked*: how many attributes wait for a person in the end
            - *rounds*: how many runs had something to do, of both nodes

            A test compares this page with what the engine does, so that a change of behaviour is seen as a change of this
            page. [CONTRIBUTING.md](../CONTRIBUTING.md#simulation) says how the histories are played, and how the page is
            brought up to date. The resolver of the last rows decides for the longer text, and leaves it to a person where
            both are as long.
            """;
}
