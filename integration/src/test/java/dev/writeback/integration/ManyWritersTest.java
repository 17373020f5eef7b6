package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.writeback.engine.RunCounts;
import dev.writeback.engine.RunReport;
import dev.writeback.engine.exchange.Uniqueness;
import dev.writeback.integration.AdLab.Account;
import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several people edit, each over a connection of their own, the very entries that the job writes, all at once. */
@Tag("ad")
class ManyWritersTest {

    private static final int USERS = 12;
    private static final int ROUNDS = 6;
    private static final int MOST_ROUNDS = 30;
    private static final int MOST_TURNS = 40;

    private final AdLab lab = AdLab.running();
    private final Edits edits = new Edits();
    private final AtomicBoolean stopped = new AtomicBoolean();

    @AutoClose
    private TestOu ou;

    @AutoClose
    private Embedded job;

    @AutoClose("shutdownNow")
    private ExecutorService people;

    /** What somebody does who has just looked at an entry. */
    @FunctionalInterface
    private interface Edit {
        List<Modification> of(SearchResultEntry seen, int turn);
    }

    @BeforeEach
    void start() throws LDAPException {
        ou = TestOu.create(lab, lab.peopleDn(), "ManyWritersTest", USERS);
        job = Embedded.of(lab, Account.LEAST, builder -> builder.uniqueness(Uniqueness.OFF));
        people = Executors.newCachedThreadPool();
    }

    @Test
    void no_edit_is_lost_unseen_and_one_address_is_primary_in_the_end() throws LDAPException {
        List<CompletableFuture<Void>> writers = Stream.<Edit>of(
                        ManyWritersTest::text,
                        ManyWritersTest::value,
                        ManyWritersTest::address,
                        ManyWritersTest::primary,
                        ManyWritersTest::clear)
                .map(edit -> CompletableFuture.runAsync(() -> edit(edit), people))
                .toList();

        int round = rounds();
        stopped.set(true);
        writers.forEach(CompletableFuture::join);
        state(++round);
        RunReport last = job.writeback.runOnce();
        assertThat(last.counts().written()).as("%s", last).isEqualTo(USERS);
        assertThat(last.counts().failed()).isZero();

        assertThat(job.statuses.all().stream().flatMap(status -> status.problem().stream()))
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.ENTRY_CONFLICT));
        for (TestUser user : ou.users()) {
            keeps_or_names_each_edit(user, round);
        }
        nothing_is_left_to_do();
    }

    /** As many as it takes until the job has lost a race and written all the same. */
    private int rounds() {
        int races = 0;
        int round = 0;
        while (round < ROUNDS || (races == 0 && round < MOST_ROUNDS)) {
            state(++round);
            RunReport report = job.writeback.runOnce();
            assertThat(report.problem()).isEmpty();
            races += report.counts().writes() - report.counts().written();
        }
        assertThat(races).as("races that the job lost").isPositive();
        return round;
    }

    private void keeps_or_names_each_edit(TestUser user, int round) throws LDAPException {
        SearchResultEntry entry = ou.read(user);
        List<String> addresses = List.of(entry.getAttributeValues("proxyAddresses"));
        assertThat(addresses.stream().filter(address -> address.startsWith("SMTP:")))
                .as("primary addresses of %s", user.dn())
                .containsExactly("SMTP:cloud" + round + "@corp.example");
        List<String> plain = addresses.stream().map(Edits::withoutPrefix).toList();
        assertThat(plain).as("addresses of %s", user.dn()).doesNotHaveDuplicates();
        List<String> present = new ArrayList<>(plain);
        present.addAll(List.of(entry.getAttributeValues("msExchExtensionCustomAttribute1")));
        assertThat(edits.present(user.dn())).isNotEmpty();
        assertThat(present).as("what was added to %s", user.dn()).containsAll(edits.present(user.dn()));
        assertThat(present)
                .as("what was taken out of %s", user.dn())
                .doesNotContainAnyElementsOf(edits.gone(user.dn()));
        assertThat(present).contains("cloud " + round, "cloud always", "always." + user.mail());
        assertThat(entry.getAttributeValue("extensionAttribute1")).isEqualTo("cloud " + round);
        assertThat(entry.getAttributeValue("extensionAttribute2")).isEqualTo("cloud " + round);
        List<String> texts = edits.texts(user.dn());
        assertThat(overwritten(user))
                .as("what statuses say was overwritten in %s", user.dn())
                .contains(texts.get(texts.size() - 1));
    }

    /** The texts of the directory of which a status says that another was written in their place. */
    private List<String> overwritten(TestUser user) {
        return job.statuses.of(CloudObjectId.of(FeedLine.idOf(user))).stream()
                .map(Status::written)
                .flatMap(List::stream)
                .filter(decision -> decision.attribute().equals(AttributeName.of("extensionAttribute1")))
                .map(AttributeDecision::directory)
                .flatMap(List::stream)
                .map(Object::toString)
                .toList();
    }

    private void nothing_is_left_to_do() {
        job.writeback.plan(plan -> assertThat(plan.writes()).as("%s", plan).isFalse());
        for (RunReport report : List.of(job.writeback.runOnce(), job.writeback.reconcile())) {
            RunCounts counts = report.counts();
            assertThat(counts.writes() + counts.failed() + counts.drifted())
                    .as("%s", report)
                    .isZero();
        }
    }

    private void state(int round) {
        job.cloud.page(ou.users().stream()
                .map(user -> Embedded.mailbox(user)
                        .version(round)
                        .stating("CustomAttribute1", "cloud " + round)
                        .stating("CustomAttribute2", "cloud " + round)
                        .stating("ExtensionCustomAttribute1", "cloud " + round, "cloud always")
                        .stating("EmailAddresses", "SMTP:cloud" + round + "@corp.example", "smtp:always." + user.mail())
                        .change())
                .toList());
    }

    /** Edits one entry after the other, over and over until the job is done, and at least each twice. */
    private void edit(Edit edit) {
        try (LDAPConnection connection = lab.connect(Account.ADMIN)) {
            for (int turn = 0; turn < 2 || (!stopped.get() && turn < MOST_TURNS); turn++) {
                for (TestUser user : ou.users()) {
                    edit(connection, user, edit, turn);
                }
            }
        } catch (LDAPException fault) {
            throw new AssertionError("an edit failed", fault);
        }
    }

    private void edit(LDAPConnection connection, TestUser user, Edit edit, int turn) throws LDAPException {
        List<Modification> modifications = edit.of(connection.getEntry(user.dn()), turn);
        try {
            connection.modify(user.dn(), modifications);
        } catch (LDAPException fault) {
            if (fault.getResultCode().equals(ResultCode.NO_SUCH_ATTRIBUTE)
                    || fault.getResultCode().equals(ResultCode.ATTRIBUTE_OR_VALUE_EXISTS)) {
                return; // The job was faster.
            }
            throw fault;
        }
        edits.done(user.dn(), modifications);
    }

    private static List<Modification> text(SearchResultEntry seen, int turn) {
        return List.of(new Modification(ModificationType.REPLACE, "extensionAttribute1", "text " + turn));
    }

    /** Adds a value, and takes out the one of the turn before. */
    private static List<Modification> value(SearchResultEntry seen, int turn) {
        return oneForAnother("msExchExtensionCustomAttribute1", "value ", turn);
    }

    /** The same with an address that is of no interest to the cloud. */
    private static List<Modification> address(SearchResultEntry seen, int turn) {
        return oneForAnother("proxyAddresses", "X500:/o=edits/cn=", turn);
    }

    private static List<Modification> oneForAnother(String attribute, String value, int turn) {
        Modification add = new Modification(ModificationType.ADD, attribute, value + turn);
        return turn == 0
                ? List.of(add)
                : List.of(new Modification(ModificationType.DELETE, attribute, value + (turn - 1)), add);
    }

    /** Makes a new address the primary one, and the one that was a secondary one. */
    private static List<Modification> primary(SearchResultEntry seen, int turn) {
        List<String> demoted = Stream.of(seen.getAttributeValues("proxyAddresses"))
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

    private static List<Modification> clear(SearchResultEntry seen, int turn) {
        return List.of(new Modification(ModificationType.REPLACE, "extensionAttribute2"));
    }
}
