package dev.writeback.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.Dn;
import dev.writeback.model.Stated;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Status;
import dev.writeback.spi.EntryWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.RandomGenerator;

/** What parameters with {@code @ForAll} and the words beside it get. */
class MoodsProperties {

    private static final String ORDINARY_ADDRESS = "(?i)(smtp|sip):[a-z.+2-]+@[a-z0-9.-]+|(x500|spo|eum|x400):.+";

    @Property(tries = 200)
    void ordinary_values_are_what_an_organization_has(
            @ForAll @Ordinary AttributeValue value, @ForAll @Ordinary Address address, @ForAll @Ordinary Dn dn) {
        assertThat(value.toString()).hasSizeLessThan(64).doesNotContain("\0", "*", "\u202e");
        assertThat(address.text()).matches(ORDINARY_ADDRESS);
        assertThat(dn.value()).endsWith("DC=example");
    }

    @Property(tries = 100)
    void values_of_a_syntax_fit_it(
            @ForAll @Fitting(AttributeSyntax.DN) AttributeValue name,
            @ForAll @Hostile @Fitting(AttributeSyntax.INTEGER) AttributeValue number,
            @ForAll List<@Fitting(AttributeSyntax.BOOLEAN) AttributeValue> flags,
            @ForAll @Fitting(AttributeSyntax.OCTETS) AttributeValue octets) {
        assertThat(Dn.isValid(name.toString())).isTrue();
        assertThat(Integer.toString(Integer.parseInt(number.toString()))).isEqualTo(number.toString());
        assertThat(flags).allMatch(flag -> flag.toString().matches("TRUE|FALSE"));
        assertThat(octets).isInstanceOf(AttributeValue.Octets.class);
    }

    @Property(tries = 100)
    void parts_of_a_value_agree(
            @ForAll Status status,
            @ForAll Plan plan,
            @ForAll AttributeDecision decision,
            @ForAll EntryWrite write,
            @ForAll CloudChange.Update update,
            @ForAll CloudObject object,
            @ForAll Stated<List<Anchor>> stated) {
        status.plan().ifPresent(it -> assertThat(status.object()).contains(it.object()));
        assertThat(plan.modifications().isEmpty()).isEqualTo(!plan.writes());
        assertThat(decision.writes()).isEqualTo(!decision.result().equals(decision.directory()));
        assertThat(write.values()).isPositive();
        assertThat(CloudObject.of(update).id()).isEqualTo(update.id());
        assertThat(object.join(object)).isEqualTo(object);
        assertThat(stated.value()).allMatch(anchor -> anchor.kind() != null);
    }

    @Example
    void hostile_values_try_every_way_to_break_something() {
        List<String> texts = sample(AttributeValue.Text.class, Mood.HOSTILE, 4_000);
        assertSeen(texts, "halves of characters", text -> text.matches("(?s).*\\ud800(?![\\udc00-\\udfff]).*"));
        assertSeen(texts, "zero characters", text -> text.indexOf(0) >= 0);
        assertSeen(texts, "the dotless i", text -> text.contains("ı"));
        assertSeen(texts, "ligatures", text -> text.contains("ﬁ"));
        assertSeen(texts, "a filter", text -> text.contains("*)("));
        assertSeen(texts, "a name", text -> text.contains(",DC="));
        assertSeen(texts, "a record of LDIF", text -> text.contains("\ndn:"));
        assertSeen(texts, "JSON", text -> text.contains("\"},{\""));
        assertSeen(texts, "a turn to the left", text -> text.contains("\u202e"));
        assertSeen(texts, "numbers that no computer holds", text -> text.matches("9{400}"));
        assertSeen(texts, "a megabyte", text -> text.length() >= 1 << 20);
        List<String> addresses = sample(Address.class, Mood.HOSTILE, 2_000);
        assertSeen(addresses, "two prefixes", text -> text.startsWith("smtp:smtp:"));
        assertSeen(addresses, "no prefix", text -> text.equals("a@x.example"));
        List<String> names = sample(Dn.class, Mood.HOSTILE, 2_000);
        assertSeen(names, "an escaped comma", text -> text.contains("\\,"));
    }

    @Example
    void every_kind_of_address_comes_and_mixed_values_are_mostly_ordinary() {
        List<String> addresses = sample(Address.class, Mood.MIXED, 2_000);
        for (String prefix : List.of("SMTP:", "smtp:", "X500:", "SIP:", "SPO:", "EUM:", "X400:")) {
            assertSeen(addresses, prefix, text -> text.startsWith(prefix));
        }
        assertThat(addresses.stream()
                        .filter(text -> text.matches(ORDINARY_ADDRESS))
                        .count())
                .isBetween(1_500L, 1_990L);
    }

    private static void assertSeen(List<String> texts, String what, Predicate<String> is) {
        assertThat(texts.stream().anyMatch(is)).as(what).isTrue();
    }

    private static List<String> sample(Class<?> type, Mood mood, int number) {
        Random random = new Random(11);
        RandomGenerator<?> values = new Derivation(mood).of(type).generator(1000);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            all.add(values.next(random).value().toString());
        }
        return all;
    }
}
