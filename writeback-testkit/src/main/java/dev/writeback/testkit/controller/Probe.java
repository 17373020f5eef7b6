package dev.writeback.testkit.controller;

import com.unboundid.ldap.sdk.LDAPException;

/**
 * A question that the servers that were measured answer differently.
 *
 * @param asked the question, as the table of differences has it
 * @param question how it is asked
 */
record Probe(String asked, Question question) {

    /** Asks a server. */
    @FunctionalInterface
    interface Question {
        /** The answer in one line. */
        Object ask(Workplace place) throws LDAPException;
    }

    /** The answer as the table writes it; a refusal by its result code and eight digits. */
    String answer(Workplace place) {
        try {
            return question.ask(place).toString();
        } catch (LDAPException refusal) {
            return Reply.of(refusal).toString();
        }
    }
}
