package dev.writeback.testkit.contract;

import dev.writeback.model.AttributeValue;
import dev.writeback.spi.AddressHolder;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.HolderOutcome;
import dev.writeback.spi.HolderOutcome.Holders;
import dev.writeback.spi.HolderRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HoldersContractTest {

    @Test
    void every_broken_sink_is_caught() {
        new Flaws<BiFunction<DirectorySink, HolderRequest, HolderOutcome>>(HoldersContract.class, FlawedHolders::new)
                .add(
                        "compares with regard to case",
                        told((request, holders) ->
                                holders.filter(it -> values(it).anyMatch(request.addresses()::contains))),
                        "who_has_an_address_is_told_whatever_its_case")
                .add(
                        "folds what it tells",
                        told((request, holders) -> holders.map(HoldersContractTest::folded)),
                        "the_values_of_a_holder_are_told_as_they_are_spelled")
                .add(
                        "looks at lists of addresses alone",
                        told((request, holders) ->
                                holders.filter(it -> it.addresses().containsKey(SinkCall.ADDRESSES))),
                        "whoever_has_it_as_mail_has_it_without_its_prefix")
                .add(
                        "tells of whomever it told before",
                        HoldersContractTest::ofEverybody,
                        "an_address_that_nobody_has_has_no_holder_and_neither_has_nothing")
                .add(
                        "takes an asterisk for anything",
                        (sink, request) -> request.addresses().stream().anyMatch(it -> it.contains("*"))
                                ? ofEverybody(sink, request)
                                : sink.holders(request),
                        "an_address_is_compared_and_never_read_as_a_pattern")
                .add(
                        "asks for one address alone",
                        (sink, request) -> sink.holders(new HolderRequest(
                                request.addresses().stream().limit(1).collect(Collectors.toSet()))),
                        "many_are_asked_for_at_once")
                .add(
                        "takes silence for nobody",
                        (sink, request) -> new Holders(holders(sink.holders(request))),
                        "a_directory_that_cannot_be_reached_is_a_result_and_no_exception")
                .assertCaught();
    }

    private static BiFunction<DirectorySink, HolderRequest, HolderOutcome> told(
            BiFunction<HolderRequest, Stream<AddressHolder>, Stream<AddressHolder>> flaw) {
        return (sink, request) -> sink.holders(request) instanceof Holders found
                ? new Holders(flaw.apply(request, found.holders().stream()).toList())
                : sink.holders(request);
    }

    /** The contract's own entry has an address that is known but for its domain. */
    private static HolderOutcome ofEverybody(DirectorySink sink, HolderRequest request) {
        Set<String> also = request.addresses().stream()
                .map(it -> "smtp:al" + it.substring(Math.max(0, it.indexOf('@'))))
                .collect(Collectors.toSet());
        return sink.holders(new HolderRequest(also));
    }

    private static List<AddressHolder> holders(HolderOutcome outcome) {
        return outcome instanceof Holders found ? found.holders() : List.of();
    }

    private static Stream<String> values(AddressHolder holder) {
        return holder.addresses().values().stream().flatMap(List::stream).map(AttributeValue::toString);
    }

    private static AddressHolder folded(AddressHolder holder) {
        return new AddressHolder(
                holder.entry(),
                Map.of(
                        SinkCall.ADDRESSES,
                        values(holder)
                                .<AttributeValue>map(it -> AttributeValue.text(it.toLowerCase(Locale.ROOT)))
                                .toList()));
    }
}
