package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.engine.Limits;
import dev.writeback.engine.RetryPolicy;
import dev.writeback.engine.Writeback;
import dev.writeback.ldap.LdapDirectory;
import dev.writeback.ldap.LdapSettings;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.testkit.cloud.CloudMailbox;
import dev.writeback.testkit.cloud.RecordingReporter;
import dev.writeback.testkit.cloud.ScriptedCloud;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.Operation;
import dev.writeback.testkit.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever a directory answers to any request, each object ends in one outcome at most, the directory holds what the
 * statuses say, and once the answers are right again all is written.
 */
class InjectedAnswersTest {

    private static final int USERS = 4;

    private InMemoryActiveDirectory server;
    private LdapDirectory directory;
    private Writeback writeback;
    private final ScriptedCloud cloud = ScriptedCloud.empty();
    private final RecordingReporter statuses = new RecordingReporter();
    private Instant now = Instant.parse("2026-11-29T08:00:00Z");
    private final InstantSource time = () -> now;

    @BeforeEach
    void start() {
        server = InMemoryActiveDirectory.builder().users(USERS).start();
        directory = LdapDirectory.open(LdapSettings.builder()
                .servers(List.of("ldap://127.0.0.1:" + server.ldapPort()))
                .tls(LdapSettings.Tls.NONE)
                .baseDn(Dn.of(server.baseDn()))
                .globalCatalogs(List.of())
                .bind(server.adminDn(), () -> server.adminPassword().toCharArray())
                .build());
        writeback = Writeback.builder()
                .source(cloud)
                .directory(directory)
                .reporter(statuses)
                .time(time)
                .connections(1)
                .limits(Limits.standard().withFailedPercent(null))
                .retry(new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofDays(365)))
                .build();
    }

    @AfterEach
    void stop() {
        writeback.close();
        directory.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"MODIFY", "SEARCH", "BIND"})
    void whatever_is_answered_the_directory_is_as_the_statuses_say(Operation operation) {
        int version = 1;
        assertSettled(version, "start");
        for (Fault fault : faults()) {
            for (int times = 1; times <= 3; times += 2) {
                version++;
                String before = "v" + (version - 1);
                String after = "v" + version;
                state(version);
                if (operation == Operation.BIND) {
                    server.stopListening();
                    server.startListening();
                }
                server.interventions().failNext(operation, times, fault);
                int known = statuses.all().size();

                writeback.runOnce();

                server.interventions().clear();
                for (int i = 0; i < USERS; i++) {
                    CloudObjectId id = id(i);
                    List<Status> told = statuses.all().stream()
                            .skip(known)
                            .filter(status -> status.object().filter(id::equals).isPresent())
                            .toList();
                    assertThat(told)
                            .as("statuses of user %d after %s to %s", i, fault(fault), operation)
                            .hasSizeLessThan(2);
                    String held = held(i);
                    if (told.isEmpty()) {
                        assertThat(held).isIn(before, after);
                    } else {
                        assertThat(held)
                                .as("user %d, of whom it is told: %s", i, told.get(0))
                                .isEqualTo(told.get(0).result() == Step.Result.FAILURE ? before : after);
                    }
                }
                assertSettled(version, fault(fault));
            }
        }
    }

    private void assertSettled(int version, String after) {
        state(version);
        for (int i = 0; i < 3; i++) {
            now = now.plusSeconds(60);
            writeback.runOnce();
        }
        assertThat(IntStream.range(0, USERS).mapToObj(this::held))
                .as("what the directory holds at last, after %s", after)
                .containsOnly("v" + version);
    }

    private void state(int version) {
        for (int i = 0; i < USERS; i++) {
            cloud.page(CloudMailbox.of(id(i).value())
                    .anchoredAt(server.user(i).objectGuid())
                    .stating("CustomAttribute1", "v" + version)
                    .version(version)
                    .change());
        }
    }

    private static CloudObjectId id(int user) {
        return CloudObjectId.of("mailbox-" + user);
    }

    private String held(int user) {
        return String.join(",", server.user(user).values("extensionAttribute1"));
    }

    private static List<Fault> faults() {
        Map<Integer, String> answers = IntStream.of(
                        1, 3, 4, 8, 10, 11, 12, 13, 16, 17, 18, 19, 20, 21, 32, 34, 48, 49, 50, 51, 52, 53, 54, 64, 65,
                        67, 68, 71, 80, 122)
                .boxed()
                .collect(Collectors.toMap(result -> result, result -> "00000000: an answer that a test makes"));
        Stream<Fault> results =
                answers.entrySet().stream().map(one -> Fault.result(ResultCode.valueOf(one.getKey()), one.getValue()));
        Stream<Fault> codes = Stream.of(
                        "0000200E: SvcErr: DSID-02080490, problem 5001 (BUSY), data 0",
                        "000020AC: SvcErr: DSID-03200C3D, problem 5002 (UNAVAILABLE), data 0",
                        "0000208D: NameErr: DSID-0310028D, problem 2001 (NO_OBJECT), data 0",
                        "000020D9: SvcErr: problem 5012 (DIR_ERROR)")
                .map(message -> Fault.result(ResultCode.OTHER, message));
        return Stream.of(Stream.of(Fault.cutBefore(), Fault.cutAfter()), results, codes)
                .flatMap(it -> it)
                .toList();
    }

    private static String fault(Fault fault) {
        return String.valueOf(fault);
    }
}
