package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.writeback.engine.mapping.AddressPolicy;
import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.InvalidProfileException;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.model.AttributeName;
import java.util.List;
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
                        "extends names no built-in profile; did you mean exchange-online?",
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
            "source":"A","authority":"newest"  | rules[0].authority is "newest", which comes with a later version; it is cloud or directory.
            "source":"A","authority":"manual"  | rules[0].authority is "manual", which comes with a later version; it is cloud or directory.
            "source":"A","drift":"repair"      | rules[0].drift is "repair", which comes with a later version; drift is reported.
            "source":"A","drift":"mend"        | rules[0].drift is not known; known are: report, repair, accept.
            "expression":"ToUpper([A])"        | rules[0].expression comes with a later version; name a source instead.
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
            {"name":"x","extends":"exchange-online-extended"} | extends is "exchange-online-extended", which comes with a later version; extend exchange-online.
            """)
    void a_document_of_another_shape_is_refused(String document, String problem) {
        assertThat(problems(document)).containsExactly(problem);
    }

    @Test
    void built_in_profiles_are_found_by_name() {
        assertThat(ProfileJson.builtIn("exchange-online")).contains(Profile.exchangeOnline());
        assertThat(ProfileJson.builtIn("other")).isEmpty();
        assertThatThrownBy(() -> ProfileJson.builtIn("exchange-online-extended"))
                .isInstanceOf(InvalidProfileException.class)
                .hasMessageContaining("comes with a later version");
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
