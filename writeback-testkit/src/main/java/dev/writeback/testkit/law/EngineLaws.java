package dev.writeback.testkit.law;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.writeback.model.EntryId;
import dev.writeback.testkit.arbitrary.CarriedAttribute;
import dev.writeback.testkit.arbitrary.Histories;
import dev.writeback.testkit.arbitrary.History;
import dev.writeback.testkit.arbitrary.HistoryStep;
import dev.writeback.testkit.arbitrary.Vocabulary;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * The laws of the design for an engine with a profile, a resolver and settings of one's own. A test extends it, says how
 * the engine is built, and inherits the laws as jqwik's properties:
 *
 * <pre>{@code
 * class ContosoLawsTest extends EngineLaws {
 *     @Override
 *     protected EngineUnderTest engine(Surroundings around) {
 *         Writeback writeback = Writeback.builder().profile(CONTOSO).resolver("hr", OurResolver::resolve)
 *                 .source(around.source()).directory(around.directory()).reporter(around.reporter()).time(around.clock())
 *                 .build();
 *         return EngineUnderTest.running(writeback::runOnce).reconciling(writeback::reconcile).planning(writeback::plan)
 *                 .undoing(writeback::undo).closing(writeback::close);
 *     }
 * }
 * }</pre>
 *
 * <p>What the profile carries is said in {@link #vocabulary()}, and what the scope has in {@link #takesPart}; a scope can be
 * tried that is made of the two organizational units of the laws' directory. Some settings are at odds with a law by intent;
 * the section "The laws for others" of {@code docs/laws.md} says for each what to override. The laws wait for real where the
 * engine does, as with a limit of writes per second: leave it out of the engine that is tried.
 *
 * <p>A failure names the law, what was expected and what is different, and shows the history, a step a line. Each law is
 * tried with 40 histories of three mailboxes; {@code @PropertyDefaults(tries = ...)} on the test changes that.
 */
@PropertyDefaults(tries = 40, edgeCases = EdgeCasesMode.NONE)
public abstract class EngineLaws {

    /** For those who extend it. */
    protected EngineLaws() {}

    /**
     * A new engine that has seen nothing, with a store of its own.
     *
     * @param around what it must use
     */
    protected abstract EngineUnderTest engine(Surroundings around);

    /** What the profile carries; the 24 attributes of the built-in profile {@code exchange-online} by default. */
    protected Vocabulary vocabulary() {
        return Vocabulary.exchangeOnline();
    }

    /**
     * What a law is tried with; {@link #vocabulary()} by default. For attributes that a rule takes out of a law, as those of
     * which the directory is the authority out of {@link Law#CARRIED}.
     */
    protected Vocabulary vocabulary(Law law) {
        return vocabulary();
    }

    /**
     * Whether the engine's scope has an entry; every one by default. The entries of mailboxes 0 and 1 are in {@code
     * OU=People,DC=corp,DC=example}, the one of mailbox 2 in {@code OU=Elsewhere,DC=corp,DC=example}.
     */
    protected boolean takesPart(EntryId entry) {
        return true;
    }

    @Property
    void the_same_history_goes_the_same_way(@ForAll("ofDeterministic") History history) {
        DeterministicLaw.check(trial(Law.DETERMINISTIC, history));
    }

    @Property
    void what_is_done_is_not_done_again(@ForAll("ofIdempotent") History history) {
        IdempotentLaw.check(trial(Law.IDEMPOTENT, history));
    }

    @Property
    void any_order_ends_the_same(@ForAll("ofConvergent") History history) {
        ConvergentLaw.check(trial(Law.CONVERGENT, history));
    }

    @Property
    void nothing_that_takes_no_part_is_written(@ForAll("ofContained") History history) {
        ContainedLaw.check(trial(Law.CONTAINED, history));
    }

    @Property
    void hostile_values_break_nothing(@ForAll("ofHostile") History history) {
        ContainedLaw.check(trial(Law.CONTAINED, history));
    }

    @Property
    void nothing_is_sent_that_changes_nothing(@ForAll("ofMinimal") History history) {
        MinimalLaw.check(trial(Law.MINIMAL, history));
    }

    @Property
    void an_edit_in_between_is_never_lost_unseen(@ForAll("ofConditional") History history) {
        ConditionalLaw.check(trial(Law.CONDITIONAL, history));
    }

    @Property
    void nothing_is_lost(@ForAll("ofNothingLost") History history) {
        NothingLostLaw.checkLastWords(trial(Law.NOTHING_LOST, history));
    }

    @Property
    void each_change_has_one_status(@ForAll("ofCalm") History history) {
        NothingLostLaw.checkOneEach(trial(Law.NOTHING_LOST, history));
    }

    @Property
    void what_the_cloud_does_not_mention_is_left_as_it_is(@ForAll("ofAbsent") History history) {
        MergedLaw.checkAbsent(trial(Law.MERGED, history));
    }

    @Property
    void what_both_sides_say_alike_is_no_conflict(@ForAll("ofAlike") History history) {
        MergedLaw.checkAlike(trial(Law.MERGED, history));
    }

    @Property(tries = 1)
    void what_the_cloud_states_is_written() {
        CarriedLaw.check(
                history -> trial(Law.CARRIED, history), vocabulary(Law.CARRIED).attributes());
    }

    @Property(tries = 1)
    void what_either_side_adds_to_a_list_commutes() {
        CommutingLaw.check(
                history -> trial(Law.MERGED, history),
                vocabulary(Law.MERGED).attributes(),
                vocabulary(Law.CARRIED).attributes().stream()
                        .map(CarriedAttribute::directory)
                        .collect(Collectors.toSet()));
    }

    @Property
    void an_undo_restores_what_a_run_changed(@ForAll("ofReversible") History history) {
        ReversibleLaw.check(trial(Law.REVERSIBLE, history));
    }

    @Test
    void what_the_laws_need_is_given() {
        try (World world = trial(Law.REVERSIBLE, History.of()).world()) {
            List<String> missing = world.engine().missing();
            assumeTrue(missing.isEmpty(), () -> String.join("; ", missing));
        }
    }

    @Provide
    Arbitrary<History> ofDeterministic() {
        // What comes at the same time on several threads goes wrong for one of them, and for which is chance.
        return histories(Law.DETERMINISTIC)
                .without(HistoryStep.Failed.class)
                .without(HistoryStep.Interfered.class)
                .arbitrary();
    }

    @Provide
    Arbitrary<History> ofIdempotent() {
        return histories(Law.IDEMPOTENT).arbitrary();
    }

    @Provide
    Arbitrary<History> ofConvergent() {
        return histories(Law.CONVERGENT)
                .without(HistoryStep.Edited.class)
                .without(HistoryStep.Interfered.class)
                .arbitrary();
    }

    @Provide
    Arbitrary<History> ofContained() {
        return histories(Law.CONTAINED).arbitrary();
    }

    @Provide
    Arbitrary<History> ofHostile() {
        return Histories.of(vocabulary(Law.CONTAINED).hostile()).arbitrary();
    }

    @Provide
    Arbitrary<History> ofMinimal() {
        return histories(Law.MINIMAL).steps(12).arbitrary();
    }

    @Provide
    Arbitrary<History> ofConditional() {
        return Endings.interfered(vocabulary(Law.CONDITIONAL));
    }

    @Provide
    Arbitrary<History> ofNothingLost() {
        return histories(Law.NOTHING_LOST).arbitrary();
    }

    @Provide
    Arbitrary<History> ofAbsent() {
        return histories(Law.MERGED).without(HistoryStep.Interfered.class).arbitrary();
    }

    @Provide
    Arbitrary<History> ofCalm() {
        return calm(Law.NOTHING_LOST);
    }

    @Provide
    Arbitrary<History> ofAlike() {
        return calm(Law.MERGED);
    }

    private Arbitrary<History> calm(Law law) {
        return histories(law)
                .without(HistoryStep.Edited.class)
                .without(HistoryStep.Interfered.class)
                .without(HistoryStep.Failed.class)
                .steps(8)
                .arbitrary();
    }

    @Provide
    Arbitrary<History> ofReversible() {
        return Endings.edited(vocabulary(Law.REVERSIBLE));
    }

    private Histories histories(Law law) {
        return Histories.of(vocabulary(law));
    }

    private Trial trial(Law law, History history) {
        return new Trial(law, history, this::engine, vocabulary(law), this::takesPart);
    }
}
