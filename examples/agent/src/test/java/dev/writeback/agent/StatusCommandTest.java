package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What failed, why, and trying it again now. */
class StatusCommandTest {

    private static final String UNKNOWN_ENTRY = "q83vEjRWeJCrze8SNFZ4kA==";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";

    @TempDir
    Path folder;

    private People people;
    private AgentFolder agent;

    @BeforeEach
    void start() {
        people = People.start(1);
        agent = AgentFolder.of(folder, people.directory())
                .configure(json -> json.putObject("store").put("type", "jdbc"))
                .feed(Lines.of("a", people.user(0), "\"CustomAttribute1\":\"x\""), nobody("b"), nobody("c"));
        assertThat(agent.run("run").exitCode()).isEqualTo(1);
    }

    @AfterEach
    void stop() {
        people.close();
    }

    @Test
    void what_failed_is_shown_with_since_when_why_and_what_comes_next() {
        people.directory().stopListening();
        agent.feed();

        Launch launch = agent.run("status");

        assertThat(launch.exitCode()).isZero();
        assertThat(launch.err()).isEmpty();
        assertThat(launch.out()).matches("""
                        (?s) +2 in escrow  since TIME   # failed, and wait for their next try
                         +1 at rest +# nothing to do
                        last run [0-9a-f-]{36}: began TIME, ended TIME: [^\\n]*

                        failed:
                        b
                          in escrow since TIME, failed once, next try TIME
                          [^\\n]+immutable id[^\\n]+
                        c
                          in escrow since TIME, failed once, next try TIME
                          [^\\n]+
                        """.replace("TIME", TIME));
    }

    @Test
    void quiet_shows_only_what_failed() {
        assertThat(agent.run("status", "--quiet").out()).startsWith("\nfailed:\nb\n");
    }

    @Test
    void programs_get_a_line_for_each_object_and_one_for_the_whole() {
        List<JsonNode> lines = agent.run("status", "--json")
                .out()
                .lines()
                .map(AgentFolder::json)
                .toList();

        assertThat(lines).hasSize(3);
        JsonNode object = lines.get(0);
        assertThat(object.get("id").asText()).isEqualTo("b");
        assertThat(object.get("dn").isNull()).isTrue();
        assertThat(object.get("state").asText()).isEqualTo("escrowed");
        assertThat(object.get("since").asText()).startsWith("20");
        assertThat(object.get("due").asText()).isGreaterThan(object.get("since").asText());
        assertThat(object.get("attempts").asInt()).isEqualTo(1);
        assertThat(object.at("/problem/errorCode").asText()).isEqualTo("EntryNotFound");
        assertThat(object.get("conflicts")).isEmpty();
        assertThat(object.get("plan").isNull()).isTrue();
        JsonNode summary = lines.get(2);
        assertThat(summary.at("/objects/escrowed").asInt()).isEqualTo(2);
        assertThat(summary.at("/objects/resting").asInt()).isEqualTo(1);
        assertThat(summary.get("held")).isEmpty();
        assertThat(summary.at("/lastRun/cycleId").asText())
                .isEqualTo(agent.statuses().get(0).get("cycleId").asText());
        assertThat(summary.get("undelivered").asInt()).isZero();
    }

    @Test
    void of_very_many_the_first_are_shown_and_programs_get_all() {
        agent.configure(json -> json.putObject("limits").putNull("failedPercent"));
        agent.feed(IntStream.range(100, 200).mapToObj(i -> nobody("n" + i)).toArray(String[]::new));
        agent.run("run");

        String out = agent.run("status").out();

        assertThat(out).contains("102 in escrow").endsWith("and 62 more; --json shows all\n");
        assertThat(out.lines().filter(line -> line.startsWith("  in escrow since")))
                .hasSize(40);
        assertThat(agent.run("status", "--json").out().lines()).hasSize(103);
    }

    @Test
    void retry_releases_everything_in_escrow_for_the_next_run() {
        assertThat(agent.run("run").out()).contains("0 failed");

        Launch launch = agent.run("retry");

        assertThat(launch).isEqualTo(new Launch(0, "retry: 2 released; the next run tries them\n", ""));
        assertThat(agent.run("status").out()).contains("2 pending").doesNotContain("in escrow");
        assertThat(agent.run("run").out()).contains("2 failed");
    }

    @Test
    void retry_of_some_leaves_the_others() {
        assertThat(agent.run("retry", "b").out()).isEqualTo("retry: 1 released; the next run tries them\n");
        assertThat(agent.run("run").out()).contains("1 failed");
    }

    @Test
    void an_id_that_nobody_knows_is_a_slip_and_the_others_are_released() {
        Launch launch = agent.run("retry", "b", "nobody");

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.out()).isEqualTo("retry: 1 released; the next run tries them\n");
        assertThat(launch.err()).isEqualTo("object nobody is not known to the store; see status\n");
        assertThat(agent.run("retry", "").err())
                .isEqualTo("the ID  is not one; it has 1 to 256 characters and no control characters\n");
        JsonNode json = AgentFolder.json(agent.run("retry", "--json", "nobody").out());
        assertThat(json.get("released").asInt()).isZero();
        assertThat(json.at("/unknown/0").asText()).isEqualTo("nobody");
    }

    @Test
    void with_nothing_in_escrow_there_is_nothing_to_retry() {
        agent.run("retry");

        assertThat(agent.run("retry")).isEqualTo(new Launch(0, "nothing is in escrow\n", ""));
    }

    @Test
    void what_was_given_up_is_told_and_taken_up_again_by_its_name() {
        agent.configure(json -> json.putObject("retry").put("retention", "PT0.001S"));
        assertThat(agent.run("run").out()).contains("2 given up");

        assertThat(agent.run("status").out())
                .contains("2 expired ")
                .containsPattern("\nb\n  expired, had waited since " + TIME + "\n  \\S");
        assertThat(agent.run("retry").out()).isEqualTo("nothing is in escrow\n");
        assertThat(agent.run("retry", "b").out()).isEqualTo("retry: 1 released; the next run tries them\n");
        assertThat(agent.run("status", "--json").out()).contains("\"pending\":1,", "\"expired\":1,");
    }

    @Test
    void what_nobody_took_yet_is_counted_and_stays_for_the_next_run() {
        agent.configure(json -> json.remove("status"));
        int delivered = agent.statuses().size();

        assertThat(agent.run("status").out()).doesNotContain("not delivered");
        assertThat(agent.statuses()).hasSize(delivered);
    }

    private static String nobody(String id) {
        return Lines.of(id, UNKNOWN_ENTRY, "\"CustomAttribute1\":\"x\"");
    }
}
