package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.writeback.ldap.LdapSettings.Tls;
import dev.writeback.ldap.ServiceRecords.Answer;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.testkit.time.SettableClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiscoveredServersTest {

    private static final String CONTROLLERS = "_ldap._tcp.dc._msdcs.corp.example";
    private static final String OF_SITE = "_ldap._tcp.Branch._sites.dc._msdcs.corp.example";

    private final Map<String, Answer> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final SettableClock time = SettableClock.at(InstantSource.system().instant());
    private final ServiceRecords dns = name -> {
        asked.add(name);
        return answers.getOrDefault(name, new Answer.NoSuchName());
    };

    @Test
    void the_controllers_of_the_site_come_before_the_others() throws DirectoryFailure {
        answers.put(CONTROLLERS, found(record(0, "dc1"), record(0, "DC2"), record(0, "branch1")));
        answers.put(OF_SITE, found(record(5, "branch2"), record(0, "branch1")));

        List<ServerAddress> found = servers("Branch", Tls.LDAPS).addresses();

        assertThat(found.subList(0, 2)).hasToString("[branch1.corp.example:636, branch2.corp.example:636]");
        assertThat(found.subList(2, 4))
                .extracting(ServerAddress::toString)
                .containsExactlyInAnyOrder("dc1.corp.example:636", "dc2.corp.example:636");
    }

    @Test
    void without_tls_from_the_start_the_port_is_the_published_one() throws DirectoryFailure {
        answers.put(CONTROLLERS, found(record(0, "dc1")));

        assertThat(servers(null, Tls.START_TLS).addresses()).hasToString("[dc1.corp.example:389]");
        assertThat(servers(null, Tls.NONE).addresses()).hasToString("[dc1.corp.example:389]");
    }

    @Test
    void another_port_than_389_is_taken_as_it_is() throws DirectoryFailure {
        answers.put(CONTROLLERS, found(new ServiceRecord(0, 0, 10_636, "dc1.corp.example")));

        assertThat(servers(null, Tls.LDAPS).addresses()).hasToString("[dc1.corp.example:10636]");
    }

    @Test
    void a_site_without_controllers_leaves_those_of_the_domain() throws DirectoryFailure {
        answers.put(CONTROLLERS, found(record(0, "dc1")));

        assertThat(servers("Branch", Tls.LDAPS).addresses()).hasToString("[dc1.corp.example:636]");
        assertThat(asked).containsExactly(OF_SITE, CONTROLLERS);
    }

    @Test
    void a_domain_that_is_not_active_directorys_has_its_servers_elsewhere() throws DirectoryFailure {
        answers.put("_ldap._tcp.corp.example", found(record(0, "ldap1")));

        assertThat(servers(null, Tls.LDAPS).addresses()).hasToString("[ldap1.corp.example:636]");
    }

    @Test
    void what_cannot_be_found_is_one_sentence_each() {
        assertThat(problem().reason()).isEqualTo("The domain corp.example is not known to the name servers.");

        answers.put("corp.example", found());
        assertThat(problem().reason())
                .isEqualTo(
                        "The domain corp.example names no domain controllers (no SRV records at _ldap._tcp.dc._msdcs.corp.example).");

        answers.put(CONTROLLERS, found(new ServiceRecord(0, 0, 0, "")));
        assertThat(problem().reason()).contains("names no domain controllers");

        answers.put(CONTROLLERS, new Answer.Failed("the name servers of this machine cannot be reached"));
        assertThat(problem().reason())
                .isEqualTo(
                        "The domain controllers of corp.example cannot be found: the name servers of this machine cannot be reached.");
        assertThat(problem().code()).isEqualTo(ErrorCode.DIRECTORY_UNAVAILABLE);
    }

    @Test
    void the_controllers_are_asked_for_again_after_ten_minutes() throws DirectoryFailure {
        answers.put(CONTROLLERS, found(record(0, "dc1")));
        DiscoveredServers servers = servers(null, Tls.LDAPS);
        servers.addresses();
        answers.put(CONTROLLERS, found(record(0, "dc2")));

        time.advance(Duration.ofMinutes(9));
        assertThat(servers.addresses()).hasToString("[dc1.corp.example:636]");
        time.advance(Duration.ofMinutes(1));

        assertThat(servers.addresses()).hasToString("[dc2.corp.example:636]");
        assertThat(asked).hasSize(2);
    }

    @Test
    void where_one_is_doubted_they_are_asked_for_after_half_a_minute() throws DirectoryFailure {
        answers.put(CONTROLLERS, found(record(0, "dc1"), record(1, "dc2")));
        DiscoveredServers servers = servers(null, Tls.LDAPS);
        servers.addresses();
        answers.put(CONTROLLERS, found(record(1, "dc2")));

        servers.doubt();
        assertThat(servers.addresses()).hasSize(2);
        time.advance(Duration.ofSeconds(30));

        assertThat(servers.addresses()).hasToString("[dc2.corp.example:636]");
        time.advance(Duration.ofMinutes(1));
        servers.addresses();
        assertThat(asked).hasSize(2);
    }

    @Test
    void those_known_stay_while_nobody_answers() throws DirectoryFailure {
        answers.put(CONTROLLERS, found(record(0, "dc1")));
        DiscoveredServers servers = servers(null, Tls.LDAPS);
        servers.addresses();
        answers.put(CONTROLLERS, new Answer.Failed("the name servers of this machine cannot be reached"));

        time.advance(Duration.ofMinutes(11));
        assertThat(servers.addresses()).hasToString("[dc1.corp.example:636]");
        answers.put(CONTROLLERS, found(record(0, "dc2")));
        time.advance(Duration.ofMinutes(11));

        assertThat(servers.addresses()).hasToString("[dc2.corp.example:636]");
    }

    @Test
    void the_order_stays_as_long_as_the_records_do() throws DirectoryFailure {
        answers.put(CONTROLLERS, found(record(0, "dc1"), record(0, "dc2"), record(0, "dc3"), record(0, "dc4")));
        DiscoveredServers servers = servers(null, Tls.LDAPS);
        List<ServerAddress> first = servers.addresses();

        for (int round = 0; round < 5; round++) {
            time.advance(Duration.ofMinutes(10));
            assertThat(servers.addresses()).isEqualTo(first);
        }
    }

    private Problem problem() {
        return catchThrowableOfType(
                        DirectoryFailure.class, () -> servers(null, Tls.LDAPS).addresses())
                .problem();
    }

    private DiscoveredServers servers(@Nullable String site, Tls tls) {
        return new DiscoveredServers(
                new DomainName("corp.example", site, List.of()), tls, dns, new SplittableRandom(7), time);
    }

    private static Answer found(ServiceRecord... records) {
        return new Answer.Found(List.of(records));
    }

    private static ServiceRecord record(int priority, String host) {
        return new ServiceRecord(priority, 100, 389, host + ".corp.example");
    }
}
