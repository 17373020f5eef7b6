package dev.writeback.testkit.arbitrary;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Addresses of every kind that lists of addresses hold. */
final class Addresses {

    private static final Arbitrary<String> DOMAINS = Arbitraries.of(
            "x.example", "y.example", "mail.x.example", "corp.onmicrosoft.com", "xn--mnchen-3ya.example");

    private static final List<String> WRONG = List.of(
            "a@x.example",
            "smtp:",
            ":",
            ":a@x.example",
            "smtp:a",
            "smtp:@x.example",
            "smtp:a@",
            "smtp:a@@x.example",
            "smtp:a@x",
            "smtp:a@-x.example",
            "smtp:a..b@x.example",
            "smtp:.a@x.example",
            "smtp:a@x.example.",
            "smtp:a b@x.example",
            "smtp:<a@x.example>",
            "smtp:smtp:a@x.example",
            "sMtP:a@x.example",
            "ſmtp:a@x.example",
            "SMTP:ı@x.example",
            "SMTP:İ@x.example",
            "smtp:a@münchen.example",
            "smtp:a@x.example\0",
            "smtp:a@x.local",
            "smtp:" + "a".repeat(300) + "@x.example",
            "x500:/o=A/cn=*)(mail=*",
            "X500:",
            "MRS:0",
            "smtp :a@x.example");

    private Addresses() {}

    /** Addresses in this mood. */
    static Arbitrary<Address> of(Mood mood) {
        return mood.of(ordinary(), hostile()).map(Address::new);
    }

    private static Arbitrary<String> ordinary() {
        Arbitrary<String> mail = Combinators.combine(mailboxes(), DOMAINS).as((name, domain) -> name + "@" + domain);
        return Arbitraries.oneOf(
                mail.map("smtp:"::concat),
                mail.map("SMTP:"::concat),
                mailboxes().map("X500:/o=Example/ou=Exchange Administrative Group/cn=Recipients/cn="::concat),
                mail.map("SIP:"::concat),
                mailboxes().map(name -> "SPO:SPO_%s@SPO_x".formatted(name)),
                mailboxes().map(name -> "EUM:%s;phone-context=plan.x.example".formatted(name)),
                mailboxes().map(name -> "X400:C=US;A= ;P=Example;O=Exchange;S=%s;".formatted(name)));
    }

    private static Arbitrary<String> mailboxes() {
        return Combinators.combine(Arbitraries.of("a", "b", "ada", "al"), Arbitraries.of("", ".l", "-2", "+tag", "A"))
                .as(String::concat);
    }

    private static Arbitrary<String> hostile() {
        Arbitrary<String> texts = Texts.of(Mood.HOSTILE);
        return Arbitraries.oneOf(
                Arbitraries.of(WRONG),
                texts,
                texts.map("smtp:"::concat),
                texts.map(text -> "SMTP:a@" + text),
                texts.map("X500:/o="::concat),
                texts.map("SIP:"::concat));
    }
}
