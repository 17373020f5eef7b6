package dev.writeback.ldap;

import static dev.writeback.ldap.Ask.EA1;
import static dev.writeback.ldap.Ask.EA2;
import static dev.writeback.ldap.Ask.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.ldap.LdapSettings.Changes;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.Dn;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.ChangedEntry;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.Finding;
import dev.writeback.spi.SourceRead.Rest;
import dev.writeback.spi.WatchRead;
import dev.writeback.testkit.directory.Operation;
import dev.writeback.testkit.fault.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a watch does beyond its contract. */
class LdapWatchTest {

    private static final AttributeName DELEGATES = AttributeName.of("publicDelegates");
    private static final Map<AttributeName, AttributeSyntax> ATTRIBUTES = Map.of(
            EA1, AttributeSyntax.CASE_IGNORE,
            EA2, AttributeSyntax.CASE_IGNORE,
            DELEGATES, AttributeSyntax.DN);

    private final List<AutoCloseable> open = new ArrayList<>();
    private MemoryDomain domain;
    private String ada;

    @BeforeEach
    void start() throws LDAPException {
        start(1);
    }

    private void start(int users) throws LDAPException {
        domain = MemoryDomain.of(MemoryDomain.builder().users(users));
        open.add(domain);
        ada = domain.addUser("ada", new Attribute("extensionAttribute1", "one"));
        domain.addUser("bob");
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_account_of_the_service_may_watch(Changes changes) throws LDAPException {
        DirectoryWatch watch = watch(domain.settings().changes(changes));
        Cursor begin = begin(watch);
        set(ada, "extensionAttribute1", "two");

        assertThat(only(page(watch, begin)).attributes()).containsEntry(EA1, values("two"));
    }

    @ParameterizedTest
    @EnumSource
    void values_that_come_in_ranges_are_told_to_the_end(Changes changes) throws LDAPException {
        start(1600);
        DirectoryWatch watch = watch(domain.settings().changes(changes));
        Cursor begin = begin(watch);
        String[] many = IntStream.range(0, 1600)
                .mapToObj(n -> domain.directory().user(n).dn())
                .toArray(String[]::new);
        set(ada, "publicDelegates", many);

        assertThat(only(page(watch, begin)).attributes().get(DELEGATES)).hasSize(1600);
    }

    @ParameterizedTest
    @EnumSource
    void a_value_that_is_taken_out_between_the_parts_makes_no_other_one_disappear(Changes changes)
            throws LDAPException {
        start(1600);
        DirectoryWatch watch = watch(domain.settings().changes(changes));
        Cursor begin = begin(watch);
        List<String> many = IntStream.range(0, 1600)
                .mapToObj(n -> domain.directory().user(n).dn())
                .toList();
        set(ada, "publicDelegates", many.toArray(String[]::new));
        // The part that follows is asked for by the entry's GUID, as the first search is not.
        domain.directory()
                .interventions()
                .beforeNext(
                        Operation.SEARCH,
                        ada,
                        () -> domain.directory()
                                .modify(
                                        "dn: " + ada,
                                        "changetype: modify",
                                        "delete: publicDelegates",
                                        "publicDelegates: " + many.get(0),
                                        "-"));

        assertThat(only(page(watch, begin)).attributes().get(DELEGATES))
                .extracting(Object::toString)
                .containsExactlyInAnyOrderElementsOf(many.subList(1, 1600));
    }

    @ParameterizedTest
    @EnumSource
    void entries_outside_the_base_are_not_told_of_until_they_come_in(Changes changes) throws LDAPException {
        DirectoryWatch watch = watch(domain.settings().changes(changes).baseDn(Dn.of(domain.unit())));
        String outside = domain.directory().user(0).dn();
        Cursor begin = begin(watch);
        set(outside, "extensionAttribute2", "before");
        WatchRead.Page first = page(watch, begin);
        assertThat(first.changed()).isEmpty();

        domain.directory().move(outside, "CN=moved," + domain.unit());

        ChangedEntry moved = only(page(watch, first.next()));
        assertThat(moved.entry().dn()).isEqualTo(Dn.of("CN=moved," + domain.unit()));
        assertThat(moved.attributes()).containsEntry(EA2, values("before")).containsEntry(DELEGATES, List.of());
    }

    @Test
    void dirsync_tells_only_what_changed_of_an_entry() throws LDAPException {
        DirectoryWatch watch = watch(domain.settings().changes(Changes.DIRSYNC));
        Cursor begin = begin(watch);
        set(ada, "extensionAttribute2", "two");
        set(ada, "info", "nobody asked");

        assertThat(only(page(watch, begin)).attributes()).isEqualTo(Map.of(EA2, values("two")));
    }

    @ParameterizedTest
    @EnumSource
    void a_restored_server_is_lost(Changes changes) throws LDAPException {
        DirectoryWatch watch = watch(domain.settings().changes(changes));
        Cursor begin = begin(watch);
        domain.directory().newInvocationId();

        WatchRead.Lost lost = (WatchRead.Lost) watch.read(begin, ATTRIBUTES);
        assertThat(lost.sentence()).contains("dc1.corp.example was restored");
        set(ada, "extensionAttribute1", "two");
        assertThat(page(watch, lost.next()).changed()).isNotEmpty();
    }

    @Test
    void a_server_that_is_behind_where_it_was_is_lost() {
        DirectoryWatch watch = watch(domain.settings());
        String place = begin(watch).value();
        String position = place.split(" ", 5)[3];
        Cursor ahead = new Cursor(place.replace(position, "999999999/" + UsnWindow.Position.WIDEST));

        assertThat(watch.read(ahead, ATTRIBUTES)).isInstanceOf(WatchRead.Lost.class);
    }

    @Test
    void a_cookie_that_the_server_refuses_is_lost_and_an_outage_is_not() {
        DirectoryWatch watch = watch(domain.settings().changes(Changes.DIRSYNC));
        String place = begin(watch).value();
        Cursor refused = new Cursor(place.replace(place.split(" ", 5)[3], "bm9uc2Vuc2U="));
        assertThat(watch.read(refused, ATTRIBUTES)).isInstanceOf(WatchRead.Lost.class);

        domain.directory().stopListening();
        assertThat(watch.read(refused, ATTRIBUTES)).isInstanceOf(WatchRead.Unavailable.class);
    }

    @ParameterizedTest
    @EnumSource
    void the_next_server_takes_over_and_the_place_is_lost(Changes changes) throws LDAPException {
        try (MemoryDomain second = MemoryDomain.of(MemoryDomain.builder().seed(2))) {
            second.addUser("ada");
            DirectoryWatch watch = watch(domain.settings()
                    .changes(changes)
                    .tls(LdapSettings.Tls.NONE)
                    .servers(List.of(
                            domain.directory().ldapUrl(), second.directory().ldapUrl())));
            Cursor begin = begin(watch);
            domain.directory().stopListening();

            WatchRead.Lost lost = (WatchRead.Lost) watch.read(begin, ATTRIBUTES);
            second.directory().modify(modification(ada, "extensionAttribute1", "there"));
            assertThat(only(page(watch, lost.next())).attributes()).containsEntry(EA1, values("there"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_server_that_hides_its_invocation_id_cannot_be_watched(Changes changes) throws LDAPException {
        String settings = domain.admin().getRootDSE().getAttributeValue("dsServiceName");
        domain.admin().modify(settings, new Modification(ModificationType.DELETE, "invocationId"));
        LdapSettings.Builder builder = domain.settings().changes(changes);

        Problem problem = unavailable(watch(builder), null);

        assertThat(problem.code()).isEqualTo(ErrorCode.INSUFFICIENT_RIGHTS);
        assertThat(problem.reason()).contains("invocationId");
        assertThat(problem.action()).contains("Grant");
        assertThat(watchFinding(builder)).satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Finding.Level.WARNING);
            assertThat(finding.message()).isEqualTo(problem.reason());
        });
    }

    @Test
    void a_right_that_is_missing_is_named() {
        LdapSettings.Builder builder = domain.settings().changes(Changes.DIRSYNC);
        DirectoryWatch watch = watch(builder);
        Cursor begin = begin(watch);
        domain.directory()
                .interventions()
                .failNext(Operation.SEARCH, 9, Fault.result(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "00002098: no"));

        Problem problem = unavailable(watch, begin);

        assertThat(problem.code()).isEqualTo(ErrorCode.INSUFFICIENT_RIGHTS);
        assertThat(problem.action()).contains("Replicating Directory Changes");
    }

    @ParameterizedTest
    @EnumSource
    void a_check_says_that_drift_can_be_watched_and_how(Changes changes) {
        Finding finding = watchFinding(domain.settings().changes(changes));

        assertThat(finding.level()).isEqualTo(Finding.Level.OK);
        assertThat(finding.message()).contains(changes == Changes.USN ? "(usn)" : "(dirsync)");
    }

    @Test
    void a_backlog_costs_few_searches_a_page() throws LDAPException {
        start(1600);
        DirectoryWatch watch = watch(domain.settings().watchPage(100));
        Cursor place = begin(watch);
        for (int n = 0; n < 1600; n++) {
            set(domain.directory().user(n).dn(), "extensionAttribute1", "changed");
        }
        domain.directory().resetCounts();
        int pages = 0;
        int told = 0;
        Rest rest = Rest.MORE;
        while (rest == Rest.MORE) {
            WatchRead.Page page = page(watch, place);
            place = page.next();
            rest = page.rest();
            told += page.changed().size();
            pages++;
        }

        assertThat(told).isEqualTo(1600);
        assertThat(pages).isLessThan(40);
        assertThat(domain.directory().counts().of(Operation.SEARCH)).isLessThan(5L * pages);
    }

    private DirectoryWatch watch(LdapSettings.Builder settings) {
        LdapDirectory directory = LdapDirectory.open(settings.build());
        open.add(directory);
        return directory.watch().orElseThrow();
    }

    private Finding watchFinding(LdapSettings.Builder settings) {
        try (LdapDirectory directory = LdapDirectory.open(settings.build())) {
            return directory.check(new CheckRequest(Map.of(), List.of(), Instant.EPOCH)).stream()
                    .filter(finding -> finding.topic().equals("watch"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void set(String dn, String attribute, String... values) throws LDAPException {
        domain.admin().modify(dn, new Modification(ModificationType.REPLACE, attribute, values));
    }

    private static String[] modification(String dn, String attribute, String value) {
        return new String[] {"dn: " + dn, "changetype: modify", "replace: " + attribute, attribute + ": " + value, "-"};
    }

    private static Cursor begin(DirectoryWatch watch) {
        return page(watch, null).next();
    }

    private static WatchRead.Page page(DirectoryWatch watch, @Nullable Cursor after) {
        WatchRead read = watch.read(after, ATTRIBUTES);
        assertThat(read).isInstanceOf(WatchRead.Page.class);
        return (WatchRead.Page) read;
    }

    private static Problem unavailable(DirectoryWatch watch, @Nullable Cursor after) {
        WatchRead read = watch.read(after, ATTRIBUTES);
        assertThat(read).isInstanceOf(WatchRead.Unavailable.class);
        return ((WatchRead.Unavailable) read).problem();
    }

    private static ChangedEntry only(WatchRead.Page page) {
        assertThat(page.changed()).hasSize(1);
        return page.changed().get(0);
    }
}
