package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import dev.writeback.testkit.fault.Call;
import dev.writeback.testkit.fault.Fault;
import dev.writeback.testkit.fault.Faults;
import dev.writeback.testkit.fault.Injected;
import dev.writeback.testkit.fault.Injection;
import dev.writeback.testkit.fault.When;
import dev.writeback.testkit.time.Pause;
import dev.writeback.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DirectoryFaultsTest extends DirectoryTest {

    private static final Fault REFUSED =
            Fault.result(ResultCode.CONSTRAINT_VIOLATION, "00002082: AtrErr: DSID-03151880, #1: planned");

    private Injection follow(Call call, When when, Fault fault) {
        return directory.interventions().follow(Faults.none().on(call, when, fault));
    }

    private String info(int number) throws LDAPException {
        return admin.getEntry(dn(number)).getAttributeValue("info");
    }

    @Test
    void modifications_of_an_attribute_are_refused_and_others_are_not() throws LDAPException {
        Injection faults = follow(Call.MODIFY, When.touching("proxyaddresses").and(When.nth(2)), REFUSED);

        modify(dn(0), replace("info", "x"));
        modify(dn(0), replace("proxyAddresses", "SMTP:a@x.example"));
        assertRefused(
                refusalOf(dn(1), replace("info", "x"), replace("proxyAddresses", "SMTP:b@x.example")),
                ResultCode.CONSTRAINT_VIOLATION,
                "00002082: AtrErr");
        modify(dn(1), replace("proxyAddresses", "SMTP:b@x.example"));

        assertThat(faults.injected()).containsExactly(new Injected(Call.MODIFY, 2, REFUSED));
        assertThat(directory.user(1).value("info")).isEmpty();
    }

    @Test
    void an_entry_is_struck_whatever_it_is_called_by() throws LDAPException {
        ObjectGuid guid = new ObjectGuid(directory.user(0).objectGuid());
        follow(Call.MODIFY, When.of(guid).and(When.nth(1)), REFUSED);
        follow(Call.MODIFY, When.of(Dn.of(dn(1).toUpperCase(Locale.ROOT))), REFUSED);

        modify(dn(2), replace("info", "x"));
        refusalOf(dn(0), replace("info", "x"));
        refusalOf("<GUID=" + directory.user(1).objectGuid() + ">", replace("info", "x"));

        assertThat(info(0)).isNull();
        assertThat(info(1)).isNull();
        assertThat(info(2)).isEqualTo("x");
    }

    @Test
    void a_search_is_struck_by_what_it_asks_for_and_by() throws LDAPException {
        Injection faults = follow(Call.SEARCH, When.touching("mail"), Fault.unavailable());
        admin.search(directory.baseDn(), SearchScope.SUB, "(cn=user000000)", "cn");
        assertThatThrownBy(() -> admin.search(directory.baseDn(), SearchScope.SUB, "(cn=user000000)", "cn", "MAIL"))
                .isInstanceOf(LDAPSearchException.class)
                .hasMessageContaining("0000200F: SvcErr");
        assertThatThrownBy(
                        () -> admin.search(directory.baseDn(), SearchScope.SUB, "(|(cn=x)(!(mail=a@x.example)))", "cn"))
                .isInstanceOf(LDAPSearchException.class);
        assertThat(faults.injected()).hasSize(2);
    }

    @Test
    void a_search_by_the_id_of_an_entry_is_about_that_entry() throws LDAPException {
        Injection faults =
                follow(Call.SEARCH, When.of(new ObjectGuid(directory.user(1).objectGuid())), Fault.unavailable());
        admin.search(directory.baseDn(), SearchScope.SUB, byId(0), "cn");
        assertThatThrownBy(() -> admin.search(directory.baseDn(), SearchScope.SUB, byId(1), "cn"))
                .isInstanceOf(LDAPSearchException.class);
        Filter within = Filter.createORFilter(byId(1), Filter.createEqualityFilter("cn", "x"));
        assertThatThrownBy(() -> admin.search(directory.baseDn(), SearchScope.SUB, within, "cn"))
                .isInstanceOf(LDAPSearchException.class);
        assertThat(faults.injected()).hasSize(2);
    }

    private Filter byId(int number) {
        return Filter.createEqualityFilter(
                "objectGUID", new ObjectGuid(directory.user(number).objectGuid()).toBytes());
    }

    @Test
    void every_plan_counts_every_request_and_the_first_one_strikes() throws LDAPException {
        Injection first = follow(Call.MODIFY, When.always(), REFUSED);
        Injection second = follow(Call.MODIFY, When.after(1), Fault.unavailable());
        refusalOf(dn(0), replace("info", "x"));
        assertRefused(refusalOf(dn(0), replace("info", "x")), ResultCode.CONSTRAINT_VIOLATION, "00002082");
        assertThat(second.calls(Call.MODIFY)).isEqualTo(2);
        assertThat(second.injected()).isEmpty();
        first.end();
        assertRefused(refusalOf(dn(0), replace("info", "x")), ResultCode.UNAVAILABLE, "0000200F");
        assertThat(second.injected()).containsExactly(new Injected(Call.MODIFY, 3, Fault.unavailable()));
    }

    @Test
    void a_stale_search_shows_what_was_there_before_the_last_change() throws LDAPException {
        modify(dn(0), replace("info", "first"));
        Injection faults = follow(Call.SEARCH, When.always(), Fault.stale());
        assertThat(info(0)).as("where nothing older is known").isEqualTo("first");
        assertThat(faults.injected()).isEmpty();

        modify(dn(0), replace("info", "second"));

        assertThat(info(0)).isEqualTo("first");
        assertThat(faults.injected()).hasSize(1);
        assertThat(directory.user(0).value("info")).as("what it really holds").hasValue("second");
        faults.end();
        assertThat(info(0)).isEqualTo("second");
    }

    @Test
    void half_of_an_answer_comes_and_then_the_connection_is_cut() {
        follow(Call.SEARCH, When.nth(1), Fault.halfDelivered());
        SearchRequest people =
                new SearchRequest(directory.baseDn(), SearchScope.SUB, Filter.createPresenceFilter("uid"), "uid");
        assertThatThrownBy(() -> admin.search(people)).isInstanceOfSatisfying(LDAPSearchException.class, cut -> {
            assertThat(cut.getResultCode().isConnectionUsable()).isFalse();
            assertThat(cut.getSearchEntries())
                    .extracting(SearchResultEntry::getDN)
                    .hasSize(2);
        });
        try (LDAPConnection again = directory.connect()) {
            assertThat(again.search(people).getEntryCount()).isEqualTo(5);
        } catch (LDAPException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @Test
    void a_busy_directory_says_so_in_its_own_words() {
        follow(Call.MODIFY, When.nth(1), Fault.throttled(Duration.ofSeconds(5)));
        assertRefused(refusalOf(dn(0), replace("info", "x")), ResultCode.BUSY, "0000200E: SvcErr");
    }

    @Test
    void a_delay_passes_by_the_clock_of_the_test_and_the_request_is_done() throws LDAPException {
        SettableClock clock = SettableClock.at(Instant.EPOCH);
        directory
                .interventions()
                .follow(Faults.none()
                        .on(Call.MODIFY, When.always(), Fault.delay(Duration.ofMinutes(2)))
                        .begin(Pause.moving(clock)));
        modify(dn(0), replace("info", "x"));
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH.plusSeconds(120));
        assertThat(info(0)).isEqualTo("x");
    }

    @Test
    void a_directory_fails_as_planned_from_its_start() {
        Injection faults =
                Faults.none().on(Call.BIND, When.nth(1), Fault.unavailable()).begin();
        try (InMemoryActiveDirectory other =
                InMemoryActiveDirectory.builder().faults(faults).start()) {
            assertThatThrownBy(other::connect).hasRootCauseInstanceOf(LDAPException.class);
            other.connect().close();
        }
        assertThat(faults.calls(Call.BIND)).isEqualTo(2);
    }

    @Test
    void a_fault_of_ports_alone_is_none_of_a_directorys() {
        assertThatThrownBy(() -> directory
                        .interventions()
                        .failNext(Operation.MODIFY, 1, Fault.throwing(IllegalStateException::new)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a call MODIFY cannot meet Throwing");
    }

    @Test
    void each_operation_has_its_call() {
        assertThat(Operation.values()).extracting(Operation::call).hasSameElementsAs(Call.of(Call.Port.LDAP));
    }
}
