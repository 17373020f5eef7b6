package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.integration.AdLab.Account;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cloud may state wrongly: it is named with what would be right, everything else is written. */
@Tag("ad")
class BadFeedTest {

    private final AdLab lab = AdLab.running();

    @AutoClose
    private TestOu ou;

    private AgentFolder folder;
    private TestUser good;
    private TestUser bad;

    @BeforeEach
    void make_users(@TempDir Path dir) throws LDAPException {
        ou = TestOu.create(lab, lab.peopleDn(), "BadFeedTest", 2);
        good = ou.user(0);
        bad = ou.user(1);
        folder = AgentFolder.create(dir, lab, Account.LEAST, ou.dn());
    }

    @Test
    void malformed_lines_are_named_by_file_line_and_column_and_do_not_stop_the_others()
            throws LDAPException, InterruptedException {
        folder.feed(
                "broken.jsonl",
                List.of(
                        FeedLine.of(bad, 1).states("CustomAttribute1", "before"),
                        "{\"id\":\"torn\",\"attributes\":{\"CustomAttribute1\":\"x\"",
                        "no JSON at all",
                        "{\"attributes\":{}}",
                        FeedLine.of(good, 1).states("CustomAttribute1", "after")));

        Agent.Result result = folder.run("run").exitsWith(1);

        assertThat(result.output()).containsPattern("broken\\.jsonl:2:\\d+");
        assertThat(result.output()).containsPattern("broken\\.jsonl:3:1\\b");
        assertThat(result.output()).containsPattern("broken\\.jsonl:4:\\d+").contains("id is missing");
        holds(bad, "extensionAttribute1", "before");
        holds(good, "extensionAttribute1", "after");
        List<StatusLine> statuses = folder.takeStatuses();
        assertThat(statuses).hasSize(5);
        assertThat(statuses)
                .filteredOn(status -> "MalformedChange".equals(status.errorCode()))
                .hasSize(3)
                .allSatisfy(status -> {
                    assertThat(status.status()).isEqualTo("failure");
                    assertThat(status.toString()).contains("broken.jsonl:");
                });
    }

    @Test
    void an_immutable_id_that_is_not_16_bytes_is_named_with_its_place() throws LDAPException, InterruptedException {
        String short15 = Base64.getEncoder().encodeToString(new byte[15]);
        folder.feed(
                "ids.jsonl",
                List.of(
                        FeedLine.of(good, 1).states("CustomAttribute1", "written"),
                        FeedLine.of(bad, 1).anchor("immutableId", short15).states("CustomAttribute1", "never"),
                        FeedLine.of("other", 1)
                                .anchor("immutableId", "not base64!")
                                .states("CustomAttribute1", "never")));

        Agent.Result result = folder.run("run").exitsWith(1);

        assertThat(result.output()).containsPattern("ids\\.jsonl:2:\\d+").contains("immutableId", "16 bytes");
        assertThat(result.output()).containsPattern("ids\\.jsonl:3:\\d+").contains("base64");
        holds(good, "extensionAttribute1", "written");
        holds(bad, "extensionAttribute1", TestUser.EXTENSION_ATTRIBUTE_1);
    }

    @Test
    void a_value_that_is_too_long_holds_back_its_attribute_only() throws LDAPException, InterruptedException {
        folder.feed(
                "feed.jsonl",
                List.of(FeedLine.of(bad, 1)
                        .states("CustomAttribute1", "x".repeat(1025))
                        .states("CustomAttribute2", "y".repeat(1024))
                        .states("CustomAttribute11", "z".repeat(2048))));

        StatusLine status = fails("InvalidValue");

        assertThat(status.reason())
                .contains("extensionAttribute1", "1025", "1024")
                .doesNotContain("xxx");
        assertThat(status.modifiedProperties()).containsOnlyKeys("extensionAttribute2", "extensionAttribute11");
        holds(bad, "extensionAttribute1", TestUser.EXTENSION_ATTRIBUTE_1);
        holds(bad, "extensionAttribute2", "y".repeat(1024));
        holds(bad, "extensionAttribute11", "z".repeat(2048));
    }

    @Test
    void several_values_for_an_attribute_of_one_hold_it_back_only() throws LDAPException, InterruptedException {
        folder.feed(
                "feed.jsonl",
                List.of(FeedLine.of(bad, 1)
                        .states("CustomAttribute1", List.of("one", "two"))
                        .states("CustomAttribute2", List.of("just one"))));

        StatusLine status = fails("InvalidValue");

        assertThat(status.reason()).contains("extensionAttribute1", "one value", "CustomAttribute1");
        holds(bad, "extensionAttribute1", TestUser.EXTENSION_ATTRIBUTE_1);
        holds(bad, "extensionAttribute2", "just one");
    }

    @Test
    void a_value_of_the_wrong_type_holds_its_attribute_back_only() throws LDAPException, InterruptedException {
        folder.feed(
                "feed.jsonl",
                List.of(FeedLine.of(bad, 1)
                        .states("WindowsEmailAddress", Map.of("base64", "AAEC"))
                        .states("EmailAddresses", 17)
                        .states("CustomAttribute2", "written")));

        StatusLine status = fails("InvalidValue");

        assertThat(status.reason()).contains("mail takes text", "proxyAddresses takes");
        holds(bad, "mail", bad.mail());
        holds(bad, "extensionAttribute2", "written");
        assertThat(ou.read(bad).getAttributeValues("proxyAddresses"))
                .containsExactlyInAnyOrderElementsOf(bad.proxyAddresses());
    }

    @Test
    void a_value_that_json_has_and_the_feed_has_not_is_malformed() throws LDAPException, InterruptedException {
        folder.feed("feed.jsonl", List.of(FeedLine.of(bad, 1).states("CustomAttribute1", Map.of("unknown", "kind"))));

        Agent.Result result = folder.run("run").exitsWith(1);

        assertThat(result.output()).containsPattern("feed\\.jsonl:1:\\d+").contains("CustomAttribute1");
        holds(bad, "extensionAttribute1", TestUser.EXTENSION_ATTRIBUTE_1);
    }

    @Test
    void a_property_that_nobody_knows_is_named_with_the_nearest_and_the_others_are_written()
            throws LDAPException, InterruptedException {
        folder.feed(
                "feed.jsonl",
                List.of(FeedLine.of(good, 1)
                        .states("CustomAtribute1", "misspelled")
                        .states("CustomAttribute2", "written")));

        folder.run("run").exitsWith(0);

        holds(good, "extensionAttribute1", TestUser.EXTENSION_ATTRIBUTE_1);
        holds(good, "extensionAttribute2", "written");
        StatusLine status = folder.takeStatusesByObject().get(FeedLine.idOf(good));
        assertThat(status.status()).isIn("success", "warning");
        assertThat(status.toString()).contains("CustomAtribute1", "CustomAttribute1");
    }

    @Test
    void absent_is_left_alone_and_a_newer_version_wins_attribute_by_attribute()
            throws LDAPException, InterruptedException {
        folder.feed(
                "feed.jsonl",
                List.of(
                        FeedLine.of(bad, 7).states("CustomAttribute2", "seven").states("CustomAttribute3", "seven"),
                        FeedLine.of(bad, 9).states("CustomAttribute2", "nine"),
                        FeedLine.of(bad, 8).states("CustomAttribute2", "eight").states("CustomAttribute3", "eight")));

        folder.run("run").exitsWith(0);

        holds(bad, "extensionAttribute1", TestUser.EXTENSION_ATTRIBUTE_1);
        holds(bad, "extensionAttribute2", "nine");
        holds(bad, "extensionAttribute3", "eight");
    }

    @Test
    void a_feed_that_is_missing_is_named() throws InterruptedException {
        folder.configure("source", Map.of("type", "jsonl", "path", "nowhere"));

        Agent.Result result = folder.run("run").exitsWith(4);

        assertThat(result.stderr()).contains(folder.path("nowhere").toString());
    }

    private StatusLine fails(String errorCode) throws InterruptedException {
        Agent.Result result = folder.run("run").exitsWith(1);

        Map<String, StatusLine> statuses = folder.takeStatusesByObject();
        StatusLine status = statuses.get(FeedLine.idOf(bad));
        assertThat(status.status()).as("%s", status).isEqualTo("failure");
        assertThat(status.errorCode()).isEqualTo(errorCode);
        assertThat(status.recommendedAction()).isNotEmpty();
        assertThat(result.output()).contains(bad.dn(), status.reason(), status.recommendedAction());
        return status;
    }

    private void holds(TestUser user, String attribute, String value) throws LDAPException {
        assertThat(ou.read(user).getAttributeValue(attribute)).isEqualTo(value);
    }
}
