package dev.writeback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.RejectedChange;
import dev.writeback.spi.SourceRead;
import dev.writeback.testkit.cloud.CloudMailbox;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link CloudSource} must do. A test of a source extends it, says in four methods how to make the cloud speak
 * and fall silent, and inherits the tests. Each test has an instance of its own, and so a cloud of its own.
 *
 * <p>Values count by their text: whether a source takes {@code 1} for a number or a text is its own matter.
 */
public abstract class CloudSourceContract {

    private static final CloudMailbox ADA =
            CloudMailbox.of("ada").anchoredAt(new UUID(7, 1)).stating("CustomAttribute1", "one");
    private static final CloudMailbox BOB =
            CloudMailbox.of("bob").anchoredAt(new UUID(7, 2)).stating("CustomAttribute1", "two");

    /** For those who extend it. */
    protected CloudSourceContract() {}

    /** The source under test, opened anew on what was published; called again, it is the source after a restart. */
    protected abstract CloudSource open();

    /** Makes the cloud state these changes, after what it stated before. */
    protected abstract void publish(List<CloudChange> changes);

    /**
     * Makes the cloud give something that cannot be read.
     *
     * @return how many parts the source must report; 0 if nothing in this cloud's form can be malformed
     */
    protected abstract int publishMalformed();

    /**
     * Makes the cloud unreachable.
     *
     * @return what makes it reachable again, as it was
     */
    protected abstract Runnable interrupt();

    @Test
    void a_cloud_that_said_nothing_gives_an_empty_page_and_a_place_to_go_on_from() {
        CloudSource source = open();
        Reading nothing = Reading.from(source, null);
        assertThat(nothing.changes()).as("changes of a cloud that said nothing").isEmpty();
        publish(List.of(ADA.change()));
        expect(List.of(ADA.change()), Reading.from(source, nothing.end()), "what was stated after an empty page");
    }

    @Test
    void every_object_is_delivered_from_the_start() {
        publish(List.of(ADA.change(), BOB.change()));
        publish(List.of(ADA.stating("CustomAttribute2", "more").version(2).change()));
        expect(
                List.of(
                        ADA.change(),
                        BOB.change(),
                        ADA.stating("CustomAttribute2", "more").version(2).change()),
                Reading.from(open(), null),
                "an object that the start leaves out is never written");
    }

    @Test
    void values_are_delivered_to_the_character() {
        List<CloudChange> hostile = List.of(ADA.stating(
                        "CustomAttribute1", " R&D \"<\\>' \t\u00e9\u0130\u0131 e\u0301 \ud83d\ude00 ", "second", "NULL")
                .stating("ElcMailboxFlags", AttributeValue.whole(9_007_199_254_740_993L))
                .stating("ArchiveGuid", AttributeValue.octets(new byte[] {0, (byte) 0xff, 10, 13, 0}))
                .stating("HiddenFromAddressListsEnabled", new AttributeValue.Flag(false))
                .change());
        publish(hostile);
        expect(hostile, Reading.from(open(), null), "a value that is trimmed or rounded is written wrong");
    }

    @Test
    void an_attribute_to_clear_is_told_from_one_that_is_not_mentioned() {
        publish(List.of(ADA.clearing("CustomAttribute2").change()));
        Reading reading = Reading.from(open(), null);
        assertThat(reading.object(ADA.id()).stated(AttributeName.of("CustomAttribute2")))
                .as("what is stated of an attribute to clear; left out, it would never be cleared")
                .contains(List.of());
        assertThat(reading.object(ADA.id()).stated(AttributeName.of("CustomAttribute3")))
                .as("what is stated of an attribute that is not mentioned; as empty it would be wiped out")
                .isEmpty();
    }

    @Test
    void every_anchor_is_delivered() {
        List<CloudChange> anchored = List.of(CloudMailbox.of("ada")
                .anchoredAt(ObjectGuid.ofBase64("q83vEjRWeJCrze8SNFZ4kA=="))
                .anchoredBy(new Anchor.ExternalDirectoryObjectId("User_ada"))
                .anchoredBy(new Anchor.SecurityIdentifier("S-1-5-21-1-2-3-1104"))
                .anchoredBy(new Anchor.DistinguishedName(Dn.of("CN=Ada\\, L,OU=People,DC=corp,DC=example")))
                .change());
        publish(anchored);
        expect(anchored, Reading.from(open(), null), "an anchor that is lost or turned round leads to another's entry");
    }

    @Test
    void an_object_that_is_gone_is_told_of() {
        publish(List.of(ADA.change(), BOB.change(), ADA.version(2).removal()));
        assertThat(Reading.from(open(), null).object(ADA.id()).isRemoved())
                .as("whether the object is gone after its removal")
                .isTrue();
    }

    @Test
    void the_newest_statement_wins_when_an_older_one_comes_late() {
        CloudMailbox newest = ADA.stating("CustomAttribute1", "newest").version(9);
        publish(List.of(newest.change()));
        publish(List.of(ADA.stating("CustomAttribute1", "late").version(8).change()));
        expect(
                List.of(newest.change()),
                Reading.from(open(), null),
                "without its version a late change undoes a newer");
    }

    @Test
    void what_is_stated_later_is_delivered_after_the_last_place() {
        CloudSource source = open();
        publish(List.of(ADA.change()));
        Cursor place = Reading.from(source, null).end();
        assertThat(described(Reading.from(source, place).changes()))
                .as("a second read without a change; at most what was delivered before")
                .isSubsetOf(described(List.of(ADA.change())));
        publish(List.of(BOB.change()));
        assertThat(described(Reading.from(source, place).changes()))
                .as("what is read after the last place")
                .containsAll(described(List.of(BOB.change())));
    }

    @Test
    void reading_goes_on_from_a_place_after_a_restart() {
        publish(List.of(ADA.change()));
        Cursor place = Reading.from(open(), null).end();
        publish(List.of(BOB.change()));
        assertThat(described(Reading.from(open(), place).changes()))
                .as("what a source that was opened anew reads from a cursor that was kept")
                .containsAll(described(List.of(BOB.change())));
    }

    @Test
    void the_same_place_gives_the_same_again() {
        publish(List.of(ADA.change()));
        CloudSource source = open();
        Cursor place = Reading.from(source, null).end();
        publish(List.of(BOB.change()));
        Reading first = Reading.from(source, place);
        assertThat(described(Reading.from(source, place).changes()))
                .as("a second read from one place; a page that was read but not stored must come again")
                .containsAll(described(first.changes()));
        assertThat(described(Reading.from(source, null).changes()))
                .as("a read from the start after everything was read; a reconciliation needs every object")
                .containsAll(described(List.of(ADA.change(), BOB.change())));
    }

    @Test
    void more_than_a_page_holds_is_delivered_page_after_page_also_across_restarts() {
        List<CloudChange> many = IntStream.range(0, 2500)
                .<CloudChange>mapToObj(n -> CloudMailbox.of("mailbox-" + n)
                        .stating("CustomAttribute1", "of " + n)
                        .change())
                .toList();
        publish(many);
        Reading whole = Reading.from(open(), null);
        expect(many, whole, "what is lost between two pages is lost for good");
        List<CloudChange> parts = new ArrayList<>(whole.pages().get(0).changes());
        parts.addAll(Reading.from(open(), whole.pages().get(0).next()).changes());
        assertThat(described(parts))
                .as("the first page, and the rest after a restart")
                .containsExactlyInAnyOrderElementsOf(described(many));
    }

    @Test
    void a_place_that_it_does_not_know_has_expired() {
        publish(List.of(ADA.change()));
        CloudSource source = open();
        assertThat(source.read(new Cursor("no place of this source")))
                .as("a read from a cursor of something else; the engine then begins anew, an exception stops it and a"
                        + " page from anywhere loses what lies before")
                .isInstanceOf(SourceRead.CursorExpired.class);
        expect(List.of(ADA.change()), Reading.from(source, null), "after an expired cursor the start has everything");
    }

    @Test
    void what_cannot_be_read_is_reported_and_the_others_go_on() {
        publish(List.of(ADA.change()));
        int malformed = publishMalformed();
        publish(List.of(BOB.change()));
        CloudSource source = open();
        Reading reading = Reading.from(source, null);
        expect(List.of(ADA.change(), BOB.change()), reading, "one malformed part must not stop the others");
        assertThat(reading.rejected()).as("what could not be read").hasSize(malformed);
        assertThat(reading.rejected())
                .as("place and reason of what could not be read; a person has to find and mend it")
                .allSatisfy(it -> assertThat(Stream.of(it.place(), it.reason())).noneMatch(String::isBlank));
        assertThat(Reading.from(source, reading.end()).rejected())
                .as("what is rejected behind the malformed part; it is reported once")
                .extracting(RejectedChange::place)
                .isEmpty();
    }

    @Test
    void an_outage_is_a_result_and_the_same_place_is_good_after_it() {
        publish(List.of(ADA.change()));
        CloudSource source = open();
        Cursor place = Reading.from(source, null).end();
        publish(List.of(BOB.change()));
        Runnable recover = interrupt();
        SourceRead read = source.read(place);
        recover.run();
        assertThat(read).as("a read while the cloud is away").isInstanceOf(SourceRead.Unavailable.class);
        assertThat(((SourceRead.Unavailable) read).problem().reason())
                .as("the reason of the outage, for an administrator")
                .isNotBlank();
        assertThat(described(Reading.from(source, place).changes()))
                .as("what is read from the same place when the cloud is back")
                .containsAll(described(List.of(BOB.change())));
    }

    @Test
    void there_is_no_news_where_everything_was_read() {
        publish(List.of(ADA.change()));
        CloudSource source = open();
        Cursor end = Reading.from(source, null).end();
        assertThat(source.mayHaveNews(end))
                .as("whether there may be news behind the end; a source that always says so is read without a pause")
                .isFalse();
    }

    @Test
    void closing_it_twice_does_no_harm() {
        publish(List.of(ADA.change()));
        CloudSource source = open();
        source.close();
        source.close();
        expect(List.of(ADA.change()), Reading.from(open(), null), "closing a source must not close its cloud");
    }

    @Test
    void the_name_is_the_same_after_a_restart() {
        assertThat(open().name())
                .as("the name, under which its cursor is kept")
                .isNotBlank()
                .isEqualTo(open().name());
    }

    private static void expect(List<CloudChange> published, Reading reading, String why) {
        assertThat(described(reading.changes()))
                .as("what is known of every object; %s; what was rejected: %s", why, reading.reasons())
                .containsExactlyInAnyOrderElementsOf(described(published));
    }

    private static List<String> described(List<CloudChange> changes) {
        return Reading.described(changes).entrySet().stream()
                .map(Object::toString)
                .toList();
    }
}
