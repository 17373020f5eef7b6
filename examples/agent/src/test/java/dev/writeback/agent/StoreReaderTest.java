package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreReaderTest {

    private static final Path FOLDER = Path.of("/etc/agent");

    private final List<String> problems = new ArrayList<>();

    @Test
    void nothing_is_a_store_in_memory() {
        assertThat(read("null")).isEmpty();
        assertThat(read("{\"type\":\"memory\"}")).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void a_file_has_a_default_place_and_may_be_encrypted() {
        StoreUrl standard = new StoreUrl(Path.of("/etc/agent/state/writeback"), "");
        assertThat(read("{\"type\":\"jdbc\"}")).contains(new StorePlace.InFile(standard, Optional.empty()));
        assertThat(read("{\"type\":\"jdbc\",\"encrypted\":true,\"passwordFile\":\"store.txt\"}"))
                .contains(new StorePlace.InFile(
                        standard,
                        Optional.of(new Secret.InFile("store.passwordFile", Path.of("/etc/agent/store.txt")))));
        assertThat(problems).isEmpty();
    }

    @Test
    void a_server_has_a_user_and_a_password() {
        assertThat(
                        read(
                                "{\"type\":\"jdbc\",\"url\":\"jdbc:postgresql://db/writeback?sslmode=verify-full\",\"user\":\"agent\",\"passwordEnv\":\"DB\"}"))
                .contains(new StorePlace.OnServer(
                        "jdbc:postgresql://db/writeback?sslmode=verify-full",
                        Optional.of("agent"),
                        Optional.of(new Secret.InEnvironment("store.passwordEnv", "DB")),
                        Duration.ofSeconds(30)));
        assertThat(read("{\"type\":\"jdbc\",\"url\":\"jdbc:postgresql://db/writeback\",\"lease\":\"PT1M\"}"))
                .contains(new StorePlace.OnServer(
                        "jdbc:postgresql://db/writeback", Optional.empty(), Optional.empty(), Duration.ofMinutes(1)));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"url":"x"}                              | store.url names neither an H2 database in a file nor one of PostgreSQL; it is one such as jdbc:h2:./state/writeback or jdbc:postgresql://db.corp.example/writeback
            {"url":"jdbc:h2:mem:x"}                  | store.url names neither an H2 database in a file nor one of PostgreSQL; it is one such as jdbc:h2:./state/writeback or jdbc:postgresql://db.corp.example/writeback
            {"url":"jdbc:mysql://db/x"}              | store.url names neither an H2 database in a file nor one of PostgreSQL; it is one such as jdbc:h2:./state/writeback or jdbc:postgresql://db.corp.example/writeback
            {"url":"jdbc:h2:./x;Password=y"}         | store.url holds a password, which does not belong into this file; take it out
            {"url":"jdbc:h2:./x;CIPHER=AES"}         | store.url asks for a cipher; take it out, and say "encrypted": true
            {"encrypted":true}                       | store.passwordFile is missing, and store.encrypted is true; name the file that holds the password, or a passwordEnv
            {"encrypted":"yes"}                      | store.encrypted is neither true nor false; it is one of them
            {"passwordFile":"x"}                     | store.passwordFile says nothing for an H2 database that is not encrypted; say "encrypted": true, or take it out
            {"passwordEnv":"X"}                      | store.passwordEnv says nothing for an H2 database that is not encrypted; say "encrypted": true, or take it out
            {"password":"secret"}                    | store.password is refused, because a password does not belong in a configuration; name a passwordFile or a passwordEnv
            {"encrypted":true,"passwordFile":"x","passwordEnv":"X"} | store.passwordEnv is there beside passwordFile; name one of them
            {"user":"sa"}                            | store.user says nothing for an H2 database in a file; take it out
            {"lease":"PT30S"}                        | store.lease says nothing for an H2 database in a file; take it out
            {"url":"jdbc:postgresql://db/x","lease":"30"} | store.lease is not a duration; write it like PT30S, PT5M or PT6H
            {"url":"jdbc:postgresql://db/x","lease":"PT2H"} | store.lease is not from PT1S to PT1H
            {"pasword":"x"}                          | store.pasword is unknown; did you mean password?
            {"url":"jdbc:postgresql://db/x?Password=y"} | store.url holds a password, which does not belong into this file; take it out, and name a passwordFile or a passwordEnv
            {"url":"jdbc:postgresql://db/x?ssl=true&user=a&password=y"} | store.url holds a password, which does not belong into this file; take it out, and name a passwordFile or a passwordEnv
            {"url":"jdbc:postgresql://db/x?sslpassword=y"} | store.url holds a password, which does not belong into this file; take it out, and name a passwordFile or a passwordEnv
            {"url":"jdbc:postgresql://a:y@db/x"}     | store.url holds a password, which does not belong into this file; take it out, and name a passwordFile or a passwordEnv
            {"url":"jdbc:postgresql://db/x?user=a"}  | store.url names a user; take it out, and say it in store.user
            {"url":"jdbc:postgresql://db:port/x"}    | store.url is not understood by PostgreSQL's driver; it is one such as jdbc:postgresql://db.corp.example/writeback
            {"url":"jdbc:postgresql://db/x","encrypted":true} | store.encrypted is for an H2 database in a file; the disk of a server is the server's to encrypt
            """)
    void what_does_not_fit_is_told(String store, String problem) {
        ObjectNode json = (ObjectNode) AgentFolder.json(store);
        read(json.put("type", "jdbc").toString());

        assertThat(problems).containsExactly(problem);
    }

    @Test
    void a_store_in_memory_has_no_settings() {
        read("{\"passwordFile\":\"x\"}");

        assertThat(problems)
                .containsExactly(
                        "store.passwordFile says nothing for a store in memory; take it out, or say \"type\": \"jdbc\"");
    }

    private Optional<StorePlace> read(String store) {
        JsonNode root = AgentFolder.json(store.equals("null") ? "{}" : "{\"store\":" + store + "}");
        return new StoreReader(FOLDER::resolve).read(new Section("", root, problems, List.of("store")));
    }
}
