package dev.writeback.engine.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.plan.Modification;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.SourceRead;
import dev.writeback.spi.StatusReporter;
import dev.writeback.testkit.arbitrary.NumberedMailbox;
import dev.writeback.testkit.law.EngineLaws;
import dev.writeback.testkit.law.EngineUnderTest;
import dev.writeback.testkit.law.Surroundings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Example;

/** That each law catches an engine that breaks it. */
class EveryLawBitesProperties {

    private static final int MANY = 100;
    private static final int FEW = 10;

    private final Map<String, EngineLaws> flaws = new LinkedHashMap<>();
    private final Map<String, Set<String>> caught = new LinkedHashMap<>();

    @Example
    void every_broken_engine_is_caught_and_every_law_catches_one() {
        addWrongSinks();
        addWrongSources();
        addWrongReporters();
        addWrongDeeds();
        Set<String> idle =
                LawRun.laws(EngineLaws.class).map(it -> it.getName()).collect(Collectors.toCollection(TreeSet::new));
        flaws.forEach((name, flaw) -> caught.get(name).forEach(law -> {
            assertThat(LawRun.failure(flaw, law, MANY))
                    .as("how %s fails for an engine that %s", law, name)
                    .hasValueSatisfying(failure -> assertThat(failure)
                            .hasMessageContaining("expected: ")
                            .hasMessageContaining("the history: "));
            idle.remove(law);
        }));
        assertThat(idle).as("laws that no flaw is for").isEmpty();
    }

    @Example
    void an_engine_without_a_flaw_passes() {
        EngineLaws laws = BrokenEngine.seeing(around -> around);
        LawRun.laws(EngineLaws.class)
                .forEach(law -> assertThat(LawRun.failure(laws, law.getName(), FEW))
                        .as(law.getName())
                        .isEmpty());
    }

    private void addWrongSinks() {
        add(
                "overwrites what was changed meanwhile",
                BrokenEngine.seeing(sink(real -> WrongSink.writing(real, WrongSink::blindly))),
                "an_edit_in_between_is_never_lost_unseen");
        add(
                "replaces lists by what it would add to them",
                BrokenEngine.seeing(sink(real -> WrongSink.writing(real, WrongSink::only))),
                "what_either_side_adds_to_a_list_commutes");
        add(
                "sends what does not change",
                BrokenEngine.seeing(sink(real -> WrongSink.writing(real, WrongSink::wholly))),
                "nothing_is_sent_that_changes_nothing");
        add(
                "adds nothing to what is there",
                BrokenEngine.seeing(sink(real -> WrongSink.writing(real, WrongSink::firstOnly))),
                "what_either_side_adds_to_a_list_commutes");
        AtomicInteger engines = new AtomicInteger();
        add(
                "writes one thing the first time and another the second time",
                BrokenEngine.seeing(around -> {
                    String suffix = "!".repeat(engines.incrementAndGet() % 7);
                    return sink(real -> WrongSink.writing(real, (to, write) -> to.write(suffixed(write, suffix))))
                            .apply(around);
                }),
                "the_same_history_goes_the_same_way");
        add(
                "writes something else than it planned",
                BrokenEngine.seeing(sink(
                        real -> WrongSink.writing(real, (to, write) -> to.write(suffixed(write, "!"))))),
                "what_is_done_is_not_done_again");
    }

    private void addWrongSources() {
        add(
                "takes what comes last for the newest",
                BrokenEngine.seeing(around -> new Surroundings(
                        unversioned(around.source()), around.directory(), around.reporter(), around.clock())),
                "any_order_ends_the_same");
    }

    private void addWrongReporters() {
        AtomicInteger told = new AtomicInteger();
        add(
                "keeps some statuses to itself",
                BrokenEngine.seeing(reporter(to -> status -> {
                    if (told.incrementAndGet() % 3 != 0) {
                        to.report(status);
                    }
                })),
                "each_change_has_one_status");
        add(
                "tells every status twice",
                BrokenEngine.seeing(reporter(to -> to.and(to))),
                "nothing_is_lost",
                "each_change_has_one_status");
    }

    private void addWrongDeeds() {
        add("breaks at a zero character", breakingAtZero(), "hostile_values_break_nothing");
        add(
                "writes to an entry of which the cloud knows nothing",
                after("extensionAttribute1", 99),
                "nothing_that_takes_no_part_is_written");
        add("writes an attribute that the profile lacks", after("info", 0), "nothing_that_takes_no_part_is_written");
        add(
                "writes what the cloud does not mention",
                after("extensionAttribute1", 0),
                "what_the_cloud_does_not_mention_is_left_as_it_is",
                "what_both_sides_say_alike_is_no_conflict");
        add(
                "does nothing",
                BrokenEngine.doing((writeback, around) -> EngineUnderTest.running(() -> {})),
                "what_the_cloud_states_is_written");
        add(
                "writes what is out of scope",
                BrokenEngine.unscoped(entry -> entry.dn().value().contains("OU=People")),
                "nothing_that_takes_no_part_is_written");
        add(
                "plans a needless value",
                BrokenEngine.doing((writeback, around) -> BrokenEngine.methods(writeback)
                        .planning(show -> writeback.plan(plan -> show.accept(WrongPlan.of(plan))))),
                "nothing_is_sent_that_changes_nothing");
        addWrongUndos();
    }

    private void addWrongUndos() {
        add(
                "undoes over later edits of one value",
                BrokenEngine.doing(
                        (writeback, around) -> WrongUndo.of(writeback, around.directory(), "extensionAttribute", 15)),
                "an_undo_restores_what_a_run_changed");
        add(
                "undoes over later edits of lists",
                BrokenEngine.doing((writeback, around) ->
                        WrongUndo.of(writeback, around.directory(), "msExchExtensionCustomAttribute", 5)),
                "an_undo_restores_what_a_run_changed");
        add(
                "undoes nothing",
                BrokenEngine.doing(
                        (writeback, around) -> BrokenEngine.methods(writeback).undoing(run -> {})),
                "an_undo_restores_what_a_run_changed");
    }

    private void add(String name, EngineLaws flaw, String... laws) {
        flaws.put(name, flaw);
        caught.put(name, Set.of(laws));
    }

    private static EngineLaws breakingAtZero() {
        return BrokenEngine.doing((writeback, around) -> EngineUnderTest.running(() -> {
                    writeback.runOnce();
                    if (String.valueOf(around.source().read(null)).indexOf(0) >= 0) {
                        throw new IllegalStateException("a zero character");
                    }
                })
                .closing(writeback::close));
    }

    /** An engine that writes after each run to an attribute of a mailbox, if it has no value. */
    private static EngineLaws after(String attribute, int mailbox) {
        return BrokenEngine.doing((writeback, around) -> {
            EntryId entry = new EntryId(new NumberedMailbox(mailbox).guid(), Dn.of("CN=x,DC=corp,DC=example"));
            AttributeName name = AttributeName.of(attribute);
            List<AttributeValue> there =
                    attribute.equals("info") ? List.of(AttributeValue.text("as its owner left it")) : List.of();
            EntryWrite write = new EntryWrite(
                    entry, "", List.of(new Modification(name, there, List.of(AttributeValue.text("surprise")))));
            return EngineUnderTest.running(() -> {
                        writeback.runOnce();
                        around.directory().write(write);
                    })
                    .reconciling(writeback::reconcile)
                    .planning(writeback::plan)
                    .closing(writeback::close);
        });
    }

    private static UnaryOperator<Surroundings> sink(UnaryOperator<DirectorySink> flaw) {
        return around ->
                new Surroundings(around.source(), flaw.apply(around.directory()), around.reporter(), around.clock());
    }

    private static UnaryOperator<Surroundings> reporter(UnaryOperator<StatusReporter> flaw) {
        return around ->
                new Surroundings(around.source(), around.directory(), flaw.apply(around.reporter()), around.clock());
    }

    private static EntryWrite suffixed(EntryWrite write, String suffix) {
        return new EntryWrite(
                write.entry(),
                write.server(),
                write.modifications().stream()
                        .map(one -> new Modification(
                                one.attribute(),
                                one.remove(),
                                one.add().stream()
                                        .map(value -> AttributeValue.text(value + suffix))
                                        .toList()))
                        .toList());
    }

    private static CloudSource unversioned(CloudSource real) {
        return after -> {
            SourceRead read = real.read(after);
            return read instanceof SourceRead.Page page
                    ? new SourceRead.Page(
                            page.changes().stream()
                                    .map(EveryLawBitesProperties::unversioned)
                                    .toList(),
                            page.rejected(),
                            page.next(),
                            page.rest())
                    : read;
        };
    }

    private static CloudChange unversioned(CloudChange change) {
        return change instanceof CloudChange.Update it
                ? new CloudChange.Update(it.id(), OptionalLong.empty(), it.anchors(), it.attributes())
                : new CloudChange.Removal(change.id(), OptionalLong.empty());
    }
}
