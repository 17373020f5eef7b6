package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConflictsCommandTest {

    @TempDir
    Path folder;

    private People people;
    private AgentFolder agent;

    @BeforeEach
    void park() {
        people = People.start(2);
        agent = AgentFolder.of(folder, people.directory()).configure(json -> {
            json.put("profile", "by-hand.json");
            json.putObject("store").put("type", "jdbc").put("url", "jdbc:h2:./state");
        });
        agent.write(
                "by-hand.json",
                "{\"name\":\"by-hand\",\"extends\":\"exchange-online\",\"rules\":[{\"target\":\"extensionAttribute1\","
                        + "\"source\":\"CustomAttribute1\",\"authority\":\"manual\"}]}");
        agent.feed(line(1, "old"));
        assertThat(agent.run("run").exitCode()).isZero();
        people.edit(0, "extensionAttribute1", "theirs");
        agent.feed(line(1, "old"), line(2, "ours"));
        assertThat(agent.run("run").exitCode()).isZero();
        assertThat(people.user(0).value("extensionAttribute1")).contains("theirs");
    }

    @AfterEach
    void stop() {
        people.close();
    }

    @Test
    void conflicts_shows_both_values_and_since_when() {
        Launch launch = agent.run("conflicts");

        assertThat(launch.exitCode()).isZero();
        assertThat(launch.err()).isEmpty();
        assertThat(launch.out()).contains("a CN=").contains("since 20");
        assertThat(launch.out()).containsPattern("cloud +ours\n").containsPattern("directory +theirs\n");
    }

    @Test
    void conflicts_are_one_line_of_json_each() {
        JsonNode line = AgentFolder.json(agent.run("--json", "conflicts").out());

        assertThat(line.get("id").asText()).isEqualTo("a");
        assertThat(line.get("attribute").asText()).isEqualTo("extensionAttribute1");
        assertThat(line.get("cloud")).hasToString("[\"ours\"]");
        assertThat(line.get("directory")).hasToString("[\"theirs\"]");
    }

    @Test
    void what_is_decided_for_the_cloud_is_written_by_the_next_run() {
        Launch launch = agent.run("decide", "a", "extensionAttribute1", "cloud");

        assertThat(launch.exitCode()).isZero();
        assertThat(launch.out()).isEqualTo("extensionAttribute1 of a: decided for the cloud\n");
        assertThat(agent.run("conflicts").out()).isEqualTo("nothing waits for a decision\n");
        agent.run("run");
        assertThat(people.user(0).value("extensionAttribute1")).contains("ours");
    }

    @Test
    void what_is_decided_for_the_directory_stays() {
        assertThat(agent.run("decide", "a", "extensionAttribute1", "directory").exitCode())
                .isZero();

        agent.run("run");
        agent.run("reconcile");

        assertThat(people.user(0).value("extensionAttribute1")).contains("theirs");
        assertThat(agent.run("conflicts").out()).isEqualTo("nothing waits for a decision\n");
    }

    @Test
    void a_choice_about_values_that_moved_is_refused() {
        people.edit(0, "extensionAttribute1", "theirs again");

        Launch launch = agent.run("decide", "a", "extensionAttribute1", "cloud");

        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.err()).contains("has changed on one of the two sides since it was parked");
    }

    @Test
    void a_plan_names_each_conflict_whoever_wins_it() {
        agent.write(
                "by-hand.json",
                "{\"name\":\"by-hand\",\"extends\":\"exchange-online\",\"rules\":[{\"target\":\"extensionAttribute1\","
                        + "\"source\":\"CustomAttribute1\",\"authority\":\"manual\"},{\"target\":\"extensionAttribute2\","
                        + "\"source\":\"CustomAttribute2\",\"authority\":\"newest\"}]}");
        String first = both(3, "agreed");
        agent.feed(first);
        assertThat(agent.run("run").exitCode()).isZero();
        people.edit(0, "extensionAttribute2", "theirs");
        people.edit(0, "extensionAttribute3", "theirs");
        agent.feed(first, both(4, "ours").replace("{\"id\"", "{\"time\":\"2001-02-03T04:05:06Z\",\"id\""));

        Launch launch = agent.run("plan");

        assertThat(launch.out())
                .contains("  ! extensionAttribute2   # CONFLICT: Both sides changed it. The cloud did at 2001-02-03")
                .contains("  + extensionAttribute3: ours   # CONFLICT: Both sides changed it; the cloud is");
    }

    private String both(int version, String text) {
        return line(version, "ours")
                .replace(
                        "\"CustomAttribute1\"",
                        "\"CustomAttribute2\":\"%s\",\"CustomAttribute3\":\"%s\",\"CustomAttribute1\""
                                .formatted(text, text));
    }

    @Test
    void an_object_that_is_not_parked_is_a_usage_error_when_none_is_parked_too() {
        assertThat(agent.run("decide", "a", "extensionAttribute1", "cloud").exitCode())
                .isZero();

        Launch again = agent.run("decide", "a", "extensionAttribute1", "cloud");

        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).isEqualTo("object a has nothing to decide; see conflicts\n");
    }

    @Test
    void what_is_misspelled_is_told_with_what_may_have_been_meant() {
        assertThat(agent.run("decide", "a", "extensionAttribute1", "clod").err())
                .isEqualTo("clod is no choice (did you mean cloud?); it is cloud or directory\n");
        Launch attribute = agent.run("decide", "a", "extensionAttribut1", "cloud");
        assertThat(attribute.exitCode()).isEqualTo(1);
        assertThat(attribute.err()).contains("did you mean extensionAttribute1?");
        Launch object = agent.run("decide", "b", "extensionAttribute1", "cloud");
        assertThat(object.exitCode()).isEqualTo(2);
        assertThat(object.err()).isEqualTo("object b has nothing to decide (did you mean a?); see conflicts\n");
    }

    private String line(int version, String text) {
        return Lines.of("a", people.user(0), "\"CustomAttribute1\":\"" + text + "\"")
                .replaceFirst("\"version\":\\d+", "\"version\":" + version);
    }
}
