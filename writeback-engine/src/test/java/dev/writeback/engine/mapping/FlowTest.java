package dev.writeback.engine.mapping;

import static dev.writeback.engine.planning.Samples.cloud;
import static dev.writeback.engine.planning.Samples.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.expression.Expression;
import dev.writeback.engine.planning.Samples;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.plan.Omission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowTest {

    private static final Rule SINGLE = Rule.of("extensionAttribute1", "CustomAttribute1");
    private static final Rule ADDRESSES = Rule.of("proxyAddresses", "EmailAddresses");
    private static final Rule DELEGATES = Rule.of("publicDelegates", "GrantSendOnBehalfTo");
    private static final AttributeValue BEN = new AttributeValue.Reference(CloudObjectId.of("ben"));
    private static final Circumstances KNOWS_BEN =
            Circumstances.plain().with(object -> new Resolution.Resolved(Dn.of("CN=Ben,DC=corp,DC=example")));

    private static Flow flow(Rule rule) {
        return Profile.builder("one").rule(rule).build().flows().get(0);
    }

    private static CloudObject then(CloudObject object, long version, String name, List<AttributeValue> values) {
        return object.join(CloudChange.update(Samples.ID, version, List.of(), Map.of(AttributeName.of(name), values)));
    }

    @Test
    void values_that_flow_as_they_are_are_known_as_stated_without_a_mapping() {
        assertThat(flow(SINGLE).isStatedAs(cloud("CustomAttribute1", "x"), texts("x")))
                .isTrue();
        assertThat(flow(SINGLE).isStatedAs(cloud("CustomAttribute1", "x"), texts("y")))
                .isFalse();
        assertThat(flow(SINGLE).isStatedAs(cloud(), texts("x"))).isFalse();
    }

    @Test
    void what_is_translated_computed_or_follows_another_attribute_is_never_taken_as_stated() {
        CloudObject object = cloud("CustomAttribute1", "x", "EmailAddresses", "SMTP:a@x.example");

        assertThat(flow(ADDRESSES).isStatedAs(object, texts("SMTP:a@x.example")))
                .isFalse();
        assertThat(flow(SINGLE.withPrimaryOf("EmailAddresses")).isStatedAs(object, texts("x")))
                .isFalse();
        assertThat(flow(Rule.computed("extensionAttribute1", Expression.parse("[CustomAttribute1]", List.of())))
                        .isStatedAs(object, texts("x")))
                .isFalse();
    }

    @Test
    void an_empty_statement_is_left_to_the_rule_which_may_not_clear() {
        assertThat(flow(SINGLE).isStatedAs(cloud("CustomAttribute1", null), List.of()))
                .isFalse();
    }

    @Test
    void its_statement_is_the_newest_of_those_that_it_reads() {
        Flow flow = flow(SINGLE.withPrimaryOf("EmailAddresses"));
        CloudObject object = then(cloud("CustomAttribute1", "x"), 2, "EmailAddresses", texts("SMTP:a@x.example"));

        assertThat(flow.statement(object).orElseThrow().value()).isEqualTo(texts("SMTP:a@x.example"));
        assertThat(flow.statement(then(object, 3, "CustomAttribute1", texts("y")))
                        .orElseThrow()
                        .value())
                .isEqualTo(texts("y"));
        assertThat(flow.statement(cloud("CustomAttribute2", "other"))).isEmpty();
    }

    @Test
    void what_the_cloud_stated_once_is_known_in_the_directorys_terms() {
        CloudObject addresses = then(
                cloud("EmailAddresses", texts("smtp:A@x.example", "SMTP:b@x.example")),
                2,
                "EmailAddresses",
                texts("SMTP:b@x.example"));
        CloudObject delegates = then(cloud("GrantSendOnBehalfTo", List.of(BEN)), 2, "GrantSendOnBehalfTo", List.of());
        CloudObject type = then(cloud("CustomAttribute1", "x"), 2, "CustomAttribute1", texts("y"));

        assertThat(flow(ADDRESSES).former(addresses, Circumstances.plain()))
                .isEqualTo(identities(ADDRESSES, texts("smtp:a@x.example")));
        assertThat(flow(DELEGATES).former(delegates, KNOWS_BEN))
                .isEqualTo(identities(DELEGATES, texts("cn=ben,dc=corp,dc=example")));
        assertThat(flow(SINGLE).former(type, Circumstances.plain())).isEqualTo(identities(SINGLE, texts("X")));
    }

    @Test
    void nothing_is_known_to_be_former_of_what_was_stated_once_and_for_all_or_is_computed() {
        CloudObject object = then(cloud("CustomAttribute1", "x"), 2, "CustomAttribute1", texts("y"));
        Rule computed = Rule.computed("extensionAttribute1", Expression.parse("[CustomAttribute1]", List.of()));

        assertThat(flow(SINGLE).former(cloud("CustomAttribute1", "x"), Circumstances.plain()))
                .isEmpty();
        assertThat(flow(computed).former(object, Circumstances.plain())).isEmpty();
        assertThat(flow(Rule.of("extensionAttribute2", "CustomAttribute2")).former(object, Circumstances.plain()))
                .isEmpty();
    }

    private static Set<Object> identities(Rule rule, List<AttributeValue> values) {
        return Set.copyOf(values.stream().map(flow(rule).syntax()::identity).toList());
    }

    @Test
    void it_says_why_its_target_cannot_hold_values() {
        assertThat(flow(SINGLE).misfit(texts("a"))).isEmpty();
        assertThat(flow(SINGLE).misfit(List.of())).isEmpty();
        assertThat(flow(SINGLE).misfit(texts("a", "b"))).contains("it takes one value.");
        assertThat(flow(SINGLE).misfit(texts("x".repeat(1025))))
                .contains("a value is of the wrong type, too long or out of range.");
        assertThat(flow(Rule.of("msExchExtensionCustomAttribute1", "ExtensionCustomAttribute1"))
                        .misfit(texts("a", "b")))
                .isEmpty();
        assertThat(flow(ADDRESSES).misfit(texts("SMTP:a@x.example", "smtp:b@x.example")))
                .isEmpty();
        assertThat(flow(ADDRESSES).misfit(List.of())).isEmpty();
        assertThat(flow(ADDRESSES).misfit(texts("smtp:a@x.example")))
                .contains("it holds exactly one primary address, not 0.");
        assertThat(flow(ADDRESSES).misfit(texts("SMTP:a@x.example", "SMTP:b@x.example")))
                .contains("it holds exactly one primary address, not 2.");
    }

    @Test
    void it_knows_links_and_what_may_refer_to_other_objects() {
        Rule computed = Rule.computed("extensionAttribute1", Expression.parse("[CustomAttribute1]", List.of()));

        assertThat(flow(DELEGATES).isLinked()).isTrue();
        assertThat(flow(SINGLE).isLinked()).isFalse();
        assertThat(flow(DELEGATES).mayRefer()).isTrue();
        assertThat(flow(computed).mayRefer()).isTrue();
        assertThat(flow(SINGLE).mayRefer()).isFalse();
    }

    @Test
    void only_addresses_that_flow_may_be_removed() {
        assertThat(flow(ADDRESSES).mayRemove(AttributeValue.text("smtp:a@x.example"), Circumstances.plain()))
                .isTrue();
        assertThat(flow(ADDRESSES).mayRemove(AttributeValue.text("X500:/o=Org/cn=a"), Circumstances.plain()))
                .isFalse();
        assertThat(flow(SINGLE).mayRemove(AttributeValue.text("x"), Circumstances.plain()))
                .isTrue();
    }

    @Test
    void what_waits_for_another_object_is_a_part_of_it() {
        Mapped known = flow(DELEGATES).map(cloud("GrantSendOnBehalfTo", List.of(BEN)), KNOWS_BEN);
        Mapped waiting = flow(DELEGATES).map(cloud("GrantSendOnBehalfTo", List.of(BEN)), Circumstances.plain());

        assertThat(known.isPartial()).isFalse();
        assertThat(waiting.isPartial()).isTrue();
        assertThat(waiting.omissions()).hasOnlyElementsOfType(Omission.Unresolved.class);
    }

    @Test
    void a_value_of_another_kind_than_the_target_takes_is_invalid() {
        AttributeValue number = AttributeValue.whole(17);

        assertThat(flow(ADDRESSES).map(cloud("EmailAddresses", number), Circumstances.plain()))
                .isEqualTo(new Mapped.Invalid("proxyAddresses takes addresses, which are text."));
        assertThat(flow(Rule.of("mail", "WindowsEmailAddress"))
                        .map(cloud("WindowsEmailAddress", number), Circumstances.plain()))
                .isEqualTo(new Mapped.Invalid("mail takes text."));
        assertThat(flow(Rule.of("msExchExtensionCustomAttribute1", "ExtensionCustomAttribute1"))
                        .map(cloud("ExtensionCustomAttribute1", List.of("a", "b\u0000")), Circumstances.plain()))
                .isInstanceOf(Mapped.Invalid.class);
    }

    @Test
    void an_address_that_is_stated_twice_is_primary_if_it_is_so_once() {
        for (List<AttributeValue> stated :
                List.of(texts("smtp:a@x.example", "SMTP:A@x.example"), texts("SMTP:A@x.example", "smtp:a@x.example"))) {
            assertThat(flow(ADDRESSES).map(cloud("EmailAddresses", stated), Circumstances.plain()))
                    .isEqualTo(new Mapped.Values(texts("SMTP:A@x.example")));
        }
    }

    @Test
    void values_that_are_one_are_taken_once_however_many_there_are() {
        List<AttributeValue> stated = texts("a", "A", "b", "c", "d", "e", "f", "g", "h", "i", "H", "j", "J", "b");

        assertThat(flow(Rule.of("msExchExtensionCustomAttribute1", "ExtensionCustomAttribute1"))
                        .map(cloud("ExtensionCustomAttribute1", stated), Circumstances.plain()))
                .isEqualTo(new Mapped.Values(texts("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")));
    }
}
