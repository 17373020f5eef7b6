package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.ldap.ServiceRecords.Answer;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DnsServiceRecordsTest {

    private static final String NAME = "_ldap._tcp.dc._msdcs.corp.example";

    private NameServer server;
    private ServiceRecords dns;

    @BeforeEach
    void start() throws IOException {
        server = new NameServer();
        dns = new DnsServiceRecords(List.of(server.address()));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void records_are_read_as_they_are_written() {
        ServiceRecord first = new ServiceRecord(0, 100, 389, "dc1.corp.example");
        ServiceRecord second = new ServiceRecord(65_535, 0, 3268, "DC-2.corp.example");
        server.put(NAME, first, second);

        assertThat(records(dns.of(NAME))).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void more_than_a_datagram_holds_comes_over_tcp() {
        ServiceRecord[] many = IntStream.range(0, 60)
                .mapToObj(i -> new ServiceRecord(0, 100, 389, "dc%02d.branch-office.corp.example".formatted(i)))
                .toArray(ServiceRecord[]::new);
        server.put(NAME, many);

        assertThat(records(dns.of(NAME))).containsExactlyInAnyOrder(many);
    }

    @Test
    void a_name_without_records_is_told_from_one_that_is_not_there() {
        server.put("corp.example");

        assertThat(dns.of("corp.example")).isEqualTo(new Answer.Found(List.of()));
        assertThat(dns.of(NAME)).isEqualTo(new Answer.NoSuchName());
    }

    @Test
    void a_service_that_is_not_offered_has_the_root_as_target() {
        server.put(NAME, new ServiceRecord(0, 0, 0, ""));

        assertThat(records(dns.of(NAME))).containsExactly(new ServiceRecord(0, 0, 0, ""));
    }

    @Test
    void a_server_that_fails_or_is_not_there_is_named() throws IOException {
        server.fail(2);
        assertThat(dns.of(NAME))
                .isEqualTo(new Answer.Failed(
                        "the name server %s could not find an answer (SERVFAIL)".formatted(server.address())));

        String gone = server.address();
        server.close();
        assertThat(dns.of(NAME)).isEqualTo(new Answer.Failed("the name server %s cannot be reached".formatted(gone)));
    }

    @Test
    void the_next_name_server_is_asked_where_one_is_silent() throws IOException {
        server.put(NAME, new ServiceRecord(0, 0, 389, "dc1.corp.example"));
        String gone;
        try (NameServer other = new NameServer()) {
            gone = other.address();
        }

        assertThat(records(new DnsServiceRecords(List.of(gone, server.address())).of(NAME)))
                .hasSize(1);
    }

    @Test
    void the_name_servers_of_this_machine_are_asked_if_none_are_named() {
        assertThat(new DnsServiceRecords(List.of()).of("_ldap._tcp.dc._msdcs.corp.invalid"))
                .isInstanceOfAny(Answer.NoSuchName.class, Answer.Failed.class);
    }

    private static List<ServiceRecord> records(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Found.class);
        return ((Answer.Found) answer).records();
    }
}
