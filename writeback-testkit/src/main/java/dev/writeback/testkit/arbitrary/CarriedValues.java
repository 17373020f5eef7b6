package dev.writeback.testkit.arbitrary;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.testkit.arbitrary.CarriedAttribute.Arity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What cloud and directory say of attributes; few values, so that both sides often say the same. */
final class CarriedValues {

    private static final int MOST = 3;
    /** Short enough for any text of a person. */
    private static final Arbitrary<String> WORDS = Arbitraries.of(
            "a", "b", "c", "A", "R&D", "ı", "ﬁ", "\ud83d\ude00", "*)(cn=*", "\"},{\"", "a,DC=x", "x".repeat(64));

    private CarriedValues() {}

    static CarriedAttribute texts(String cloud, String directory, Arity arity) {
        Arbitrary<List<AttributeValue>> held = list(WORDS, arity);
        return new CarriedAttribute(
                AttributeName.of(cloud),
                AttributeName.of(directory),
                AttributeSyntax.CASE_IGNORE,
                arity,
                mailbox -> held,
                mailbox -> held);
    }

    /** The kind of a mailbox, which is a name in the cloud and a number in the directory. */
    static CarriedAttribute type(String directory, AttributeSyntax syntax, String... numbers) {
        return new CarriedAttribute(
                AttributeName.of("RecipientTypeDetails"),
                AttributeName.of(directory),
                syntax,
                Arity.ONE,
                mailbox -> Arbitraries.of("UserMailbox", "SharedMailbox", "RoomMailbox")
                        .map(CarriedValues::one),
                mailbox -> Arbitraries.of(numbers).map(CarriedValues::one));
    }

    static CarriedAttribute mail(String cloud, String directory, List<String> domains) {
        return new CarriedAttribute(
                AttributeName.of(cloud),
                AttributeName.of(directory),
                AttributeSyntax.CASE_IGNORE,
                Arity.ONE,
                mailbox -> mail(mailbox, domains).map(CarriedValues::one),
                mailbox -> mail(mailbox, domains).map(CarriedValues::one));
    }

    /** Addresses of which one is the primary one; no two mailboxes ever have one and the same. */
    static CarriedAttribute addresses(String cloud, String directory, List<String> domains) {
        return new CarriedAttribute(
                AttributeName.of(cloud),
                AttributeName.of(directory),
                AttributeSyntax.ADDRESS,
                Arity.MANY,
                mailbox -> smtp(mail(mailbox, domains), Arbitraries.just(List.of())),
                mailbox -> smtp(
                        mail(mailbox, domains),
                        Arbitraries.of(List.of(), List.of("X500:/o=x/cn=" + mailbox.number()))));
    }

    private static Arbitrary<List<AttributeValue>> smtp(Arbitrary<String> mail, Arbitrary<List<String>> others) {
        Arbitrary<List<String>> mails = mail.list().ofMinSize(1).ofMaxSize(MOST).uniqueElements();
        return Combinators.combine(mails, others).as((some, more) -> {
            List<AttributeValue> all = new ArrayList<>();
            some.forEach(it -> all.add(AttributeValue.text((all.isEmpty() ? "SMTP:" : "smtp:") + it)));
            more.forEach(it -> all.add(AttributeValue.text(it)));
            return all;
        });
    }

    private static Arbitrary<String> mail(NumberedMailbox mailbox, List<String> domains) {
        return Combinators.combine(Arbitraries.of("a", "b", "c", "d"), Arbitraries.of(domains))
                .as((name, domain) -> name + mailbox.number() + "@" + domain);
    }

    private static Arbitrary<List<AttributeValue>> list(Arbitrary<String> texts, Arity arity) {
        return texts.map(AttributeValue::text)
                .list()
                .ofMaxSize(arity == Arity.ONE ? 1 : MOST)
                .uniqueElements(AttributeSyntax.CASE_IGNORE::identity);
    }

    private static List<AttributeValue> one(String text) {
        return Stream.of(text).map(AttributeValue::text).toList();
    }
}
