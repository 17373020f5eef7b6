package dev.writeback.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Status;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holdings;
import dev.writeback.spi.JournalLine;
import dev.writeback.spi.WorkItem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of version 1, as that version left it in an H2 file, is opened by this one. */
class FromVersion1Test {

    private static final String OBJECT = """
            {"seen":[7,1],"removed":[3,0],"anchors":[{"kind":"IMMUTABLE_ID",\
            "value":"00000000-0000-0001-0000-000000000002","version":[7,0],"at":[5,6]}],\
            "attributes":[{"name":"mail","values":["x\\u0130",5,true,{"base64":"AP8="},{"ref":"b"}],"version":[7,1]},\
            {"name":"title","values":[],"version":[6,0],"at":[1,2]}],"former":{"mail":["old"]}}""";

    private static final String BASELINE = """
            {"entry":{"guid":"00000000-0000-0001-0000-000000000002","dn":"CN=Ada"},\
            "agreements":{"mail":[["x"]],"title":[[],["t"]]}}""";

    private static final String WRITE = """
            {"run":"run 1","at":[8,9],"object":"a","entry":{"guid":"00000000-0000-0001-0000-000000000002","dn":"CN=Ada"},\
            "changes":[{"attribute":"mail","before":[],"after":["x"],"disclosure":"REDACTED"}]}""";

    private static final String STATUS = """
            {"id":"s%d","at":[1,0],"took":[0,5],"cycle":"run 1","change":"c","job":"j","object":"a","plan":{"object":"a",\
            "decisions":[{"attribute":"mail","source":"Mail","directory":["d"],"cloud":true,"result":["x"],\
            "verdict":"CHANGE","reason":"because","modification":["mail",["d"],["x"]],"omissions":[],"disclosure":"OPEN",\
            "provenance":{"side":"CLOUD","stated":[7,1],"rule":"r"}}],"disposition":{"skip":"REDUNDANT_EXPORT","sentence":"s"}},\
            "result":"SUCCESS","steps":[]}""";

    private static final String PARKED = """
            [{"attribute":"mail","cloud":["c"],"directory":["d"],"since":[1,2],"disclosure":"OPEN"}]""";

    @TempDir
    private Path folder;

    @Test
    void everything_that_version_1_kept_is_there() throws Exception {
        Databases database = Databases.of("jdbc:h2:" + folder.resolve("store"));
        makeVersion1(database);
        for (int turn = 0; turn < 2; turn++) {
            try (JdbcStore store = JdbcStore.open(database)) {
                assertThat(store.intake().cursor("cloud")).contains(new Cursor("17\u0000"));
                assertHoldings(store);
                assertThat(store.records().journal().read(Optional.of("run 1"), 0, 10))
                        .extracting(JournalLine::number)
                        .containsExactly(3L, 5L);
                assertThat(store.records().outbox().undelivered(10))
                        .extracting(Status::id)
                        .containsExactly("s1", "s2");
            }
        }
        try (JdbcStore store = JdbcStore.open(database)) {
            assertQueue(store);
        }
        assertThat(tables(database)).noneMatch(FromVersion1.TABLES::contains);
    }

    private static void assertHoldings(JdbcStore store) {
        Map<String, Holding> holdings = new HashMap<>();
        store.records()
                .holdings()
                .page(Holdings.EVERY, Optional.empty(), 10)
                .forEach(one -> holdings.put(one.object().id().value(), one));
        CloudObject expected = ObjectJson.read(CloudObjectId.of("a"), OBJECT.getBytes(StandardCharsets.US_ASCII));
        assertThat(holdings).hasSize(5);
        assertThat(holdings.values()).allSatisfy(one -> {
            assertThat(one.object().attributes()).isEqualTo(expected.attributes());
            assertThat(one.object().former()).isEqualTo(expected.former());
        });
        assertThat(expected.attributes()).hasSize(2);
        assertThat(expected.anchors()).hasSize(1);
        assertThat(holdings.get("a").baseline().agreements()).hasSize(2);
        assertThat(holdings.get("a").state()).isEqualTo(Holding.State.PENDING);
        assertThat(holdings.get("b").due()).contains(Instant.ofEpochSecond(50, 7));
        assertThat(holdings.get("b").attempts()).isEqualTo(4);
        assertThat(holdings.get("c").state()).isEqualTo(Holding.State.WAITING);
        assertThat(holdings.get("d").parked()).hasSize(1);
        assertThat(holdings.get("e").state()).isEqualTo(Holding.State.RESTING);
    }

    private static void assertQueue(JdbcStore store) {
        List<WorkItem> items = store.work().claim(new Claim.Next(10, Instant.ofEpochSecond(60)));
        assertThat(items)
                .as("what was in hands, in escrow and waiting, in the order of waiting")
                .extracting(item -> item.object().id().value())
                .containsExactly("b", "a", "c");
        JournalRecord.Written write = JournalJson.written(WRITE.getBytes(StandardCharsets.US_ASCII));
        assertThat(items.get(1).announced()).contains(write);
        assertThat(items.get(2).awaited()).containsExactly(CloudObjectId.of("z"));
        store.work().settle(items.stream().map(SampleWork::settled).toList());
        List<JournalLine> lines = store.records().journal().read(Optional.empty(), 5, 10);
        assertThat(lines).as("lines that follow those of version 1").hasSize(3);
    }

    private static void makeVersion1(Databases database) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : script()) {
                statement.execute(sql);
            }
            statement.execute("CREATE TABLE writeback_schema (version INTEGER NOT NULL)");
            statement.execute("INSERT INTO writeback_schema VALUES (1)");
            statement.execute("INSERT INTO writeback_cursor VALUES ('cloud', '17\\u0000')");
            item(statement, "'a', 3, 1, 9, 0, 0, 12, 0, 21, 20, NULL, NULL");
            item(statement, "'b', 1, 2, 2, 50, 7, 11, 4, 22, 0, NULL, NULL");
            item(statement, "'c', 1, 3, 2, 55, 0, 13, 1, 23, 0, '[\"z\"]', NULL");
            item(statement, "'d', 1, 4, 0, 0, 0, 14, 0, 24, 0, NULL, '" + PARKED + "'");
            item(statement, "'e', 1, 0, 0, 0, 0, 15, 0, 25, 0, NULL, NULL");
            for (String id : List.of("a", "b", "c", "d", "e")) {
                statement.execute("INSERT INTO writeback_object VALUES ('%s', TRUE, '%s')".formatted(id, OBJECT));
            }
            statement.execute(
                    "INSERT INTO writeback_baseline VALUES ('a', '00000000-0000-0001-0000-000000000002', '%s')"
                            .formatted(BASELINE));
            statement.execute("INSERT INTO writeback_waiter VALUES ('c', 'z')");
            statement.execute("INSERT INTO writeback_announced VALUES ('a', '%s')".formatted(WRITE));
            statement.execute("INSERT INTO writeback_journal VALUES (3, 'run 1', '%s')".formatted(WRITE));
            statement.execute("INSERT INTO writeback_journal VALUES (4, 'run 2', '%s')".formatted(WRITE));
            statement.execute("INSERT INTO writeback_journal VALUES (5, 'run 1', '%s')".formatted(WRITE));
            for (int n = 1; n <= 2; n++) {
                statement.execute(
                        "INSERT INTO writeback_status VALUES (%d, 's%d', '%s')".formatted(n, n, STATUS.formatted(n)));
            }
            statement.execute("UPDATE writeback_counter SET place = 15, change = 25, line = 5, status = 2");
        }
    }

    private static void item(Statement statement, String values) throws SQLException {
        statement.execute("INSERT INTO writeback_item VALUES (" + values + ")");
    }

    private static String[] script() throws IOException {
        try (InputStream file = FromVersion1Test.class.getResourceAsStream("schema-1.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^--.*$", "")
                    .strip()
                    .split(";\\s*");
        }
    }

    private static List<String> tables(Databases database) throws SQLException {
        try (Connection connection = database.getConnection();
                var tables = connection.getMetaData().getTables(null, "PUBLIC", null, null)) {
            Stream.Builder<String> names = Stream.builder();
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toLowerCase(java.util.Locale.ROOT));
            }
            return names.build().toList();
        }
    }
}
