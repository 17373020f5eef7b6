package dev.writeback.testkit.controller;

import static dev.writeback.testkit.controller.Change.addresses;
import static dev.writeback.testkit.controller.Change.replace;
import static dev.writeback.testkit.controller.Change.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many values one entry holds. Active Directory's limit lies between 1,200 and 1,300 values that are no links. */
public abstract class EntrySizeContract extends ControllerContract {

    /** For those who extend it. */
    protected EntrySizeContract() {}

    @Test
    void an_entry_holds_1200_addresses() throws LDAPException {
        String user = place.user(with("proxyAddresses", addresses(1_200)));
        assertThat(place.values(user, "proxyAddresses")).hasSize(1_200);
        place.modify(user, replace("proxyAddresses", addresses(1_199)));
        assertThat(place.values(user, "proxyAddresses")).hasSize(1_199);
    }

    @Test
    void links_do_not_count() throws LDAPException {
        List<String> delegates = new ArrayList<>();
        for (int i = 0; i < 1_250; i++) {
            delegates.add(place.contact());
        }
        String user = place.user();
        done(
                "1,250 links in one request",
                () -> place.modify(user, replace("publicDelegates", delegates.toArray(String[]::new))));
        assertThat(place.values(user, "publicDelegates")).hasSize(1_250);
        // Servers are slow to delete what so many links lead to.
        place.modify(user, replace("publicDelegates"));
    }
}
