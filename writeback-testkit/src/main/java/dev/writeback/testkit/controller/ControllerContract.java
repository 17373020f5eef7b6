package dev.writeback.testkit.controller;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * What the themes of the contract of a domain controller have in common: a place to work in, and words for answers. A
 * theme may be extended alone; {@link DomainControllerContract} has them all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ControllerContract {

    @SuppressWarnings("NullAway.Init") // JUnit calls move_in before the first test
    Workplace place;

    /** For the themes. */
    ControllerContract() {}

    /**
     * The server to be tested. Asked for once, before the first test of a theme.
     *
     * @return the server
     */
    protected abstract ControllerUnderTest controller();

    @BeforeAll
    final void move_in() throws LDAPException {
        place = Workplace.open(controller());
    }

    @AfterAll
    final void move_out() throws LDAPException {
        place.close();
    }

    static void done(String what, Reply.Request request) {
        assertThat(Reply.to(request)).as(what).hasToString("0");
    }

    static void refused(String what, ResultCode code, Reply.Request request) {
        assertThat(Reply.to(request).code())
                .as("%s: the result code of the refusal", what)
                .isEqualTo(code.intValue());
    }

    static void refused(String what, ResultCode code, String digits, Reply.Request request) {
        assertThat(Reply.to(request))
                .as("%s: the result code and the first eight digits of the message", what)
                .isEqualTo(new Reply(code.intValue(), digits));
    }
}
