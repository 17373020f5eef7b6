package dev.writeback.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.expression.Expression;
import dev.writeback.model.AttributeName;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Rule SINGLE = Rule.of("extensionAttribute1", "CustomAttribute1");
    private static final String CLEARS =
            " An empty value clears the attribute, which counts as destructive; one that is not stated leaves it alone.";

    private static Explanation of(Rule rule) {
        return Profile.builder("one").rule(rule).build().explain(rule.target()).get(0);
    }

    private static Explanation unwritten(String name) {
        return Explanation.unwritten(AttributeName.of(name)).get(0);
    }

    @Test
    void it_says_who_wins() {
        assertThat(of(SINGLE).winner()).isEqualTo("The cloud wins." + CLEARS);
        assertThat(of(SINGLE.withAuthority(Authority.NEWEST)).winner())
                .isEqualTo("Where both sides changed it, the change that is newer wins." + CLEARS);
        assertThat(of(SINGLE.withAuthority(Authority.MANUAL)).winner())
                .isEqualTo("Where both sides changed it, a person decides." + CLEARS);
        assertThat(of(SINGLE.withAuthority(Authority.resolver("hr"))).winner())
                .isEqualTo("Where both sides changed it, the resolver 'hr' decides." + CLEARS);
        assertThat(of(SINGLE.withAuthority(Authority.DIRECTORY)).winner())
                .isEqualTo("The directory wins: its value is never changed, and reported where the cloud's differs.");
    }

    @Test
    void it_says_what_becomes_of_an_empty_value_of_drift_and_of_the_first_contact() {
        assertThat(of(SINGLE.withClearing(Clearing.HELD_BACK)).winner())
                .isEqualTo("The cloud wins. An empty value does not clear the attribute, and is reported;"
                        + " one that is not stated leaves it alone.");
        assertThat(of(SINGLE.withDrift(Drift.REPAIR)).winner())
                .endsWith(CLEARS + " What only the directory changed is repaired as soon as it is seen.");
        assertThat(of(SINGLE.withDrift(Drift.ACCEPT)).winner())
                .endsWith(CLEARS + " What only the directory changed is accepted.");
        assertThat(of(SINGLE.withFirstContact(FirstContact.CLOUD)).winner())
                .endsWith(CLEARS + " At the first contact its values replace all that the directory has.");
        assertThat(of(SINGLE.withFirstContact(FirstContact.DIRECTORY)).winner())
                .endsWith(CLEARS + " At the first contact the directory's values stay where it has any.");
    }

    @Test
    void it_says_how_a_value_gets_to_the_directory() {
        Rule addresses = Rule.of("proxyAddresses", "EmailAddresses")
                .withAddresses(AddressPolicies.standard().withX500From("LegacyExchangeDN"));

        assertThat(of(SINGLE).translation()).isEqualTo("The value flows as it is.");
        assertThat(of(SINGLE.withPrimaryOf("EmailAddresses")).translation())
                .isEqualTo("The value flows as it is."
                        + " It follows the primary address of EmailAddresses where that was stated later.");
        assertThat(of(Rule.computed("extensionAttribute1", Expression.parse("[Title]", List.of())))
                        .translation())
                .isEqualTo("The expression is evaluated for each cloud object. The value flows as it is.");
        assertThat(of(addresses).translation())
                .startsWith("Addresses, one of them primary.")
                .endsWith(" LegacyExchangeDN is added as an X500 address.");
    }

    @Test
    void it_says_what_the_directory_requires() {
        assertThat(unwritten("proxyAddresses").facts().requirement())
                .isEqualTo("proxyAddresses in the directory's schema: any number of values of syntax ADDRESS,"
                        + " from 1 to 1123; indexed; not in the global catalogue.");
        assertThat(unwritten("publicDelegates").facts().requirement())
                .isEqualTo("publicDelegates in the directory's schema: any number of values of syntax DN;"
                        + " a link (linkID 14); not indexed; in the global catalogue.");
        assertThat(unwritten("memberOf").facts().requirement()).contains("; a back link (linkID 3)");
        assertThat(unwritten("msExchModeratedByLink").facts().requirement()).endsWith("; a link.");
        assertThat(unwritten("mail").facts().requirement())
                .contains("one value of syntax CASE_IGNORE")
                .doesNotContain("link");
    }

    @Test
    void it_says_what_microsoft_does_with_it() {
        assertThat(unwritten("mail").facts().microsoft())
                .isEqualTo("Microsoft's writeback of cloud-managed mailboxes writes it.");
        assertThat(unwritten("publicDelegates").facts().microsoft())
                .isEqualTo("Microsoft's older Exchange hybrid writeback writes it.");
        assertThat(unwritten("memberOf").facts().microsoft()).isEqualTo("Microsoft does not write it back.");
        assertThat(unwritten("mail").facts().move()).isEqualTo("Its authority moves to the cloud with the mailbox.");
        assertThat(unwritten("memberOf").facts().move()).isNotBlank();
    }

    @Test
    void it_advises_what_to_do_with_an_attribute_that_is_not_written() {
        assertThat(unwritten("adminCount").remarks()).containsExactly("No profile may write it.");
        assertThat(unwritten("mail").remarks())
                .containsExactly("A rule for it looks like {\"target\": \"mail\", \"source\": \"WindowsEmailAddress\"}."
                        + " The built-in profile exchange-online has one.");
        assertThat(unwritten("uSNChanged").remarks())
                .containsExactly(
                        "A rule for it looks like {\"target\": \"uSNChanged\", \"source\": \"CloudAttribute\"}.");
    }

    @Test
    void an_attribute_that_nobody_writes_is_found_by_either_of_its_names_and_has_no_rule() {
        assertThat(Explanation.unwritten(AttributeName.of("windowsemailaddress")))
                .singleElement()
                .satisfies(explanation -> {
                    assertThat(explanation.target()).isEqualTo(AttributeName.of("mail"));
                    assertThat(explanation.rule()).isEmpty();
                });
        assertThat(Explanation.unwritten(AttributeName.of("nobodyKnowsIt"))).isEmpty();
        assertThat(of(SINGLE).rule()).contains(SINGLE);
    }
}
