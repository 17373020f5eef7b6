package dev.writeback.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Status;
import dev.writeback.spi.Parking;
import dev.writeback.spi.RunRecord;
import dev.writeback.spi.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        byte[] text = ObjectJson.bytes(object);
        CloudObject back = ObjectJson.read(object.id(), text);
        assertThat(back).isEqualTo(object);
        assertThat(back).hasToString(object.toString());
        assertAscii(text);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_baseline_comes_back_and_its_sides_share_what_is_the_same(@ForAll("baselines") Baseline baseline) {
        byte[] text = BaselineJson.bytes(baseline);
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
        byte[] text = JournalJson.bytes(record);
        assertThat(JournalJson.read(text)).isEqualTo(record).hasToString(record.toString());
        assertAscii(text);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_status_comes_back(@ForAll("statuses") Status status) {
        byte[] text = StatusJson.bytes(status);
        assertThat(StatusJson.read(text)).isEqualTo(status).hasToString(status.toString());
        assertAscii(text);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void why_an_object_stands_as_it_does_comes_back(
            @ForAll("conflicts") List<Parking> conflicts,
            @ForAll("ids") List<CloudObjectId> ids,
            @ForAll("problems") Problem problem,
            @ForAll("plans") Plan plan) {
        if (!conflicts.isEmpty()) {
            assertThat(note(new Settlement.Parked(conflicts)).parked()).isEqualTo(conflicts);
        }
        if (!ids.isEmpty()) {
            Settlement.Waiting waiting = new Settlement.Waiting(Instant.EPOCH, ids);
            assertThat(note(waiting).awaited()).isEqualTo(waiting.objects());
        }
        assertThat(note(new Settlement.Expired(problem)).problem()).contains(problem);
        assertThat(note(new Settlement.Escrowed(Instant.EPOCH, Optional.of(problem)))
                        .problem())
                .contains(problem);
        if (plan.writes()) {
            assertThat(note(new Settlement.Held(plan)).held()).contains(plan);
        }
        assertThat(Note.read(Note.of(new Settlement.Done())).awaited()).isEmpty();
    }

    private static Note note(Settlement.End end) {
        byte[] content = Note.of(end);
        assertAscii(content);
        return Note.read(content);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_run_comes_back(@ForAll("runs") RunRecord run) {
        byte[] text = RunJson.bytes(run);
        assertThat(RunJson.read(text)).isEqualTo(run).hasToString(run.toString());
        assertAscii(text);
    }

    private static void assertAscii(byte[] text) {
        for (byte one : text) {
            assertThat(one).isGreaterThanOrEqualTo((byte) ' ');
        }
    }

    @Provide
    Arbitrary<Problem> problems() {
        return AnyStatus.problem();
    }

    @Provide
    Arbitrary<Plan> plans() {
        return AnyStatus.plan();
    }

    @Provide
    Arbitrary<RunRecord> runs() {
        return AnyStatus.run();
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
