package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.Operation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyCommandTest {

    @TempDir
    Path folder;

    private People people;
    private InMemoryActiveDirectory directory;
    private AgentFolder agent;
    private String file;

    @BeforeEach
    void start() {
        people = People.start(3);
        directory = people.directory();
        people.edit(0, "extensionAttribute1", "old");
        agent = AgentFolder.of(folder, directory)
                .feed(
                        Lines.of(
                                "a",
                                people.user(0),
                                "\"CustomAttribute1\":\"new\",\"EmailAddresses\":[\"SMTP:ada@corp.example\",\"smtp:Al@corp.example\"]"),
                        Lines.of("b", people.user(1), "\"CustomAttribute1\":\"y\""),
                        "{\"id\":\"c\",\"attributes\":{\"IsExchangeCloudManaged\":false}}");
        file = agent.path("plan.json").toString();
        assertThat(agent.run("plan", "--out", file).exitCode()).isZero();
    }

    @AfterEach
    void stop() {
        people.close();
    }

    @Test
    void what_was_reviewed_is_written_and_a_run_finds_nothing_left() {
        Launch launch = agent.run("apply", file);

        assertThat(launch.err()).isEmpty();
        assertThat(launch.exitCode()).isZero();
        assertThat(launch.out().lines())
                .contains(
                        "~ " + people.user(0).dn(),
                        "  - extensionAttribute1: old",
                        "~ " + people.user(1).dn())
                .anyMatch(line -> line.startsWith("  + extensionAttribute1: new   # "));
        assertThat(last(launch.out()))
                .startsWith("apply ")
                .contains(": 2 applied, 0 already applied, 0 refused, 0 failed, 1 with nothing to write in ");
        assertThat(people.user(0).value("extensionAttribute1")).contains("new");
        assertThat(people.user(0).values("proxyAddresses")).contains("SMTP:ada@corp.example", "smtp:Al@corp.example");
        assertThat(agent.statuses()).hasSize(2);
        assertThat(agent.run("run").out()).contains("0 written, 2 unchanged");
    }

    @Test
    void an_entry_that_was_changed_since_is_refused_and_named_and_the_other_is_written() {
        people.edit(0, "extensionAttribute1", "Old");

        Launch launch = agent.run("apply", file);

        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.err())
                .isEqualTo(
                        "! %1$s   # %1$s is no longer what the plan was made from: somebody changed extensionAttribute1 since. Make a new plan and look at it again.\n"
                                .formatted(people.user(0).dn()));
        assertThat(last(launch.out())).contains(": 1 applied, 0 already applied, 1 refused, 0 failed");
        assertThat(people.user(0).value("extensionAttribute1")).contains("Old");
        assertThat(people.user(0).values("proxyAddresses")).doesNotContain("smtp:Al@corp.example");
        assertThat(people.user(1).value("extensionAttribute1")).contains("y");
    }

    @Test
    void applied_twice_it_says_so() {
        agent.run("apply", file);
        long writes = directory.counts().of(Operation.MODIFY);

        Launch again = agent.run("apply", file);

        assertThat(again.exitCode()).isZero();
        assertThat(again.out().lines()).contains("= " + people.user(0).dn() + "   # Already applied.");
        assertThat(directory.counts().of(Operation.MODIFY)).isEqualTo(writes);
    }

    @Test
    void what_the_feed_says_since_is_not_applied() {
        agent.write(
                "feed/02.jsonl",
                Lines.of("b", people.user(1), "\"CustomAttribute1\":\"newer\"")
                                .replace("\"version\":1", "\"version\":2")
                        + "\n");

        assertThat(agent.run("apply", file).exitCode()).isZero();
        assertThat(people.user(1).value("extensionAttribute1")).contains("y");
        assertThat(agent.run("run").exitCode()).isZero();
        assertThat(people.user(1).value("extensionAttribute1")).contains("newer");
    }

    @Test
    void a_plan_that_was_changed_by_hand_is_refused_with_its_place() {
        agent.write("plan.json", agent.read("plan.json").replace("\"new\"", "\"mine\""));

        Launch launch = agent.run("apply", file);

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.err())
                .matches("\\Q%s\\E:2:\\d+: the plan of object a was changed since it was saved; make a new one\n"
                        .formatted(file));
        assertThat(people.user(1).value("extensionAttribute1")).isEmpty();
    }

    @Test
    void what_is_no_plan_or_for_another_profile_is_a_slip() {
        assertThat(agent.run("apply", agent.path("agent.json").toString()))
                .isEqualTo(
                        new Launch(
                                2,
                                "",
                                agent.path("agent.json")
                                        + ":1:2: 'format' is missing here; a saved plan states format, profile and plans in this order\n"));
        assertThat(agent.run("apply", agent.path("none.json").toString()).err())
                .isEqualTo(agent.path("none.json")
                        + " cannot be read; name a file that 'plan --out FILE.json' has written\n");
        agent.configure(json -> json.put("profile", "exchange-online-extended"));
        assertThat(agent.run("apply", file))
                .isEqualTo(new Launch(
                        2,
                        "",
                        file
                                + ":1:1: the plan was made with the profile 'exchange-online', and the present one is"
                                + " 'exchange-online-extended'; apply it with the profile it was made with\n"));
        assertThat(agent.run("apply").exitCode()).isEqualTo(2);
    }

    @Test
    void programs_get_a_line_for_each_entry_and_one_for_the_whole() {
        people.edit(0, "extensionAttribute1", "Old");

        Launch launch = agent.run("apply", file, "--json");

        List<JsonNode> lines = launch.out().lines().map(AgentFolder::json).toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).get("result").asText()).isEqualTo("refused");
        assertThat(lines.get(0).at("/problem/errorCode").asText()).isEqualTo("PlanOutdated");
        assertThat(lines.get(1).get("entry").asText()).isEqualTo(people.user(1).dn());
        assertThat(lines.get(1).get("result").asText()).isEqualTo("applied");
        assertThat(lines.get(2).at("/counts/applied").asInt()).isEqualTo(1);
        assertThat(lines.get(2).at("/counts/refused").asInt()).isEqualTo(1);
        assertThat(lines.get(2).get("ending").asText()).isEqualTo("completed_with_failures");
    }

    @Test
    void a_plan_that_destroys_too_much_is_held() {
        agent.feed(Lines.of("a", people.user(0), "\"CustomAttribute1\":null"));
        agent.run("plan", "--out", file);
        agent.configure(json -> json.putObject("limits").put("destructiveChanges", 0));

        Launch launch = agent.run("apply", file);

        assertThat(launch.exitCode()).isEqualTo(3);
        assertThat(launch.err()).contains("limits.destructiveChanges");
        assertThat(people.user(0).value("extensionAttribute1")).contains("old");
    }

    @Test
    void a_directory_that_does_not_answer_is_told() {
        directory.close();

        Launch launch = agent.run("apply", file);

        assertThat(launch.exitCode()).isEqualTo(4);
        assertThat(launch.out()).contains("2 left for later");
    }

    private static String last(String text) {
        return text.lines().reduce((first, last) -> last).orElse("");
    }
}
