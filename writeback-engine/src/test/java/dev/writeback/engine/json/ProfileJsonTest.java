package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.writeback.engine.mapping.AddressPolicies;
import dev.writeback.engine.mapping.AddressPolicy;
import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Clearing;
import dev.writeback.engine.mapping.InvalidProfileException;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.model.AttributeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileJsonTest {

    private static final String SAMPLE = """
            {
              "name": "contoso", "extends": "exchange-online",
              "rules": [
                { "target": "extensionAttribute5", "source": "CustomAttribute6", "authority": "directory" },
                { "target": "proxyAddresses", "source": "EmailAddresses",
                  "addresses": { "preserve": ["X500", "SIP"], "drop": ["SPO"], "dropDomains": ["*.onmicrosoft.com"] } },
                { "target": "msExchHideFromAddressLists", "source": "HiddenFromAddressListsEnabled" },
                { "target": "mail", "remove": true },
                { "target": "mailNickname", "remove": true }
              ]
            }""";

    @Test
    void a_profile_extends_a_built_in_one() {
        Profile profile = ProfileJson.parse(SAMPLE);

        assertThat(profile.name()).isEqualTo("contoso");
        assertThat(profile.targets())
                .hasSize(24)
                .contains(AttributeName.of("msExchHideFromAddressLists"))
                .doesNotContain(AttributeName.of("mail"), AttributeName.of("mailNickname"));
        Rule fifth = rule(profile, "extensionAttribute5");
        assertThat(fifth.origin()).hasToString("CustomAttribute6");
        assertThat(fifth.authority()).isEqualTo(Authority.DIRECTORY);
        Rule addresses = rule(profile, "proxyAddresses");
        assertThat(addresses.addresses().prefixes())
                .containsEntry("X500", AddressPolicy.PRESERVE)
                .containsEntry("SIP", AddressPolicy.PRESERVE)
                .containsEntry("SPO", AddressPolicy.DROP)
                .containsEntry("SMTP", AddressPolicy.FLOW);
        assertThat(addresses.addresses().domains()).containsEntry("*.onmicrosoft.com", AddressPolicy.DROP);
        assertThat(SchemaCheck.violations("profile.schema.json", SAMPLE)).isEmpty();
    }

    @Test
    void a_profile_may_stand_by_itself() {
        Profile profile = ProfileJson.parse("""
                {"name":"small","rules":[{"target":"mail","source":"WindowsEmailAddress"}]}""");

        assertThat(profile.rules()).containsExactly(Rule.of("mail", "WindowsEmailAddress"));
    }

    @Test
    void all_problems_are_named_at_once_with_their_places() {
        InvalidProfileException invalid =
                catchThrowableOfType(InvalidProfileException.class, () -> ProfileJson.parse("""
                {"name":"bad","extends":"exchange-onlin","colour":1,"rules":[
                  {"target":"proxyAdresses","source":"EmailAddresses"},
                  {"target":"mail"},
                  {"source":"X"},
                  {"target":"unicodePwd","source":"X"},
                  {"target":"extensionAttribute1","source":"CustomAttribute1","authorty":"cloud"},
                  {"target":"extensionAttribute1","source":"CustomAttribute2"},
                  {"target":"mailNicname","remove":true},
                  {"target":"extensionAttribute3","source":"A b","authority":"clod"},
                  "x"]}"""));

        assertThat(invalid.problems())
                .containsExactly(
                        "colour is unknown; known are: name, extends, rules.",
                        "extends names no profile; did you mean exchange-online?",
                        "rules[0].target: proxyAdresses is not an attribute that Writeback knows (did you mean proxyAddresses?).",
                        "rules[1].source is missing; it is a text such as \"CustomAttribute5\".",
                        "rules[2].target is missing; it is a text such as \"extensionAttribute5\".",
                        "rules[3].target: unicodePwd may not be written by any profile; take the rule out.",
                        "rules[4].authorty is unknown; did you mean authority?",
                        "rules[5].target is extensionAttribute1, which rules[4] has already; state one rule for it.",
                        "rules[6].target: mailNicname is not an attribute that Writeback knows (did you mean mailNickname?).",
                        "rules[7].source is not an attribute name; a name is a letter followed by letters, digits, '-', '_' or '.'.",
                        "rules[7].authority is not known; did you mean cloud?",
                        "rules[8] is not an object; it is one such as {\"target\": ..., \"source\": ...}.");
        assertThat(invalid).hasMessageStartingWith("profile bad: colour is unknown");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "source":"A","authority":"newst"   | rules[0].authority is not known; did you mean newest?
            "source":"A","authority":"on-prem" | rules[0].authority is not known; known are: cloud, directory, newest, manual.
            "source":"A","authority":{"resolver":" "} | rules[0].authority.resolver is not a text; it is one, and not an empty one.
            "source":"A","authority":{}        | rules[0].authority.resolver is missing; it is a text such as "hr".
            "source":"A","firstContact":"cloudy" | rules[0].firstContact is not known; did you mean cloud?
            "source":"A","drift":"mend"        | rules[0].drift is not known; known are: report, repair, accept.
            "source":"A","expression":"ToUpper([Department])" | rules[0].source is there beside expression; name one of them.
            "expression":" "                   | rules[0].expression is not a text; it is one, and not an empty one.
            "source":"A","clear":"no"          | rules[0].clear is neither true nor false; it is one of them.
            "source":"A","clear":null          | rules[0].clear is neither true nor false; it is one of them.
            "source":"A","primaryOf":"A b"     | rules[0].primaryOf is not an attribute name; a name is a letter followed by letters, digits, '-', '_' or '.'.
            "source":"A","primaryOf":7         | rules[0].primaryOf is not a text; it is one, and not an empty one.
            "expression":"ToUpper([Department])","primaryOf":"EmailAddresses" | rules[0].target: primaryOf says nothing beside an expression for department; take one of them out.
            "source":"A","addresses":{}        | rules[0].addresses says nothing, because department holds no addresses; take it out.
            "source":"A","remove":true         | rules[0].source says nothing in a rule that is removed; take it out.
            "source":"A","remove":"yes"        | rules[0].remove is neither true nor false; it is one of them.
            "source":7                         | rules[0].source is not a text; it is one, and not an empty one.
            """)
    void what_cannot_be_done_is_named_with_its_rule(String keys, String problem) {
        assertThat(problems("{\"name\":\"x\",\"rules\":[{\"target\":\"department\",%s}]}".formatted(keys)))
                .containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                  | rules[0].addresses is not an object; it is one, such as {"preserve": ["X500", "SIP"]}.
            {"prserve":["SIP"]}                 | rules[0].addresses.prserve is unknown; did you mean preserve?
            {"preserve":"SIP"}                  | rules[0].addresses.preserve is not an array of texts; it is one, such as ["X500", "SIP"].
            {"preserve":["S:"]}                 | rules[0].addresses.preserve names 'S:', which is no prefix; a prefix is a word such as X500.
            {"preserve":["SIP"],"drop":["sip"]} | rules[0].addresses.drop names 'sip', which preserve names too; name it once.
            {"defaults":"none"}                 | rules[0].addresses.defaults is neither true nor false; it is one of them.
            {"others":"keep"}                   | rules[0].addresses.others is not known; known are: flow, preserve, drop.
            {"others":"dropp"}                  | rules[0].addresses.others is not known; did you mean drop?
            {"x500From":["A"]}                  | rules[0].addresses.x500From is not a text; it is one, and not an empty one.
            {"x500From":"Legacy DN"}            | rules[0].addresses.x500From is not an attribute name; a name is a letter followed by letters, digits, '-', '_' or '.'.
            {"dropDomains":["*x.example"]}      | rules[0].addresses.dropDomains names '*x.example', which is no domain; a domain is contoso.example, or *.contoso.example for all below it.
            """)
    void address_policies_are_read_strictly(String addresses, String problem) {
        assertThat(problems(
                        "{\"name\":\"x\",\"rules\":[{\"target\":\"proxyAddresses\",\"source\":\"EmailAddresses\",\"addresses\":%s}]}"
                                .formatted(addresses)))
                .containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"x\"}", "{\"name\":\"x\",\"rules\":[]}"})
    void a_profile_that_writes_nothing_is_refused(String document) {
        assertThat(problems(document))
                .containsExactly(
                        "rules is missing or empty, so nothing would be written; add a rule, or extend a profile.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"x",                          | Line 1, column 13 is not JSON, or states a key twice.
            {"name":"x","name":"y"}               | Line 1, column 19 is not JSON, or states a key twice.
            ["x"]                                 | The document is not a JSON object.
            {"name":"x","rules":{"a":1}}          | rules is not an array; it is one of objects such as {"target": ..., "source": ...}.
            {"extends":"exchange-online"}         | name is missing; it is a text such as "contoso".
            {"name":"x","rules":[{"target":"mail","remove":true}]} | rules takes every rule away, so nothing would be written; leave one, or add one.
            """)
    void a_document_of_another_shape_is_refused(String document, String problem) {
        assertThat(problems(document)).containsExactly(problem);
    }

    @Test
    void built_in_profiles_are_found_by_name() {
        assertThat(ProfileJson.builtIn("exchange-online")).contains(Profile.exchangeOnline());
        assertThat(ProfileJson.builtIn("exchange-online-extended")).contains(Profile.exchangeOnlineExtended());
        assertThat(ProfileJson.builtIn("other")).isEmpty();
    }

    @Test
    void an_empty_value_does_not_clear_where_a_rule_says_so() {
        Profile profile = extending("exchange-online", """
                {"target":"extensionAttribute7","source":"CustomAttribute7","clear":false}""");

        assertThat(rule(profile, "extensionAttribute7").clearing()).isEqualTo(Clearing.HELD_BACK);
        assertThat(rule(profile, "extensionAttribute6").clearing()).isEqualTo(Clearing.FLOWS);
    }

    @Test
    void the_address_that_replies_to_old_messages_need_is_switched_on_and_off_by_one_rule() {
        Profile on = extending("exchange-online", """
                {"target":"proxyAddresses","source":"EmailAddresses","addresses":{"x500From":"LegacyExchangeDN"}}""");
        Profile off = extending("exchange-online-extended", """
                {"target":"proxyAddresses","source":"EmailAddresses","addresses":{"x500From":null}}""");

        assertThat(rule(on, "proxyAddresses")).isEqualTo(rule(Profile.exchangeOnlineExtended(), "proxyAddresses"));
        assertThat(rule(off, "proxyAddresses")).isEqualTo(rule(Profile.exchangeOnline(), "proxyAddresses"));
    }

    @Test
    void a_rule_keeps_what_it_does_not_say_of_addresses_of_the_one_that_it_takes_the_place_of() {
        Profile profile = extending("exchange-online-extended", """
                {"target":"proxyAddresses","source":"EmailAddresses","addresses":{"drop":["SIP"]}},
                {"target":"mail","source":"WindowsEmailAddress","clear":false}""");

        assertThat(rule(profile, "proxyAddresses").addresses())
                .isEqualTo(rule(Profile.exchangeOnlineExtended(), "proxyAddresses")
                        .addresses()
                        .withPrefix("SIP", AddressPolicy.DROP));
        assertThat(rule(profile, "mail").primaryOf()).contains(AttributeName.of("EmailAddresses"));
    }

    @Test
    void mail_follows_the_addresses_only_where_a_rule_says_so() {
        Profile off = extending("exchange-online", """
                {"target":"mail","source":"WindowsEmailAddress","primaryOf":null}""");
        Profile other = extending("exchange-online", """
                {"target":"mail","source":"WindowsEmailAddress","primaryOf":"Addresses"}""");

        assertThat(rule(off, "mail").primaryOf()).isEmpty();
        assertThat(rule(other, "mail").primaryOf()).contains(AttributeName.of("Addresses"));
    }

    @Test
    void policies_can_begin_with_none() {
        Profile profile = extending("exchange-online-extended", """
                {"target":"proxyAddresses","source":"EmailAddresses",
                 "addresses":{"defaults":false,"flow":["SMTP"],"others":"drop"}}""");

        assertThat(rule(profile, "proxyAddresses").addresses())
                .isEqualTo(new AddressPolicies(
                        Map.of("SMTP", AddressPolicy.FLOW), Map.of(), AddressPolicy.DROP, Optional.empty()));
    }

    @Test
    void a_profile_extends_one_that_the_host_finds() {
        Profile house = extending("exchange-online", """
                {"target":"department","source":"Department"}""");

        Profile profile =
                ProfileJson.parse("""
                {"name":"branch","extends":"house.json","rules":[{"target":"mail","remove":true}]}""", name -> name.equals("house.json") ? Optional.of(house) : Optional.empty());

        assertThat(profile.targets()).hasSize(24).contains(AttributeName.of("department"));
    }

    @Test
    void the_problems_of_a_profile_that_is_extended_are_problems_of_the_one_that_extends_it() {
        InvalidProfileException invalid = catchThrowableOfType(
                InvalidProfileException.class,
                () -> ProfileJson.parse(
                        """
                        {"name":"branch","extends":"house.json","rules":[{"target":"mial","remove":true}]}""", name -> Optional.of(ProfileJson.parse("{\"name\":\"house\",\"rules\":1}"))));

        assertThat(invalid.problems())
                .containsExactly(
                        "extends house.json: rules is not an array; it is one of objects such as {\"target\": ..., \"source\": ...}.",
                        "rules[0].target: mial is not an attribute that Writeback knows (did you mean mail?).");
    }

    @Test
    void what_a_later_version_adds_to_the_profile_comes_by_itself_and_leaves_the_own_rules_alone() {
        String own = """
                {"name":"contoso","extends":"defaults","rules":[
                  {"target":"extensionAttribute1","source":"CustomAttribute1","authority":"directory"},
                  {"target":"mail","remove":true}]}""";
        Profile now = Profile.exchangeOnline();
        Profile later = now.toBuilder("exchange-online")
                .rule(Rule.of("msExchAssistantName", "AssistantName"))
                .rule(Rule.of("extensionAttribute1", "CustomAttributeOne"))
                .build();

        Profile before = ProfileJson.parse(own, name -> Optional.of(now));
        Profile after = ProfileJson.parse(own, name -> Optional.of(later));

        assertThat(after.targets())
                .containsAll(before.targets())
                .contains(AttributeName.of("msExchAssistantName"))
                .doesNotContain(AttributeName.of("mail"));
        assertThat(rule(after, "extensionAttribute1")).isEqualTo(rule(before, "extensionAttribute1"));
        assertThat(after.rules()).hasSize(before.rules().size() + 1);
    }

    @Test
    void the_built_in_profiles_are_printed_as_documents_that_stand_by_themselves() {
        for (Profile profile : List.of(Profile.exchangeOnline(), Profile.exchangeOnlineExtended())) {
            String text = ProfileJson.text(profile);

            assertThat(ProfileJson.parse(text)).isEqualTo(profile);
            assertThat(SchemaCheck.violations("profile.schema.json", text)).isEmpty();
            assertThat(text).doesNotContain("extends").endsWith("]\n}\n");
        }
        assertThat(ProfileJson.text(Profile.builder("one \"rule\"")
                        .rule(Rule.of("department", "Department").withClearing(Clearing.HELD_BACK))
                        .build()))
                .isEqualTo("""
                        {
                          "name": "one \\"rule\\"",
                          "rules": [
                            {"target":"department","source":"Department","clear":false}
                          ]
                        }
                        """);
    }

    @Test
    void the_mistakes_of_expressions_are_named_with_their_columns_among_all_others() {
        assertThat(problems("""
                {"name":"x","rules":[
                  {"target":"mial","source":"A"},
                  {"target":"department","expression":"ToUper([Department])"},
                  {"target":"info","expression":"ToUpper([Departmnt])"}]}"""))
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).startsWith("rules[0].target: mial"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("rules[1].expression, column 1: ")
                        .contains("ToUpper"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("rules[2].expression, column 9: ")
                        .contains("Department"));
    }

    private static Profile extending(String base, String rules) {
        String document = "{\"name\":\"x\",\"extends\":\"%s\",\"rules\":[%s]}".formatted(base, rules);
        assertThat(SchemaCheck.violations("profile.schema.json", document)).isEmpty();
        return ProfileJson.parse(document);
    }

    private static List<String> problems(String document) {
        return catchThrowableOfType(InvalidProfileException.class, () -> ProfileJson.parse(document))
                .problems();
    }

    private static Rule rule(Profile profile, String target) {
        return profile.rules().stream()
                .filter(rule -> rule.target().equals(AttributeName.of(target)))
                .findFirst()
                .orElseThrow();
    }
}
