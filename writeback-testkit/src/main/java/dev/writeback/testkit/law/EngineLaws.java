package dev.writeback.testkit.law;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.writeback.model.EntryId;
import dev.writeback.testkit.arbitrary.Histories;
import dev.writeback.testkit.arbitrary.History;
import dev.writeback.testkit.arbitrary.HistoryStep;
import dev.writeback.testkit.arbitrary.Vocabulary;
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

    /** What a law is tried with; {@link #vocabulary()} by default. For attributes that a rule takes out of a law. */
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
    void what_both_sides_say_alike_is_no_conflict(@ForAll("ofCalm") History history) {
        MergedLaw.checkAlike(trial(Law.MERGED, history));
    }

    @Property(tries = 1)
    void what_either_side_adds_to_a_list_commutes() {
        CommutingLaw.check(
                history -> trial(Law.MERGED, history), vocabulary(Law.MERGED).attributes());
    }

    @Property
    void an_undo_restores_what_a_run_changed(@ForAll("ofReversible") History history) {
        ReversibleLaw.check(trial(Law.REVERSIBLE, history));
    }

    @Test
    void what_the_laws_need_is_given() {
        try (World world = trial(Law.REVERSIBLE, History.of()).world()) {
            assumeTrue(
                    world.engine().undoes(), () -> "undoing() is not given, so this is not tried: " + Law.REVERSIBLE);
            assumeTrue(
                    world.engine().plans(),
                    () -> "planning() is not given, so only what is written is tried of: " + Law.MINIMAL);
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
        // One mailbox, so that somebody is there at the same time as the engine.
        return histories(Law.CONDITIONAL)
                .mailboxes(1)
                .without(HistoryStep.Edited.class)
                .without(HistoryStep.Removed.class)
                .without(HistoryStep.HandedBack.class)
                .arbitrary();
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
        return histories(Law.NOTHING_LOST)
                .without(HistoryStep.Edited.class)
                .without(HistoryStep.Interfered.class)
                .without(HistoryStep.Failed.class)
                .steps(8)
                .arbitrary();
    }

    @Provide
    Arbitrary<History> ofReversible() {
        return histories(Law.REVERSIBLE)
                .without(HistoryStep.Interfered.class)
                .without(HistoryStep.Failed.class)
                .without(HistoryStep.Reconciled.class)
                .arbitrary();
    }

    private Histories histories(Law law) {
        return Histories.of(vocabulary(law));
    }

    private Trial trial(Law law, History history) {
        return new Trial(law, history, this::engine, vocabulary(law), this::takesPart);
    }
}
