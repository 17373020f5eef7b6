package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.WrappedSink.asked;
import static dev.writeback.testkit.contract.WrappedSink.writes;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Modification;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.List;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** Sinks that believe what they are told. */
final class FlawsOfTrust {

    private static final Anchor BOB = new Anchor.ExternalDirectoryObjectId("User_bob");

    private FlawsOfTrust() {}

    static void addTo(Flaws<UnaryOperator<DirectorySink>> flaws) {
        flaws.add(
                        "takes an external id for a pattern",
                        anchors(it -> it instanceof Anchor.ExternalDirectoryObjectId id
                                        && id.value().contains("*")
                                ? BOB
                                : it),
                        "an_anchor_of_wildcards_and_brackets_leads_to_nobody")
                .add(
                        "takes the first entry where there is none of the name",
                        anchors(it -> it instanceof Anchor.DistinguishedName ? BOB : it),
                        "a_distinguished_name_that_no_entry_has_leads_to_nobody")
                .add(
                        "cuts values at the end of a line",
                        values(
                                UnaryOperator.identity(),
                                text -> text.lines().findFirst().orElse(text)),
                        "values_are_written_and_read_to_the_character_whatever_they_mean_elsewhere")
                .add(
                        "takes a value to remove for a pattern",
                        values(text -> text.equals("a*") ? "a*b" : text, UnaryOperator.identity()),
                        "a_value_that_only_looks_like_the_one_that_is_there_does_not_stand_for_it")
                .add(
                        "answers one thread with what another one asked for",
                        sink -> {
                            Exchanger<LookupRequest> mix = new Exchanger<>();
                            return asked(request -> exchanged(mix, request)).apply(sink);
                        },
                        "many_lookups_at_once_each_find_their_own")
                .add(
                        "breaks when it is closed again",
                        sink -> new ClosedOnce(sink, new AtomicBoolean()),
                        "closing_it_twice_does_no_harm");
    }

    private record ClosedOnce(DirectorySink sink, AtomicBoolean closed) implements DirectorySink {

        @Override
        public List<LookupOutcome> lookup(LookupRequest request) {
            return sink.lookup(request);
        }

        @Override
        public WriteOutcome write(EntryWrite write) {
            return sink.write(write);
        }

        @Override
        public List<Finding> check(CheckRequest request) {
            return sink.check(request);
        }

        @Override
        public void close() {
            if (closed.getAndSet(true)) {
                throw new IllegalStateException("the sink was closed before, and nobody expected that to matter");
            }
        }
    }

    private static LookupRequest exchanged(Exchanger<LookupRequest> mix, LookupRequest mine) {
        try {
            return mix.exchange(mine, 5, TimeUnit.MILLISECONDS);
        } catch (TimeoutException alone) {
            return mine;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UnaryOperator<DirectorySink> anchors(UnaryOperator<Anchor> flaw) {
        return asked(it -> new LookupRequest(
                it.anchors().stream()
                        .map(anchors -> anchors.stream().map(flaw).toList())
                        .toList(),
                it.attributes()));
    }

    private static UnaryOperator<DirectorySink> values(UnaryOperator<String> removed, UnaryOperator<String> added) {
        return writes(sink -> write -> sink.write(new EntryWrite(
                write.entry(),
                write.server(),
                write.modifications().stream()
                        .map(it ->
                                new Modification(it.attribute(), texts(it.remove(), removed), texts(it.add(), added)))
                        .toList())));
    }

    private static List<AttributeValue> texts(List<AttributeValue> values, UnaryOperator<String> flaw) {
        return values.stream()
                .map(it -> it instanceof AttributeValue.Text text ? AttributeValue.text(flaw.apply(text.value())) : it)
                .toList();
    }
}
