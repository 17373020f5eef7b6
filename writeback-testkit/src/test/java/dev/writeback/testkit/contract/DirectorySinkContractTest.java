package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.WrappedSink.asked;
import static dev.writeback.testkit.contract.WrappedSink.batches;
import static dev.writeback.testkit.contract.WrappedSink.checks;
import static dev.writeback.testkit.contract.WrappedSink.found;
import static dev.writeback.testkit.contract.WrappedSink.lookups;
import static dev.writeback.testkit.contract.WrappedSink.writes;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DirectorySinkContractTest {

    private static final Map<AttributeName, AttributeSyntax> EVERYTHING = everything();

    @Test
    void every_broken_sink_is_caught() {
        Flaws<UnaryOperator<DirectorySink>> flaws = new Flaws<>(DirectorySinkContract.class, FlawedSink::new);
        addWrongLookups(flaws);
        addWrongReads(flaws);
        addBlindWrites(flaws);
        addWrongOutcomes(flaws);
        addWrongChecks(flaws);
        addWrongBatches(flaws);
        FlawsOfTrust.addTo(flaws);
        flaws.assertCaught();
    }

    private static void addWrongLookups(Flaws<UnaryOperator<DirectorySink>> flaws) {
        flaws.add(
                        "finds nothing",
                        found(it -> it instanceof LookupOutcome.Found ? notFound() : it),
                        "an_entry_is_found_by_its_object_guid_whatever_its_consistency_guid_is",
                        "an_entry_is_found_by_its_consistency_guid")
                .add(
                        "answers many in another order",
                        lookups(all -> {
                            List<LookupOutcome> turned = new ArrayList<>(all);
                            Collections.reverse(turned);
                            return turned;
                        }),
                        "many_are_answered_in_the_order_in_which_they_were_asked_for")
                .add(
                        "takes what is not there for unreachable",
                        found(it -> it instanceof LookupOutcome.NotFound none
                                ? new LookupOutcome.Unavailable(none.problem())
                                : it),
                        "an_anchor_that_no_entry_has_is_not_found_with_a_reason")
                .add(
                        "takes two entries for none",
                        found(it -> it instanceof LookupOutcome.Ambiguous ? notFound() : it),
                        "two_entries_with_one_anchor_are_refused",
                        "anchors_that_lead_to_two_entries_are_refused")
                .add(
                        "follows the first anchor alone",
                        asked(it -> new LookupRequest(
                                it.anchors().stream()
                                        .map(anchors -> anchors.subList(0, 1))
                                        .toList(),
                                it.attributes())),
                        "anchors_that_lead_to_two_entries_are_refused")
                .add(
                        "throws at an outage",
                        found(it -> {
                            if (it instanceof LookupOutcome.Unavailable) {
                                throw new IllegalStateException("nobody answers, and nobody expected an exception");
                            }
                            return it;
                        }),
                        "a_directory_that_cannot_be_reached_is_a_result_and_no_exception");
    }

    private static void addWrongReads(Flaws<UnaryOperator<DirectorySink>> flaws) {
        flaws.add(
                        "reads everything",
                        asked(it -> new LookupRequest(it.anchors(), EVERYTHING)),
                        "what_is_asked_for_is_read_and_nothing_else")
                .add(
                        "reads octets as text",
                        found(it -> it instanceof LookupOutcome.Found found
                                ? new LookupOutcome.Found(asText(found.entry()))
                                : it),
                        "octets_are_read_and_written_byte_by_byte");
    }

    private static void addBlindWrites(Flaws<UnaryOperator<DirectorySink>> flaws) {
        flaws.add(
                        "says that it wrote and did not",
                        writes(sink -> write -> new WriteOutcome.Applied()),
                        "a_write_is_applied_exactly",
                        "of_many_writers_exactly_one_wins")
                .add(
                        "writes one attribute after the other",
                        writes(sink -> write -> write.modifications().stream()
                                .map(one -> sink.write(new EntryWrite(write.entry(), write.server(), List.of(one))))
                                .filter(outcome -> !(outcome instanceof WriteOutcome.Applied))
                                .findFirst()
                                .orElseGet(WriteOutcome.Applied::new)),
                        "a_value_to_remove_that_is_gone_makes_the_write_stale_and_nothing_is_done",
                        "a_value_to_add_that_is_there_makes_the_write_stale_and_nothing_is_done",
                        "one_attribute_that_the_directory_does_not_know_rejects_the_whole_write_and_is_named")
                .add(
                        "takes a change of case for none",
                        writes(sink -> write -> {
                            List<Modification> some = write.modifications().stream()
                                    .filter(one -> !folded(one.remove()).equals(folded(one.add())))
                                    .toList();
                            return some.isEmpty()
                                    ? new WriteOutcome.Applied()
                                    : sink.write(new EntryWrite(write.entry(), write.server(), some));
                        }),
                        "a_swap_of_the_primary_address_and_a_change_of_case_are_stored");
    }

    private static void addWrongOutcomes(Flaws<UnaryOperator<DirectorySink>> flaws) {
        flaws.add(
                        "takes a lost race for a success",
                        outcomes(it -> it instanceof WriteOutcome.Stale ? new WriteOutcome.Applied() : it),
                        "a_single_value_that_appeared_meanwhile_makes_the_write_stale",
                        "of_many_writers_exactly_one_wins")
                .add(
                        "takes a deleted entry for a lost race",
                        outcomes(it ->
                                it instanceof WriteOutcome.Missing gone ? new WriteOutcome.Stale(gone.problem()) : it),
                        "an_entry_that_was_deleted_is_missing");
    }

    private static void addWrongChecks(Flaws<UnaryOperator<DirectorySink>> flaws) {
        flaws.add(
                        "finds fault with everything",
                        checks(all -> all.stream()
                                .map(it -> new Finding(Finding.Level.ERROR, it.topic(), it.message(), "Mend it."))
                                .toList()),
                        "a_check_of_what_is_as_it_should_be_finds_no_error_and_changes_nothing")
                .add(
                        "finds fault with nothing",
                        checks(all -> List.of(Finding.ok("schema", "All is well."))),
                        "a_check_names_an_attribute_that_the_directory_does_not_know",
                        "a_directory_that_cannot_be_reached_is_a_result_and_no_exception");
    }

    private static void addWrongBatches(Flaws<UnaryOperator<DirectorySink>> flaws) {
        flaws.add(
                        "writes at once what it was given first, and says that it wrote all",
                        batches(sink -> writes -> Collections.nCopies(
                                writes.size(), writes.isEmpty() ? null : sink.write(writes.get(0)))),
                        "many_writes_at_once_are_all_applied")
                .add(
                        "ends at the first write at once that is refused",
                        batches(sink -> writes -> {
                            List<WriteOutcome> outcomes = new ArrayList<>();
                            for (EntryWrite write : writes) {
                                WriteOutcome last = outcomes.isEmpty() ? null : outcomes.get(outcomes.size() - 1);
                                outcomes.add(
                                        last == null || last instanceof WriteOutcome.Applied
                                                ? sink.write(write)
                                                : last);
                            }
                            return outcomes;
                        }),
                        "of_writes_at_once_each_has_its_own_outcome_in_the_order_of_the_writes")
                .add(
                        "answers about one write at once to an outage",
                        batches(sink -> writes -> {
                            List<WriteOutcome> outcomes =
                                    writes.stream().map(sink::write).toList();
                            return !outcomes.isEmpty() && outcomes.get(0) instanceof WriteOutcome.Unavailable
                                    ? outcomes.subList(0, 1)
                                    : outcomes;
                        }),
                        "writes_at_once_to_a_directory_that_cannot_be_reached_are_as_many_results");
    }

    private static UnaryOperator<DirectorySink> outcomes(UnaryOperator<WriteOutcome> flaw) {
        return writes(sink -> write -> flaw.apply(sink.write(write)));
    }

    private static LookupOutcome notFound() {
        return new LookupOutcome.NotFound(PlainDirectory.problem(ErrorCode.ENTRY_NOT_FOUND, "everything"));
    }

    private static DirectoryEntry asText(DirectoryEntry entry) {
        Map<AttributeName, List<AttributeValue>> values = new LinkedHashMap<>(entry.attributes());
        values.replaceAll((name, all) ->
                all.stream().map(value -> AttributeValue.text(value.toString())).toList());
        return new DirectoryEntry(entry.id(), values, entry.server());
    }

    private static List<String> folded(List<AttributeValue> values) {
        return values.stream()
                .map(value -> value.toString().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static Map<AttributeName, AttributeSyntax> everything() {
        Map<AttributeName, AttributeSyntax> all = new LinkedHashMap<>(SinkCall.ATTRIBUTES);
        Stream.of(SinkCall.CONSISTENCY, SinkCall.EXTERNAL_ID).forEach(name -> all.put(name, AttributeSyntax.OCTETS));
        return all;
    }
}
