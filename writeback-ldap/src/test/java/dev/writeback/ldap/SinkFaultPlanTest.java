package dev.writeback.ldap;

import static dev.writeback.ldap.Ask.EA1;
import static dev.writeback.ldap.Ask.change;
import static dev.writeback.ldap.Ask.lookup;
import static dev.writeback.ldap.Ask.values;
import static dev.writeback.ldap.Ask.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.fault.Call;
import dev.writeback.testkit.fault.Fault;
import dev.writeback.testkit.fault.Faults;
import dev.writeback.testkit.fault.Injection;
import dev.writeback.testkit.fault.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sink says of its writes is true, whatever the server does with its requests. */
class SinkFaultPlanTest {

    private static final int ENTRIES = 30;
    private static final int MOST = 60;

    private static Faults plan(long seed) {
        return Faults.none()
                .on(Call.MODIFY, When.every(5), Fault.cutAfter())
                .on(Call.MODIFY, When.every(7), Fault.cutBefore())
                .on(Call.MODIFY, When.share(0.1, seed), Fault.throttled(Duration.ofSeconds(1)))
                .on(
                        Call.MODIFY,
                        When.touching("extensionAttribute1").and(When.nth(3)),
                        Fault.result(ResultCode.OTHER, "00002094: SvcErr: DSID-030F0000, problem 5003, data 0"))
                .on(Call.SEARCH, When.share(0.2, seed + 1), Fault.stale())
                .on(Call.SEARCH, When.share(0.1, seed + 2), Fault.halfDelivered())
                .on(Call.SEARCH, When.share(0.1, seed + 3), Fault.unavailable());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_write_that_is_told_as_done_is_done_and_one_that_is_told_as_undone_is_not(long seed) throws LDAPException {
        try (MemoryDomain domain = MemoryDomain.of(MemoryDomain.builder());
                LdapDirectory directory = LdapDirectory.open(domain.settings().build())) {
            List<ObjectGuid> entries = new ArrayList<>();
            for (int number = 0; number < ENTRIES; number++) {
                entries.add(domain.guid(domain.addUser("user" + number, new Attribute("extensionAttribute1", "zero"))));
            }
            Injection faults = domain.directory().interventions().follow(plan(seed));
            entries.forEach(entry -> bring(domain.directory(), directory, entry));
            assertThat(faults.unmet()).isEmpty();
        }
    }

    private static void bring(InMemoryActiveDirectory server, LdapDirectory directory, ObjectGuid guid) {
        for (String wanted : List.of("one", "two", "three")) {
            boolean isThere = IntStream.range(0, MOST).anyMatch(round -> step(server, directory, guid, wanted));
            assertThat(isThere).as("whether %s comes to hold %s", guid, wanted).isTrue();
        }
    }

    /** Looks and writes once, as anybody does who uses a sink; whether the entry holds by now what is wanted. */
    private static boolean step(
            InMemoryActiveDirectory server, LdapDirectory directory, ObjectGuid guid, String wanted) {
        LookupOutcome seen = lookup(directory, new Anchor.ImmutableId(guid));
        if (seen instanceof LookupOutcome.Found found
                && !found.entry().values(EA1).equals(values(wanted))) {
            List<String> before = held(server, guid);
            List<AttributeValue> shown = found.entry().values(EA1);
            WriteOutcome outcome = write(directory, found.entry(), change(EA1, shown, values(wanted)));
            List<String> told = outcome instanceof WriteOutcome.Applied ? List.of(wanted) : before;
            if (!(outcome instanceof WriteOutcome.Unknown)) {
                assertThat(held(server, guid))
                        .as("what is held after %s", outcome)
                        .isEqualTo(told);
            }
        }
        return held(server, guid).equals(List.of(wanted));
    }

    private static List<String> held(InMemoryActiveDirectory server, ObjectGuid guid) {
        return server.entry(guid.uuid()).orElseThrow().values("extensionAttribute1");
    }
}
