package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.engine.Ending;
import dev.writeback.engine.UndoReport;
import dev.writeback.integration.AdLab.Account;
import dev.writeback.jdbc.JdbcStore;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Verdict;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking back, on the domain controller, what a run wrote, from a journal that outlived the process that wrote it. */
@Tag("ad")
class UndoTest {

    private static final int USERS = 6;

    private final AdLab lab = AdLab.running();

    @AutoClose
    private TestOu ou;

    @TempDir
    private Path folder;

    private Map<String, Map<String, TreeSet<String>>> before = Map.of();

    @BeforeEach
    void make_users() throws LDAPException {
        ou = TestOu.create(lab, lab.peopleDn(), "UndoTest", USERS);
        before = ou.contents();
    }

    @Test
    void an_entry_goes_back_to_what_it_was_value_by_value() throws LDAPException {
        String run = run();
        assertThat(ou.contents()).isNotEqualTo(before);

        try (JdbcStore store = store();
                Embedded job = job(store)) {
            UndoReport report = job.writeback.undo(run);

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(report.counts().restored()).isEqualTo(USERS);
            assertThat(report.counts().left()).isZero();
            assertThat(ou.contents()).isEqualTo(before);
            assertThat(job.writeback.undo(run).counts().unchanged()).isEqualTo(USERS);
            assertThat(ou.contents()).isEqualTo(before);
        }
    }

    @Test
    void what_somebody_changed_since_is_left_and_named_and_the_rest_goes_back() throws LDAPException {
        String run = run();
        TestUser touched = ou.user(2);
        ou.admin().modify(touched.dn(), new Modification(ModificationType.REPLACE, "extensionAttribute1", "theirs"));

        try (JdbcStore store = store();
                Embedded job = job(store)) {
            UndoReport report = job.writeback.undo(run);

            assertThat(report.counts().left()).isEqualTo(1);
            before.get(touched.dn()).put("extensionattribute1", new TreeSet<>(Set.of("theirs")));
            assertThat(ou.contents()).isEqualTo(before);
            assertThat(job.last(touched).plan().orElseThrow().decisions(Verdict.KEPT))
                    .filteredOn(decision -> decision.attribute().value().equalsIgnoreCase("extensionAttribute1"))
                    .singleElement()
                    .extracting(AttributeDecision::reason)
                    .isEqualTo("Somebody has changed it since run %s wrote it, so it is left.".formatted(run));
        }
    }

    @Test
    void a_value_that_somebody_added_beside_ours_stays() throws LDAPException {
        String run = run();
        TestUser touched = ou.user(4);
        ou.admin()
                .modify(
                        touched.dn(),
                        new Modification(ModificationType.ADD, "msExchExtensionCustomAttribute1", "theirs"));
        ou.admin()
                .modify(
                        touched.dn(),
                        new Modification(ModificationType.ADD, "proxyAddresses", "X500:/o=Lab/cn=theirs"));

        try (JdbcStore store = store();
                Embedded job = job(store)) {
            UndoReport report = job.writeback.undo(run);

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            Map<String, TreeSet<String>> entry = before.get(touched.dn());
            entry.put("msexchextensioncustomattribute1", new TreeSet<>(Set.of("theirs")));
            entry.get("proxyaddresses").add("X500:/o=Lab/cn=theirs");
            assertThat(ou.contents()).isEqualTo(before);
        }
    }

    @Test
    void an_undo_is_undone_like_any_other_run() throws LDAPException {
        String run = run();
        Map<String, Map<String, TreeSet<String>>> written = ou.contents();

        try (JdbcStore store = store();
                Embedded job = job(store)) {
            UndoReport undo = job.writeback.undo(run);
            UndoReport again = job.writeback.undo(undo.cycleId());

            assertThat(again.counts().restored()).isEqualTo(USERS);
            assertThat(ou.contents()).isEqualTo(written);
            assertThat(job.writeback.reconcile().counts().writes()).isZero();
        }
    }

    /** Writes every mailbox in a process of its own, as far as the store can tell. */
    private String run() {
        try (JdbcStore store = store();
                Embedded job = job(store)) {
            job.cloud.page(IntStream.range(0, USERS)
                    .mapToObj(number -> Embedded.mailbox(ou.user(number))
                            .stating("CustomAttribute1", "ours")
                            .stating("CustomAttribute2", "where there was nothing")
                            .stating("ExtensionCustomAttribute1", "one", "two")
                            .stating(
                                    "EmailAddresses",
                                    "SMTP:cloud." + ou.user(number).mail(),
                                    "smtp:" + ou.user(number).mail())
                            .change())
                    .toList());
            var report = job.writeback.runOnce();
            assertThat(report.counts().written()).isEqualTo(USERS);
            return report.cycleId();
        }
    }

    private Embedded job(JdbcStore store) {
        return Embedded.of(lab, Account.LEAST, builder -> builder.store(store));
    }

    private JdbcStore store() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + folder.resolve("store"));
        return JdbcStore.open(source);
    }
}
