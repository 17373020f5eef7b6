package dev.writeback.testkit.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine's own tests read it back; here it is compared with the format, word for word. */
class FileFeedTest {

    private static final CloudChange ADA = CloudMailbox.of("ada").change();
    private static final String ADA_LINE =
            "{\"id\":\"ada\",\"version\":1,\"attributes\":{\"IsExchangeCloudManaged\":true}}";

    @TempDir
    Path folder;

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    @Test
    void a_change_is_a_line() throws IOException {
        FileFeed.in(folder)
                .add(
                        CloudMailbox.of("b\"ob")
                                .unversioned()
                                .anchoredAt(ObjectGuid.ofBase64("q83vEjRWeJCrze8SNFZ4kA=="))
                                .anchoredBy(new Anchor.ExternalDirectoryObjectId("User_b"))
                                .anchoredBy(new Anchor.SecurityIdentifier("S-1-5-21-1"))
                                .anchoredBy(new Anchor.DistinguishedName(Dn.of("CN=b\\, o,DC=x")))
                                .stating("A", "tab\t\u0001\u2028 \\", "\ud83d\ude00\u00e9")
                                .stating("B", AttributeValue.whole(-9_007_199_254_740_993L))
                                .stating("C", AttributeValue.octets(new byte[] {0, -1}))
                                .stating("D", new AttributeValue.Reference(CloudObjectId.of("ada")))
                                .stating("E", "\ud83d half")
                                .clearing("F")
                                .change(),
                        CloudMailbox.of("ada").version(4).removal());
        assertThat(lines("0001.jsonl"))
                .containsExactly(
                        "{\"id\":\"b\\\"ob\",\"anchor\":{\"immutableId\":\"q83vEjRWeJCrze8SNFZ4kA==\","
                                + "\"externalDirectoryObjectId\":\"User_b\",\"securityIdentifier\":\"S-1-5-21-1\","
                                + "\"distinguishedName\":\"CN=b\\\\, o,DC=x\"},\"attributes\":{"
                                + "\"IsExchangeCloudManaged\":true,"
                                + "\"A\":[\"tab\\u0009\\u0001\u2028 \\\\\",\"\ud83d\ude00\u00e9\"],"
                                + "\"B\":-9007199254740993,\"C\":{\"base64\":\"AP8=\"},\"D\":{\"ref\":\"ada\"},"
                                + "\"E\":\"\\ud83d half\",\"F\":null}}",
                        "{\"id\":\"ada\",\"version\":4,\"removed\":true}");
    }

    @Test
    void a_script_is_written_as_far_as_it_goes_and_on_from_there() throws IOException {
        ScriptedCloud cloud = ScriptedCloud.of(ADA).malformed("{oops");
        FileFeed feed = FileFeed.in(folder.resolve("new/feed")).write(cloud).write(cloud);
        assertThat(lines("new/feed/0001.jsonl")).containsExactly(ADA_LINE, "{oops");
        cloud.page(ADA);
        feed.file("0002.jsonl").write(cloud);
        assertThat(lines("new/feed/0002.jsonl")).containsExactly(ADA_LINE);
        assertThat(feed.directory()).isEqualTo(folder.resolve("new/feed"));
    }

    @Test
    void nothing_is_written_before_something_is_to_be_written() {
        FileFeed.in(folder).file("own.jsonl").add(ADA);
        assertThat(folder).isDirectoryNotContaining("glob:**/0001.jsonl").isDirectoryContaining("glob:**/own.jsonl");
    }

    @Test
    void a_line_is_finished_before_anything_else_is_written() throws IOException {
        FileFeed feed = FileFeed.in(folder).unfinished(ADA);
        String half = Files.readString(folder.resolve("0001.jsonl"));
        assertThat(ADA_LINE).startsWith(half);
        assertThat(half.length()).isBetween(20, 40);
        feed.malformed("x").unfinished(ADA).finish();
        assertThat(Files.readString(folder.resolve("0001.jsonl"))).isEqualTo(ADA_LINE + "\nx\n" + ADA_LINE + "\n");
    }

    @Test
    void a_malformed_line_is_one_line() {
        assertThatThrownBy(() -> FileFeed.in(folder).malformed("{\n"))
                .hasMessage("a malformed line has a line end within; write two lines");
    }
}
