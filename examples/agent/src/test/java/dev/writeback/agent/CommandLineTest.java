package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void help_shows_every_command_and_the_exit_codes() {
        Launch launch = Launch.of("--help");

        assertThat(launch.exitCode()).isZero();
        assertThat(launch.out())
                .contains(
                        "check",
                        "plan",
                        "apply",
                        "run",
                        "provision",
                        "reconcile",
                        "drift",
                        "status",
                        "retry",
                        "approve")
                .contains("reject", "undo", "journal", "conflicts", "decide", "explain")
                .contains("4  the source, the directory or the store cannot be reached");
        assertThat(Launch.of("run", "--help").out()).contains("--follow");
    }

    @Test
    void the_version_is_told() {
        assertThat(Launch.of("--version").out()).startsWith("writeback-agent ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            chek             | Unmatched argument at index 0: 'chek'; did you mean check?
            run --folow      | Unknown option: '--folow'; did you mean --follow?
            provision        | Missing required parameter: 'ID'; see writeback-agent --help
            plan --out x.csv | --out x.csv has an unknown ending; end it in .ldif, .json or .html
            """)
    void a_slip_is_one_line_with_a_hint(String arguments, String line) {
        Launch launch = Launch.of(arguments.split(" "));

        assertThat(launch.err()).isEqualTo(line + "\n");
        assertThat(launch.out()).isEmpty();
        assertThat(launch.exitCode()).isEqualTo(2);
    }

    @Test
    void without_a_command_there_is_a_hint() {
        Launch launch = Launch.of();

        assertThat(launch.err()).isEqualTo("no command was given; see writeback-agent --help\n");
        assertThat(launch.exitCode()).isEqualTo(2);
    }

    @Test
    void an_attribute_is_explained_without_a_configuration() {
        Launch launch = Launch.of("explain", "customattribute1");

        assertThat(launch.exitCode()).isZero();
        assertThat(launch.out())
                .startsWith("extensionAttribute1\n  from       CustomAttribute1\n  authority  cloud\n")
                .contains("1.2.840.113556.1.2.423");
        assertThat(AgentFolder.json(Launch.of("explain", "mail", "--json").out())
                        .at("/0/source")
                        .asText())
                .isEqualTo("WindowsEmailAddress");
    }

    @Test
    void an_attribute_that_the_profile_does_not_have_is_told_with_a_hint() {
        Launch launch = Launch.of("explain", "proxyAdress");

        assertThat(launch.err())
                .isEqualTo(
                        "the profile exchange-online does nothing with proxyAdress, and nothing by that name is known; did you mean proxyAddresses?\n");
        assertThat(launch.exitCode()).isEqualTo(2);
    }
}
