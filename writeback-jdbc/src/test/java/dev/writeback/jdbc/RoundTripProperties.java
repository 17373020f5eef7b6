package dev.writeback.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Status;
import dev.writeback.spi.Parking;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What goes into the columns comes out as it was. */
class RoundTripProperties {

    @Property
    void a_name_comes_back_and_every_database_can_hold_it(@ForAll("texts") String text) {
        String key = Key.of(text);
        assertThat(Key.text(key)).isEqualTo(text);
        assertThat(key.codePoints())
                .allMatch(point -> !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void an_object_comes_back(@ForAll("objects") CloudObject object) {
        String text = ObjectJson.text(object);
        CloudObject back = ObjectJson.read(object.id(), text);
        assertThat(back).isEqualTo(object);
        assertThat(back).hasToString(object.toString());
        assertAscii(text);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_baseline_comes_back_and_its_sides_share_what_is_the_same(@ForAll("baselines") Baseline baseline) {
        String text = BaselineJson.text(baseline);
        Baseline back = BaselineJson.read(text);
        assertThat(back).isEqualTo(baseline);
        assertThat(back).hasToString(baseline.toString());
        assertThat(back.agreements().values())
                .filteredOn(agreement -> agreement.cloud().equals(agreement.directory()))
                .allSatisfy(agreement -> assertThat(agreement.directory()).isSameAs(agreement.cloud()));
        assertAscii(text);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_record_of_the_journal_comes_back(@ForAll("records") JournalRecord record) {
        String text = JournalJson.text(record);
        assertThat(JournalJson.read(text)).isEqualTo(record).hasToString(record.toString());
        assertAscii(text);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_status_comes_back(@ForAll("statuses") Status status) {
        String text = StatusJson.text(status);
        assertThat(StatusJson.read(text)).isEqualTo(status).hasToString(status.toString());
        assertAscii(text);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void conflicts_come_back(@ForAll("conflicts") List<Parking> conflicts) {
        String text = JournalJson.conflicts(conflicts);
        assertThat(JournalJson.conflicts(text)).isEqualTo(conflicts);
        assertAscii(text);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void what_is_waited_for_comes_back(@ForAll("ids") List<CloudObjectId> ids) {
        String text = ValuesJson.ids(ids);
        assertThat(ValuesJson.ids(text)).isEqualTo(ids);
        assertAscii(text);
    }

    private static void assertAscii(String text) {
        assertThat(text.chars()).allMatch(c -> c >= ' ' && c <= '\u007f');
    }

    @Provide
    Arbitrary<String> texts() {
        return Anything.text();
    }

    @Provide
    Arbitrary<CloudObject> objects() {
        return Anything.object();
    }

    @Provide
    Arbitrary<Baseline> baselines() {
        return Anything.baseline();
    }

    @Provide
    Arbitrary<JournalRecord> records() {
        return Anything.record();
    }

    @Provide
    Arbitrary<Status> statuses() {
        return AnyStatus.status();
    }

    @Provide
    Arbitrary<List<Parking>> conflicts() {
        return Anything.conflicts();
    }

    @Provide
    Arbitrary<List<CloudObjectId>> ids() {
        return Anything.id().list().ofMaxSize(3);
    }
}
