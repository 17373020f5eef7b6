package dev.writeback.testkit.law;

import dev.writeback.model.EntryId;
import dev.writeback.testkit.arbitrary.History;
import dev.writeback.testkit.arbitrary.NumberedMailbox;
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

    /** The first mailbox whose entry is in scope; without one, no law would have anything to try. */
    NumberedMailbox participant() {
        Field field = new Field(vocabulary);
        return Field.mailboxes()
                .filter(mailbox -> takesPart.test(field.entry(mailbox)))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(
                                "takesPart() has none of the mailboxes' entries;"
                                        + " let the scope and it have OU=People,DC=corp,DC=example, OU=Elsewhere,DC=corp,DC=example or both"));
    }

    /** What a failure begins with. */
    String about(String expected) {
        return "%s: %s%nexpected: %s%nthe history: %s%n".formatted(law.name(), law, expected, history);
    }
}
