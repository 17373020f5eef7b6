package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.SinkCall.ADDRESSES;
import static dev.writeback.testkit.contract.SinkCall.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeValue;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.AddressHolder;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.HolderOutcome;
import dev.writeback.spi.HolderRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a {@link DirectorySink} must do that tells who has an address. A test of such a sink extends it beside {@link
 * DirectorySinkContract}; one that answers {@link HolderOutcome.CannotTell} has nothing to prove.
 */
public abstract class HoldersContract {

    private DirectoryUnderTest directory;
    private DirectorySink sink;
    private ObjectGuid ada;
    private String suffix;

    /** For those who extend it. */
    protected HoldersContract() {}

    /** A directory for one test. */
    protected abstract DirectoryUnderTest open();

    @BeforeEach
    void addAnEntryWithAddresses() {
        directory = open();
        sink = directory.sink();
        ada = directory.add("ada");
        // A directory may be shared with other tests, which have addresses too.
        suffix = ada.toString().substring(0, 8) + ".test";
        directory.set(ada, ADDRESSES, texts("SMTP:Ada@" + suffix, "smtp:al@" + suffix, "X500:/o=x/cn=ada" + suffix));
        directory.add("bob");
    }

    @AfterEach
    void closeDirectory() {
        directory.close();
    }

    @Test
    void who_has_an_address_is_told_whatever_its_case() {
        assertThat(guids("smtp:ada@" + suffix))
                .as("who has an address that is asked for in small letters; unseen, two mailboxes get one address")
                .containsExactly(ada);
        assertThat(guids("SMTP:AL@" + suffix.toUpperCase(Locale.ROOT)))
                .as("who has an address that is asked for in capitals")
                .containsExactly(ada);
        assertThat(guids("x500:/O=X/cn=ada" + suffix))
                .as("who has an address of another kind")
                .containsExactly(ada);
    }

    @Test
    void the_values_of_a_holder_are_told_as_they_are_spelled() {
        List<AddressHolder> holders = holders("smtp:ada@" + suffix);
        assertThat(holders).as("who has an address of one entry").hasSize(1);
        AddressHolder holder = holders.get(0);
        assertThat(holder.addresses().get(ADDRESSES))
                .as("the addresses of a holder, from which it follows which of those asked for it has")
                .contains(AttributeValue.text("SMTP:Ada@" + suffix));
        assertThat(holder.entry().dn().value()).as("what a person knows it by").isNotBlank();
    }

    @Test
    void an_address_that_nobody_has_has_no_holder_and_neither_has_nothing() {
        assertThat(guids("smtp:nobody@" + suffix))
                .as("who has an address that nobody has")
                .isEmpty();
        assertThat(guids()).as("who has none of no addresses").isEmpty();
    }

    @Test
    void whoever_has_it_as_mail_has_it_without_its_prefix() {
        ObjectGuid eve = directory.add("eve");
        directory.set(eve, SinkCall.MAIL, texts("Eve@" + suffix));
        assertThat(guids("smtp:eve@" + suffix))
                .as("who has an address that one entry has as its mail alone; mail is delivered there all the same")
                .containsExactly(eve);
    }

    @Test
    void an_address_is_compared_and_never_read_as_a_pattern() {
        for (String hostile : List.of(
                "smtp:*",
                "smtp:*@" + suffix,
                "smtp:x)(objectClass=*",
                "smtp:x)(|(proxyAddresses=*",
                "smtp:ada@" + suffix + "\\2a",
                "smtp:\\00",
                "smtp:\u0000",
                "*")) {
            assertThat(guids(hostile))
                    .as("who has the address %s; a pattern would hold back, or tell, other people's addresses", hostile)
                    .isEmpty();
        }
    }

    @Test
    void many_are_asked_for_at_once() {
        Set<String> many = new LinkedHashSet<>();
        for (int i = 0; i < 700; i++) {
            many.add("smtp:user" + i + "@" + suffix);
        }
        many.add("smtp:al@" + suffix);
        assertThat(guids(many.toArray(String[]::new)))
                .as("who has any of 701 addresses")
                .containsExactly(ada);
    }

    @Test
    void a_directory_that_cannot_be_reached_is_a_result_and_no_exception() {
        try (DirectorySink unreachable = directory.unreachable()) {
            assertThat(unreachable.holders(new HolderRequest(Set.of("smtp:ada@" + suffix))))
                    .as("the outcome; told that nobody has it, the engine would write it twice")
                    .isInstanceOf(HolderOutcome.Unavailable.class);
        }
    }

    private List<ObjectGuid> guids(String... addresses) {
        return holders(addresses).stream().map(one -> one.entry().guid()).toList();
    }

    private List<AddressHolder> holders(String... addresses) {
        HolderOutcome outcome = sink.holders(new HolderRequest(Set.of(addresses)));
        assertThat(outcome).as("the outcome of asking a sink that can tell").isInstanceOf(HolderOutcome.Holders.class);
        return ((HolderOutcome.Holders) outcome).holders();
    }
}
