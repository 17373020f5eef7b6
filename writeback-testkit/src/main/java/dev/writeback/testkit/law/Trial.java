package dev.writeback.testkit.law;

import dev.writeback.model.EntryId;
import dev.writeback.testkit.arbitrary.History;
import dev.writeback.testkit.arbitrary.Vocabulary;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One history that a law is tried with.
 *
 * @param law the law
 * @param history the history
 * @param engine makes the engine that is tried
 * @param vocabulary what the profile carries
 * @param takesPart which entries are in scope
 */
record Trial(
        Law law,
        History history,
        Function<Surroundings, EngineUnderTest> engine,
        Vocabulary vocabulary,
        Predicate<EntryId> takesPart) {

    /** A world in which nothing has happened yet. */
    World world() {
        return new World(this);
    }

    /** What a failure begins with. */
    String about(String expected) {
        return "%s: %s%nexpected: %s%nthe history: %s%n".formatted(law.name(), law, expected, history);
    }
}
