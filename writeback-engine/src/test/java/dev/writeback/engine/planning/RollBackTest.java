package dev.writeback.engine.planning;

import static dev.writeback.engine.planning.Samples.cloud;
import static dev.writeback.engine.planning.Samples.entry;
import static dev.writeback.engine.planning.Samples.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.expression.Expression;
import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Clearing;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.engine.merge.Pass;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Plan;
import dev.writeback.plan.RollBack;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a roll-back to on-premises management would overwrite in the cloud. */
class RollBackTest {

    @Test
    void nothing_where_both_sides_hold_the_same() {
        assertThat(overwritten(
                        cloud(
                                "CustomAttribute1",
                                "x",
                                "EmailAddresses",
                                List.of("SMTP:a@x.example", "smtp:b@x.example")),
                        entry(
                                "extensionAttribute1",
                                "x",
                                "proxyAddresses",
                                List.of("smtp:b@x.example", "SMTP:a@x.example"),
                                "mail",
                                "a@x.example")))
                .isEmpty();
    }

    @Test
    void the_clouds_value_goes_where_the_directory_has_another_or_none() {
        assertThat(overwritten(
                        cloud("CustomAttribute1", "cloud", "CustomAttribute2", "cloud", "CustomAttribute3", null),
                        entry("extensionAttribute1", "local", "extensionAttribute3", "local")))
                .containsExactly(
                        change("extensionAttribute1", "CustomAttribute1", texts("cloud"), texts("local")),
                        change("extensionAttribute2", "CustomAttribute2", texts("cloud"), List.of()),
                        change("extensionAttribute3", "CustomAttribute3", List.of(), texts("local")));
    }

    @Test
    void what_the_cloud_does_not_state_is_not_known_to_be_overwritten() {
        assertThat(overwritten(cloud(), entry("extensionAttribute1", "local"))).isEmpty();
    }

    @Test
    void an_attribute_of_the_directorys_authority_is_overwritten_too() {
        Profile profile =
                profile(Rule.of("extensionAttribute1", "CustomAttribute1").withAuthority(Authority.DIRECTORY));

        assertThat(back(profile, cloud("CustomAttribute1", "cloud"), entry("extensionAttribute1", "local"))
                        .overwritten())
                .containsExactly(change("extensionAttribute1", "CustomAttribute1", texts("cloud"), texts("local")));
    }

    @Test
    void a_value_that_a_rule_keeps_fills_what_the_cloud_left_empty() {
        Profile profile =
                profile(Rule.of("extensionAttribute1", "CustomAttribute1").withClearing(Clearing.HELD_BACK));

        assertThat(back(profile, cloud("CustomAttribute1", null), entry("extensionAttribute1", "local"))
                        .overwritten())
                .containsExactly(change("extensionAttribute1", "CustomAttribute1", List.of(), texts("local")));
    }

    @Test
    void a_value_that_cannot_be_written_is_lost_all_the_same() {
        String tooLong = "x".repeat(5000);

        assertThat(overwritten(cloud("CustomAttribute1", tooLong), entry("extensionAttribute1", "local")))
                .containsExactly(change("extensionAttribute1", "CustomAttribute1", texts(tooLong), texts("local")));
    }

    @Test
    void addresses_that_a_policy_keeps_apart_are_lost_on_the_one_side_and_come_on_the_other() {
        assertThat(overwritten(
                        cloud("EmailAddresses", List.of("SMTP:a@x.example", "smtp:a@t.onmicrosoft.com", "SPO:SPO_1")),
                        entry(
                                "proxyAddresses",
                                List.of("SMTP:a@x.example", "X500:/o=Old/cn=a"),
                                "mail",
                                "a@x.example")))
                .containsExactly(change(
                        "proxyAddresses",
                        "EmailAddresses",
                        texts("SMTP:a@x.example", "smtp:a@t.onmicrosoft.com", "SPO:SPO_1"),
                        texts("SMTP:a@x.example", "X500:/o=Old/cn=a")));
    }

    @Test
    void another_primary_address_is_overwritten() {
        assertThat(overwritten(
                        cloud("EmailAddresses", List.of("SMTP:a@x.example", "smtp:b@x.example")),
                        entry(
                                "proxyAddresses",
                                List.of("smtp:a@x.example", "SMTP:b@x.example"),
                                "mail",
                                "a@x.example")))
                .extracting(RollBack.Overwritten::attribute)
                .containsExactly(AttributeName.of("proxyAddresses"));
    }

    @Test
    void the_acl_bit_of_a_recipient_type_means_the_same() {
        assertThat(overwritten(
                        cloud("RecipientTypeDetails", "UserMailbox"),
                        entry("msExchRecipientDisplayType", "-1073741818", "msExchRecipientTypeDetails", "2147483648")))
                .isEmpty();
    }

    @Test
    void another_recipient_type_is_overwritten_and_shown_in_the_directorys_terms() {
        assertThat(overwritten(
                        cloud("RecipientTypeDetails", "SharedMailbox"),
                        entry("msExchRecipientDisplayType", "-1073741818", "msExchRecipientTypeDetails", "2147483648")))
                .extracting(RollBack.Overwritten::attribute)
                .contains(AttributeName.of("msExchRecipientTypeDetails"));
    }

    @Test
    void values_that_are_not_to_be_seen_are_not_shown() {
        Profile profile = profile(
                Rule.computed("extensionAttribute1", Expression.parse("Redact([CustomAttribute1])", List.of())));

        RollBack back = back(profile, cloud("CustomAttribute1", "secret"), entry("extensionAttribute1", "hidden"));

        assertThat(back.overwritten()).hasSize(1);
        assertThat(back.toString()).doesNotContain("secret", "hidden");
    }

    @Test
    void of_what_was_agreed_apart_the_clouds_value_is_lost_too() {
        Planner planner = new Planner(Profile.exchangeOnline());
        CloudObject object = cloud("CustomAttribute1", "cloud");
        DirectoryEntry written = entry("extensionAttribute1", "cloud");
        Baseline agreed =
                planner.agreed(planner.plan(object, written, Baseline.none(), Circumstances.plain()), Baseline.none());
        DirectoryEntry drifted = entry("extensionAttribute1", "local");

        Plan plan = planner.plan(Pass.CHANGES, object, drifted, agreed, Circumstances.plain());

        assertThat(planner.rollBack(plan, object).overwritten()).hasSize(1);
    }

    private static Profile profile(Rule rule) {
        return Profile.builder("test").rule(rule).build();
    }

    private static List<RollBack.Overwritten> overwritten(CloudObject object, DirectoryEntry entry) {
        return back(Profile.exchangeOnline(), object, entry).overwritten();
    }

    private static RollBack back(Profile profile, CloudObject object, DirectoryEntry entry) {
        Planner planner = new Planner(profile);
        Plan plan = planner.plan(Pass.RECONCILIATION, object, entry, Baseline.none(), Circumstances.plain());
        return planner.rollBack(plan, object);
    }

    private static RollBack.Overwritten change(
            String attribute, String source, List<AttributeValue> cloud, List<AttributeValue> directory) {
        return new RollBack.Overwritten(AttributeName.of(attribute), source, cloud, directory);
    }
}
