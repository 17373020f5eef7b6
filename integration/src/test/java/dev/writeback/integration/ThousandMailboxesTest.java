package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.integration.AdLab.Account;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The main job at the size of a company: 1,000 mailboxes, all 24 attributes, compared value by value. */
@Tag("ad")
@ExtendWith(ThousandUsers.class)
class ThousandMailboxesTest {

    private static final int USERS = ThousandUsers.USERS;

    private static TestOu ou;

    private static AdLab lab;

    @BeforeAll
    static void take_the_users(TestOu users) {
        lab = AdLab.running();
        ou = users;
    }

    @BeforeEach
    void restore_lists() throws LDAPException {
        ou.restoreLists();
    }

    @Test
    void all_24_attributes_are_set_changed_and_cleared_and_a_second_run_writes_nothing(@TempDir Path dir)
            throws LDAPException, InterruptedException {
        AgentFolder folder = AgentFolder.create(dir, lab, Account.LEAST, ou.dn())
                .configure("limits", Map.of("destructiveChanges", 1_000_000));

        runs(folder, "01-set.jsonl", 1, (user, number) -> WholeMailbox.stated(user, number, "first"));
        writes_nothing_more(folder);

        runs(folder, "02-changed.jsonl", 2, (user, number) -> WholeMailbox.stated(user, number + 1, "changed"));
        writes_nothing_more(folder);

        runs(folder, "03-cleared.jsonl", 3, WholeMailbox::cleared);
        writes_nothing_more(folder);
    }

    /** One more file in the feed, a run, and then everything is as it says, and as the statuses say. */
    private static void runs(
            AgentFolder folder, String file, long version, BiFunction<TestUser, Integer, WholeMailbox> mailboxes)
            throws LDAPException, InterruptedException {
        Map<String, Map<String, TreeSet<String>>> before = ou.contents();
        Map<String, Map<String, TreeSet<String>>> expected = new TreeMap<>();
        List<FeedLine> lines = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            TestUser user = ou.user(i);
            WholeMailbox mailbox = mailboxes.apply(user, i);
            lines.add(mailbox.line(user, version));
            expected.put(user.dn(), mailbox.over(Objects.requireNonNull(before.get(user.dn()))));
        }
        Instant began = Instant.now();

        Agent.Result result = folder.feed(file, lines).run("run").exitsWith(0);

        Map<String, Map<String, TreeSet<String>>> after = ou.contents();
        assertThat(after.keySet()).isEqualTo(expected.keySet());
        after.forEach((dn, values) -> assertThat(values).as(dn).isEqualTo(expected.get(dn)));
        assertThat(result.stdout()).contains("1000 written", "0 unchanged", "0 failed");
        reports(folder.takeStatuses(), before, after, began);
    }

    private static void reports(
            List<StatusLine> statuses,
            Map<String, Map<String, TreeSet<String>>> before,
            Map<String, Map<String, TreeSet<String>>> after,
            Instant began) {
        Map<String, StatusLine> byObject = StatusLine.byObject(statuses);
        assertThat(byObject.keySet()).isEqualTo(objects());
        assertThat(statuses)
                .map(status -> status.text("cycleId"))
                .containsOnly(statuses.get(0).text("cycleId"));
        assertThat(statuses).map(status -> status.text("id")).doesNotHaveDuplicates();
        for (TestUser user : ou.users()) {
            StatusLine status = Objects.requireNonNull(byObject.get(FeedLine.idOf(user)));
            assertThat(status.status()).as("%s", status).isEqualTo("success");
            assertThat(status.text("provisioningAction")).isEqualTo("update");
            assertThat(status.text("changeId")).isNotEmpty();
            assertThat(status.text("jobId")).isNotEmpty();
            assertThat(Instant.parse(status.text("activityDateTime"))).isBetween(began, Instant.now());
            assertThat(status.json().getFieldAsLong("durationInMilliseconds")).isNotNegative();
            assertThat(Json.text(status.part("targetIdentity"), "id")).isEqualTo(user.guidInText());
            assertThat(Json.text(status.part("targetIdentity"), "displayName")).isEqualToIgnoringCase(user.dn());
            assertThat(status.steps().map(step -> Json.text(step, "provisioningStepType")))
                    .contains("import", "matching", "export");
            names_what_it_changed(
                    status,
                    Objects.requireNonNull(before.get(user.dn())),
                    Objects.requireNonNull(after.get(user.dn())));
        }
    }

    private static void names_what_it_changed(
            StatusLine status, Map<String, TreeSet<String>> before, Map<String, TreeSet<String>> after) {
        Set<String> changed = Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .collect(Collectors.toSet());
        assertThat(status.modifiedProperties().keySet())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .containsExactlyInAnyOrderElementsOf(changed);
        status.modifiedProperties().forEach((name, change) -> {
            String attribute = name.toLowerCase(Locale.ROOT);
            tells(StatusLine.Change.textOf(change.before()), before.getOrDefault(attribute, new TreeSet<>()));
            tells(StatusLine.Change.textOf(change.after()), after.getOrDefault(attribute, new TreeSet<>()));
        });
    }

    /** A single value stands there as it is, several as an array in JSON. */
    private static void tells(@Nullable String text, TreeSet<String> values) {
        if (values.isEmpty()) {
            assertThat(text).isNull();
        } else if (values.size() == 1) {
            assertThat(text).isEqualTo(values.first());
        } else {
            assertThat(Json.texts(Objects.requireNonNull(text))).containsExactlyInAnyOrderElementsOf(values);
        }
    }

    private static void writes_nothing_more(AgentFolder folder) throws LDAPException, InterruptedException {
        Map<String, Long> usns = ou.usns();

        Agent.Result result = folder.run("run").exitsWith(0);

        assertThat(ou.changedSince(usns)).isZero();
        assertThat(result.stdout()).contains("0 written", "1000 unchanged", "0 failed");
        Map<String, StatusLine> statuses = folder.takeStatusesByObject();
        assertThat(statuses.keySet()).isEqualTo(objects());
        assertThat(statuses.values()).allSatisfy(status -> {
            assertThat(status.status()).isEqualTo("skipped");
            assertThat(status.skipReason()).isEqualTo("RedundantExport");
            assertThat(status.modifiedProperties()).isEmpty();
        });
    }

    private static Set<String> objects() {
        return IntStream.range(0, USERS)
                .mapToObj(i -> FeedLine.idOf(ou.user(i)))
                .collect(Collectors.toSet());
    }
}
