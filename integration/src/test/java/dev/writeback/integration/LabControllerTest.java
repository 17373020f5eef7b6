package dev.writeback.integration;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.testkit.controller.ControllerUnderTest;
import dev.writeback.testkit.controller.DomainControllerContract;
import dev.writeback.testkit.controller.MeasuredServer;
import dev.writeback.testkit.controller.SignedIn;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

/** A domain controller does what the contract says of it, and answers as its column of the table of differences says. */
@Tag("ad")
class LabControllerTest extends DomainControllerContract {

    @Override
    protected ControllerUnderTest controller() {
        return new Lab(AdLab.running());
    }

    private record Lab(AdLab lab) implements ControllerUnderTest {

        @Override
        public LDAPConnection connect(SignedIn who) throws LDAPException {
            return switch (who) {
                case ADMINISTRATOR -> lab.connect(AdLab.Account.ADMIN);
                case DELEGATE -> lab.connect(AdLab.Account.LEAST);
                case NOBODY -> lab.connectAnonymously();
            };
        }

        @Override
        public String base() {
            return lab.peopleDn();
        }

        @Override
        public Optional<MeasuredServer> like() {
            return Optional.of(MeasuredServer.LAB);
        }
    }
}
