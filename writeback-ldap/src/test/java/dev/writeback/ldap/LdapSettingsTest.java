package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.writeback.ldap.LdapSettings.Tls;
import dev.writeback.model.Dn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LdapSettingsTest {

    private static LdapSettings.Builder good() {
        return LdapSettings.builder()
                .servers(List.of("ldaps://DC1.corp.example", "ldaps://[2001:db8::1]:10636"))
                .baseDn(Dn.of("DC=corp,DC=example"))
                .bind("CN=writeback,DC=corp,DC=example", "pa55"::toCharArray);
    }

    @Test
    void the_defaults_are_those_that_are_documented() {
        LdapSettings settings = good().build();

        assertThat(settings.servers()).hasToString("[dc1.corp.example:636, [2001:db8::1]:10636]");
        assertThat(settings.tls()).isEqualTo(Tls.LDAPS);
        assertThat(settings.verifiesHostName()).isTrue();
        assertThat(settings.caFile()).isEmpty();
        assertThat(settings.connections()).isEqualTo(8);
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.responseTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.consistencyBase()).isEqualTo(settings.baseDn());
        assertThat(settings).asString().doesNotContain("pa55");
    }

    @Test
    void what_is_missing_or_wrong_is_told_all_at_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LdapSettings.builder()
                        .connections(0)
                        .responseTimeout(Duration.ZERO)
                        .build())
                .withMessageContaining("servers is empty")
                .withMessageContaining("baseDn is missing")
                .withMessageContaining("bind is missing")
                .withMessageContaining("connections is 0")
                .withMessageContaining("responseTimeout is PT0S");
    }

    @Test
    void a_connection_in_the_clear_must_be_asked_for() {
        LdapSettings.Builder clear = good().servers(List.of("ldap://dc1"));

        assertThatIllegalArgumentException()
                .isThrownBy(clear::build)
                .withMessageContaining("server 'ldap://dc1' is not encrypted")
                .withMessageContaining("START_TLS");
        assertThat(clear.tls(Tls.START_TLS).build().servers()).hasToString("[dc1:389]");
        assertThat(clear.tls(Tls.NONE).build().tls()).isEqualTo(Tls.NONE);
    }

    @Test
    void a_server_that_does_not_fit_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> good().tls(Tls.NONE).build())
                .withMessageContaining("'ldaps://DC1.corp.example' does not go with tls mode NONE");
        for (String url : List.of("dc1", "http://dc1", "ldaps://dc1/DC=x", "ldaps://", "")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> good().servers(List.of(url)).build())
                    .withMessageContaining("server '" + url + "'");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> good().servers(List.of("ldaps://dc1", "ldaps://DC1:636"))
                        .build())
                .withMessageContaining("twice");
    }

    @Test
    void settings_do_not_change_with_their_builder() {
        LdapSettings.Builder builder = good();
        LdapSettings settings = builder.build();

        builder.connections(99).anyHostName();

        assertThat(settings.connections()).isEqualTo(8);
        assertThat(settings.verifiesHostName()).isTrue();
    }

    @Test
    void a_ca_file_that_cannot_be_used_is_named(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("missing.pem");
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "-----BEGIN CERTIFICATE-----\nx\n");

        for (Path file : List.of(missing, empty, nonsense)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LdapDirectory.open(good().caFile(file).build()))
                    .withMessageContaining(file.toString())
                    .withMessageContaining("PEM");
        }
    }
}
