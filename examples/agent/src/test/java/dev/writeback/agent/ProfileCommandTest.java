package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.model.AttributeName;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.MailboxUser;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Profiles as an administrator has them: files, and commands that say what they come to. */
class ProfileCommandTest {

    @TempDir
    Path folder;

    private InMemoryActiveDirectory directory;
    private AgentFolder agent;

    @BeforeEach
    void start() {
        directory = InMemoryActiveDirectory.builder().start();
        directory.add(MailboxUser.of("ada", "corp.example"));
        agent = AgentFolder.of(folder, directory).configure(json -> json.put("profile", "profiles/contoso.json"));
    }

    @AfterEach
    void stop() {
        directory.close();
    }

    static List<String> additions() {
        Set<AttributeName> standard = Profile.exchangeOnline().targets();
        return Profile.exchangeOnlineExtended().rules().stream()
                .map(Rule::target)
                .filter(target -> !standard.contains(target))
                .map(AttributeName::value)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("additions")
    void each_addition_of_the_extended_profile_is_switched_off_by_one_rule(String target) {
        profile("exchange-online-extended", "{\"target\":\"%s\",\"remove\":true}".formatted(target));

        assertThat(agent.run("explain", target).out())
                .contains(
                        "The profile contoso does not write it.",
                        "The built-in profile exchange-online-extended has one.");
    }

    @ParameterizedTest
    @MethodSource("additions")
    void each_addition_of_the_extended_profile_is_switched_on_by_one_rule(String target) {
        Rule rule =
                Profile.exchangeOnlineExtended().rule(AttributeName.of(target)).orElseThrow();
        profile("exchange-online", "{\"target\":\"%s\",\"source\":\"%s\"}".formatted(target, rule.origin()));
        String own = agent.run("explain", target).out();
        agent.configure(json -> json.put("profile", "exchange-online-extended"));

        assertThat(own).contains("  from       " + rule.origin() + "\n  authority  cloud\n");
        assertThat(own).isEqualTo(agent.run("explain", target).out());
    }

    @Test
    void the_address_of_old_messages_is_switched_off_and_on_by_one_rule() {
        String rule = """
                {"target":"proxyAddresses","source":"EmailAddresses","addresses":{"x500From":%s}}""";
        profile("exchange-online-extended", rule.formatted("null"));
        assertThat(agent.run("explain", "proxyAddresses").out()).doesNotContain("LegacyExchangeDN");

        profile("exchange-online", rule.formatted("\"LegacyExchangeDN\""));
        assertThat(agent.run("explain", "proxyAddresses").out())
                .contains("LegacyExchangeDN is added as an X500 address.");
    }

    @Test
    void a_profile_extends_others_each_named_relative_to_the_one_that_extends_it() {
        agent.write("house/base.json", """
                {"name":"house","extends":"../shared.json","rules":[{"target":"info","source":"Notes"}]}""");
        agent.write("shared.json", """
                {"name":"shared","extends":"exchange-online","rules":[{"target":"department","source":"Department"}]}""");
        profile("../house/base.json", "{\"target\":\"mail\",\"remove\":true}");

        assertThat(agent.run("explain", "department").out()).contains("  from       Department\n");
        assertThat(agent.run("explain", "info").out()).contains("  from       Notes\n");
        assertThat(agent.run("explain", "mail").out()).contains("The profile contoso does not write it.");
        assertThat(agent.run("check").out()).contains("The profile 'contoso' writes 25 attributes.");
    }

    @Test
    void every_problem_of_a_profile_is_named_at_once_with_its_place() {
        agent.write("profiles/base.json", """
                {"name":"base","rules":[{"target":"infos","source":"Notes"}]}""");
        profile("base.json", """
                {"target":"mial","source":"WindowsEmailAddress"},
                {"target":"department","source":"Department","expression":"ToUpper([Department])"},
                {"target":"extensionAttribute1","source":"CustomAttribute1","clear":"no","authorty":"cloud"},
                {"target":"proxyAddresses","source":"EmailAddresses","addresses":{"drop":["SIP"],"flow":["sip"]}},
                {"target":"unicodePwd","source":"Password"}""");

        Launch launch = agent.run("plan");

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.err())
                .hasLineCount(1)
                .contains(
                        "profile cannot be used:",
                        "extends base.json: rules[0].target: infos is not an attribute that Writeback knows (did you mean info?).",
                        "rules[0].target: mial is not an attribute that Writeback knows (did you mean mail?).",
                        "rules[1].source is there beside expression; name one of them.",
                        "rules[2].authorty is unknown; did you mean authority?",
                        "rules[2].clear is neither true nor false; it is one of them.",
                        "rules[3].addresses.drop names 'SIP', which flow names too; name it once.",
                        "rules[4].target: unicodePwd may not be written by any profile; take the rule out");
    }

    @Test
    void profiles_that_extend_each_other_are_refused() {
        agent.write("profiles/a.json", "{\"name\":\"a\",\"extends\":\"contoso.json\"}");
        profile("a.json", "{\"target\":\"mail\",\"remove\":true}");

        assertThat(agent.run("explain", "mail").err())
                .endsWith("profile cannot be used: extends a.json: extends contoso.json: It is extended in a circle;"
                        + " let one of the files extend a built-in profile\n");
    }

    @Test
    void profiles_that_stand_too_high_above_each_other_are_refused() {
        for (int i = 0; i < 9; i++) {
            agent.write("profiles/%d.json".formatted(i), """
                    {"name":"p","extends":"%s"}""".formatted(i == 0 ? "exchange-online" : (i - 1) + ".json"));
        }
        agent.configure(json -> json.put("profile", "profiles/7.json"));
        assertThat(agent.run("explain", "mail").exitCode()).isZero();

        agent.configure(json -> json.put("profile", "profiles/8.json"));
        assertThat(agent.run("explain", "mail").err()).contains("It is file number 9 in a row; 8 is the most");
    }

    @Test
    void a_base_that_is_not_there_is_named() {
        profile("exchange-onlin", "{\"target\":\"mail\",\"remove\":true}");

        assertThat(agent.run("explain", "mail").err())
                .endsWith("profile cannot be used: extends names no profile; did you mean exchange-online?\n");
    }

    @Test
    void a_file_to_extend_that_is_not_there_is_named() {
        profile("gone.json", "{\"target\":\"mail\",\"remove\":true}");

        assertThat(agent.run("explain", "mail").err())
                .contains("profile cannot be used: extends gone.json: There is no file ")
                .endsWith("gone.json; the path is relative to the profile that extends it\n");
    }

    @Test
    void what_an_attribute_needs_and_what_microsoft_does_with_it_is_explained() {
        profile("exchange-online-extended", """
                {"target":"extensionAttribute7","source":"CustomAttribute7","authority":"directory"},
                {"target":"extensionAttribute8","source":"CustomAttribute8","clear":false}""");

        assertThat(agent.run("explain", "publicDelegates").out()).isEqualTo("""
                        publicDelegates
                          from       GrantSendOnBehalfTo
                          authority  cloud
                          wins       The cloud wins. An empty value clears the attribute, which counts as destructive; one that is not stated leaves it alone.
                          how        References to other cloud objects become the distinguished names of their entries.
                          needs      publicDelegates in the directory's schema: any number of values of syntax DN; a link (linkID 14); not indexed; in the global catalogue.
                          OID        1.2.840.113556.1.2.238
                          Microsoft  Microsoft's older Exchange hybrid writeback writes it.
                          moves      Its authority moves to the cloud with the mailbox.
                        """);
        assertThat(agent.run("explain", "extensionAttribute7").out()).contains("  wins       The directory wins: ");
        assertThat(agent.run("explain", "extensionAttribute8").out()).contains("An empty value does not clear");
    }

    @Test
    void an_attribute_that_the_profile_does_not_write_is_explained_with_a_rule_for_it() {
        profile("exchange-online", "{\"target\":\"mail\",\"remove\":true}");

        assertThat(agent.run("explain", "Department").out())
                .contains(
                        "  from       The profile contoso does not write it.\n",
                        "  stated by  Department\n",
                        "of syntax CASE_IGNORE, from 1 to 64;",
                        "  moves      Its authority stays in the directory.\n",
                        "  note       A rule for it looks like {\"target\": \"department\", \"source\": \"Department\"}.\n");
        assertThat(agent.run("explain", "userPrincipalName").out()).contains("  note       No profile may write it.\n");
        JsonNode json = AgentFolder.json(
                agent.run("explain", "HiddenFromAddressListsEnabled", "--json").out());
        assertThat(json.at("/0/target").asText()).isEqualTo("msExchHideFromAddressLists");
        assertThat(json.at("/0/written").asBoolean()).isFalse();
        assertThat(json.at("/0/remarks/0").asText()).contains("exchange-online-extended has one");
    }

    @Test
    void a_source_that_is_all_but_a_known_name_is_a_warning() {
        profile("exchange-online", "{\"target\":\"department\",\"source\":\"Departmnt\"}");

        assertThat(agent.run("check").out())
                .contains(
                        "warning     profile   The rule for department reads Departmnt, which Exchange Online does not"
                                + " state; if that is no attribute of the source's own, it may be Department.");
        assertThat(agent.run("explain", "department").out())
                .contains("  note       The rule for department reads Departmnt");
    }

    @Test
    void what_is_held_back_and_what_waits_is_seen_in_every_form_of_a_plan() {
        profile("exchange-online-extended", "{\"target\":\"info\",\"source\":\"Notes\"}");
        agent.configure(json -> json.putArray("acceptedDomains").add("corp.example"));
        agent.feed(Lines.of(
                "a", directory.entry("CN=ada,OU=People," + directory.baseDn()).orElseThrow(), """
                "Notes":"x","EmailAddresses":["SMTP:ada@corp.example","smtp:ada@foreign.example"],"GrantSendOnBehalfTo":[{"ref":"b"}]"""));
        String heldBack = "smtp:ada@foreign.example";
        String waits = "publicDelegates refers to object b, which ";

        assertThat(agent.run("plan").out())
                .contains("  ! proxyAddresses   # ", heldBack, "  ! publicDelegates   # ", waits);
        agent.run("plan", "--out", agent.path("p.html").toString());
        assertThat(agent.read("p.html")).contains("<span class=\"omitted\">", heldBack, waits);
        agent.run("plan", "--out", agent.path("p.ldif").toString());
        assertThat(agent.read("p.ldif").replace("\n# ", "")).contains(heldBack, waits);
        agent.run("plan", "--out", agent.path("p.json").toString());
        assertThat(agent.read("p.json"))
                .contains("{\"type\":\"heldBack\",\"sentence\":\"", "{\"type\":\"unresolved\",\"object\":\"b\"");
        agent.run("run");
        assertThat(agent.read("status.jsonl")).contains("HeldBack ", heldBack, "Unresolved ", waits);
    }

    @Test
    void a_value_that_is_not_to_be_seen_is_in_no_plan_and_is_not_imported_as_another() {
        profile("exchange-online", "{\"target\":\"info\",\"expression\":\"Redact([Notes])\"}");
        agent.feed(Lines.of(
                "a",
                directory.entry("CN=ada,OU=People," + directory.baseDn()).orElseThrow(),
                "\"Notes\":\"hush\",\"CustomAttribute1\":\"x\""));

        agent.run("plan", "--out", agent.path("p.ldif").toString());

        assertThat(agent.read("p.ldif"))
                .contains("# info is written by a run only", "add: extensionAttribute1\n")
                .doesNotContain("[Redact]", "hush", "add: info");
        assertThat(agent.run("plan", "--json").out())
                .contains("\"redacted\":true")
                .doesNotContain("hush");
        agent.run("run");
        assertThat(directory
                        .entry("CN=ada,OU=People," + directory.baseDn())
                        .orElseThrow()
                        .value("info"))
                .contains("hush");
        assertThat(agent.read("status.jsonl")).doesNotContain("hush");
    }

    @Test
    void the_mistakes_of_expressions_are_named_with_their_columns() {
        profile("exchange-online", """
                {"target":"department","expression":"ToUper([Department])"},
                {"target":"info","expression":"Trim([Notes]"}""");

        assertThat(agent.run("check").err())
                .contains("rules[0].expression, column 1: ", "ToUpper", "rules[1].expression, column ");
    }

    private void profile(String base, String rules) {
        agent.write(
                "profiles/contoso.json",
                "{\"name\":\"contoso\",\"extends\":\"%s\",\"rules\":[%s]}".formatted(base, rules));
    }
}
