package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.engine.RunReport;
import dev.writeback.engine.Writeback;
import dev.writeback.engine.exchange.Uniqueness;
import dev.writeback.ldap.LdapDirectory;
import dev.writeback.ldap.LdapSettings;
import dev.writeback.model.AttributeName;
import dev.writeback.model.Dn;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Status;
import dev.writeback.testkit.cloud.CloudMailbox;
import dev.writeback.testkit.cloud.RecordingReporter;
import dev.writeback.testkit.cloud.ScriptedCloud;
import dev.writeback.testkit.directory.EntrySnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several people edit the very entries that the engine writes, over LDAP and all at once. */
class ConcurrentWritersTest {

    private static final int USERS = 12;
    private static final int ROUNDS = 8;

    private final Map<String, List<String>> edits = new ConcurrentHashMap<>();
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** One edit of one entry, as somebody makes it who has just looked at it. */
    @FunctionalInterface
    private interface Edit {
        List<Modification> of(EntrySnapshot entry, String dn, int turn);
    }

    @Test
    void no_edit_is_lost_unseen_and_one_address_is_primary_in_the_end() throws Exception {
        ScriptedCloud cloud = ScriptedCloud.empty();
        RecordingReporter statuses = new RecordingReporter();
        try (People people = People.start(USERS);
                LdapDirectory directory = open(people);
                Writeback writeback = Writeback.builder()
                        .source(cloud)
                        .directory(directory)
                        .reporter(statuses)
                        .connections(4)
                        .uniqueness(Uniqueness.OFF)
                        .build()) {
            List<CompletableFuture<Void>> writers = List.of(
                    writer(people, this::text),
                    writer(people, this::values),
                    writer(people, this::primary),
                    writer(people, ConcurrentWritersTest::clear));
            for (int round = 1; round <= ROUNDS; round++) {
                state(cloud, people, round);
                RunReport report = writeback.runOnce();
                assertThat(report.problem()).isEmpty();
            }
            stopped.set(true);
            writers.forEach(CompletableFuture::join);
            writeback.reconcile();

            assertThat(statuses.all().stream().flatMap(status -> status.problem().stream()))
                    .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.ENTRY_CONFLICT));
            for (int number = 0; number < USERS; number++) {
                keeps_or_names_each_edit(people.user(number), statuses);
            }
            RunReport last = writeback.reconcile();
            assertThat(last.counts().writes())
                    .as("nothing is left to write: %s", last)
                    .isZero();
            assertThat(last.counts().failed()).isZero();
        }
    }

    private void keeps_or_names_each_edit(EntrySnapshot entry, RecordingReporter statuses) {
        List<String> addresses = entry.values("proxyAddresses");
        assertThat(addresses.stream().filter(address -> address.startsWith("SMTP:")))
                .as("primary addresses of %s", entry.dn())
                .containsExactly("SMTP:cloud" + ROUNDS + "@corp.example");
        List<String> present = new ArrayList<>(entry.values("msExchExtensionCustomAttribute1"));
        addresses.forEach(address -> present.add(address.substring(address.indexOf(':') + 1)));
        List<String> made = edits.getOrDefault(entry.dn(), List.of());
        assertThat(made).isNotEmpty();
        assertThat(present)
                .as("what was added to %s", entry.dn())
                .containsAll(
                        made.stream().filter(edit -> !edit.startsWith("text")).toList());
        List<String> texts =
                made.stream().filter(edit -> edit.startsWith("text")).toList();
        String last = texts.get(texts.size() - 1);
        assertThat(entry.value("extensionAttribute1").orElse("").equals(last)
                        || named(entry, statuses).contains(last))
                .as("the last edit %s of %s stands or is named by a status", last, entry.dn())
                .isTrue();
    }

    /** The values of the directory that statuses show beside those that took their place. */
    private static List<String> named(EntrySnapshot entry, RecordingReporter statuses) {
        return statuses.all().stream()
                .map(Status::plan)
                .flatMap(plan -> plan.stream())
                .filter(plan -> isOf(plan, entry))
                .flatMap(plan -> plan.decision(AttributeName.of("extensionAttribute1")).stream())
                .filter(AttributeDecision::writes)
                .flatMap(decision -> decision.directory().stream())
                .map(Object::toString)
                .toList();
    }

    private static boolean isOf(Plan plan, EntrySnapshot entry) {
        return plan.entry()
                .filter(id -> id.dn().toString().equalsIgnoreCase(entry.dn()))
                .isPresent();
    }

    private static void state(ScriptedCloud cloud, People people, int round) {
        cloud.page(IntStream.range(0, USERS)
                .mapToObj(number -> CloudMailbox.of("mailbox-" + number)
                        .version(round)
                        .anchoredAt(people.user(number).objectGuid())
                        .stating("CustomAttribute1", "cloud " + round)
                        .stating("CustomAttribute2", "cloud " + round)
                        .stating("ExtensionCustomAttribute1", "cloud " + round, "cloud always")
                        .stating(
                                "EmailAddresses",
                                "SMTP:cloud" + round + "@corp.example",
                                "smtp:always" + number + "@corp.example")
                        .change())
                .toList());
    }

    private List<Modification> text(EntrySnapshot entry, String dn, int turn) {
        return List.of(new Modification(ModificationType.REPLACE, "extensionAttribute1", "text " + turn));
    }

    private List<Modification> values(EntrySnapshot entry, String dn, int turn) {
        return List.of(
                new Modification(ModificationType.ADD, "msExchExtensionCustomAttribute1", "value " + turn),
                new Modification(ModificationType.ADD, "proxyAddresses", "X500:/o=edits/cn=" + turn));
    }

    /** Makes a new address the primary one, and the one that was a secondary one. */
    private List<Modification> primary(EntrySnapshot entry, String dn, int turn) {
        List<String> demoted = entry.values("proxyAddresses").stream()
                .filter(address -> address.startsWith("SMTP:"))
                .toList();
        List<String> added = new ArrayList<>(List.of("SMTP:writer" + turn + "@corp.example"));
        demoted.forEach(address -> added.add(address.replace("SMTP:", "smtp:")));
        List<Modification> all = new ArrayList<>();
        if (!demoted.isEmpty()) {
            all.add(new Modification(ModificationType.DELETE, "proxyAddresses", demoted.toArray(String[]::new)));
        }
        all.add(new Modification(ModificationType.ADD, "proxyAddresses", added.toArray(String[]::new)));
        return all;
    }

    private static List<Modification> clear(EntrySnapshot entry, String dn, int turn) {
        return List.of(new Modification(ModificationType.REPLACE, "extensionAttribute2"));
    }

    private CompletableFuture<Void> writer(People people, Edit edit) {
        return CompletableFuture.runAsync(() -> {
            try (LDAPConnection connection = people.directory().connect()) {
                for (int turn = 0; turn < 2 || (!stopped.get() && turn < 60); turn++) {
                    for (int number = 0; number < USERS; number++) {
                        write(connection, people.user(number), edit, turn);
                    }
                }
            } catch (LDAPException fault) {
                throw new AssertionError("an edit failed", fault);
            }
        });
    }

    private void write(LDAPConnection connection, EntrySnapshot entry, Edit edit, int turn) throws LDAPException {
        List<Modification> modifications = edit.of(entry, entry.dn(), turn);
        try {
            connection.modify(entry.dn(), modifications);
        } catch (LDAPException fault) {
            if (fault.getResultCode() == ResultCode.NO_SUCH_ATTRIBUTE
                    || fault.getResultCode() == ResultCode.ATTRIBUTE_OR_VALUE_EXISTS) {
                return;
            }
            throw fault;
        }
        for (Modification modification : modifications) {
            for (String value : modification.getValues()) {
                if (modification.getModificationType() != ModificationType.DELETE && !value.startsWith("smtp:")) {
                    edits.computeIfAbsent(
                                    entry.dn(), unknown -> java.util.Collections.synchronizedList(new ArrayList<>()))
                            .add(value.substring(value.indexOf(':') + 1));
                }
            }
        }
    }

    private static LdapDirectory open(People people) {
        return LdapDirectory.open(LdapSettings.builder()
                .servers(List.of(people.directory().ldapUrl()))
                .baseDn(Dn.of(people.directory().baseDn()))
                .bind(
                        people.directory().adminDn(),
                        () -> people.directory().adminPassword().toCharArray())
                .tls(LdapSettings.Tls.NONE)
                .connections(4)
                .build());
    }
}
