package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.SinkCall.ONE;
import static dev.writeback.testkit.contract.SinkCall.TWO;
import static dev.writeback.testkit.contract.SinkCall.change;
import static dev.writeback.testkit.contract.SinkCall.entry;
import static dev.writeback.testkit.contract.SinkCall.lookup;
import static dev.writeback.testkit.contract.SinkCall.texts;
import static dev.writeback.testkit.contract.SinkCall.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.LookupOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a sink must not let itself be talked into by whoever controls a cloud object. Part of {@link
 * DirectorySinkContract}.
 */
abstract class HostileInputContract extends SinkFixture {

    /** What means something in filters (RFC 4515), names (RFC 4514), SQL, LDIF, JSON, or to a terminal. */
    private static final List<String> HOSTILE = List.of(
            "R&D \"<\\>' =,;+#",
            "*)(objectClass=*",
            "\\2a\\00",
            "'; DROP TABLE people; --",
            "two\r\nlines: of LDIF\n-\n",
            ":: YmFzZTY0",
            "{\"a\":[1,null]}",
            "\u0130stanbul \u0131\u015f\u0131k \u00df e\u0301 \ufb01",
            "\ud83d\ude00 \u202egnp.exe \u200b",
            "NULL",
            "\u001b[31m");

    @Test
    void an_anchor_of_wildcards_and_brackets_leads_to_nobody() {
        for (String id :
                List.of("*", "User_*", "*bob", "User_bob)(objectClass=*", "*)(|(cn=*", "User_\\2a", "User_bo")) {
            assertThat(lookup(sink, new Anchor.ExternalDirectoryObjectId(id)))
                    .as(
                            "the outcome for the external id %s, where there is a User_bob; an anchor that is taken for a"
                                    + " pattern lets a cloud object choose whose entry it gets",
                            id)
                    .isInstanceOf(LookupOutcome.NotFound.class);
        }
        assertThat(lookup(sink, new Anchor.ExternalDirectoryObjectId("User_bob")))
                .as("the outcome for the external id that there is")
                .isInstanceOf(LookupOutcome.Found.class);
    }

    @Test
    void a_distinguished_name_that_no_entry_has_leads_to_nobody() {
        assertThat(lookup(sink, new Anchor.DistinguishedName(Dn.of("CN=*,OU=no such unit,DC=corp,DC=example"))))
                .as("the outcome for a name with a wildcard below a unit that there is not")
                .isInstanceOf(LookupOutcome.NotFound.class);
    }

    @Test
    void values_are_written_and_read_to_the_character_whatever_they_mean_elsewhere() {
        List<AttributeValue> before = List.of();
        for (String hostile : HOSTILE) {
            List<AttributeValue> value = texts(hostile);
            assertThat(write(sink, entry(sink, bob), change(TWO, before, value)))
                    .as("the outcome of writing the text %s", hostile)
                    .isInstanceOf(WriteOutcome.Applied.class);
            assertThat(directory.values(bob, TWO))
                    .as("what the entry holds then; a value that is cut or unescaped is another value")
                    .isEqualTo(value);
            assertThat(entry(sink, bob).values(TWO))
                    .as("what the sink reads of it; read otherwise, it is written again and again")
                    .isEqualTo(value);
            before = value;
        }
        assertThat(directory.values(bob, ONE))
                .as("another attribute of the entry")
                .isEmpty();
        assertThat(directory.values(ada, ONE)).as("another entry").isEqualTo(texts("one"));
    }

    @Test
    void a_value_that_only_looks_like_the_one_that_is_there_does_not_stand_for_it() {
        directory.set(ada, ONE, texts("a*b"));
        assertThat(write(sink, entry(sink, ada), change(ONE, texts("a*"), texts("ours"))))
                .as("the outcome of a write that expects a* where a*b is; a wildcard must not meet its condition")
                .isInstanceOf(WriteOutcome.Stale.class);
        assertThat(directory.values(ada, ONE)).as("what the entry holds then").isEqualTo(texts("a*b"));
    }

    @Test
    void many_lookups_at_once_each_find_their_own() throws InterruptedException {
        List<ObjectGuid> people = List.of(ada, bob, directory.add("carl"), directory.add("dora"));
        assertThat(new LookupRace(sink, people).mistakes())
                .as("lookups of four entries from four threads at once that another's entry or none came of; a batch is"
                        + " written to the entries that its lookup found")
                .isEmpty();
    }

    @Test
    void closing_it_twice_does_no_harm() {
        sink.close();
        sink.close();
        assertThat(directory.values(ada, ONE)).as("the entry after it").isEqualTo(texts("one"));
    }
}
