package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said before a run, and of the rights that it needs. */
class PreflightCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"run", "reconcile", "run --follow"})
    void a_run_does_not_begin_where_the_schema_lacks_an_attribute(String command) throws LDAPException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=x");
        config.addAdditionalBindCredentials("cn=us", "pa55");
        config.setSchema(null);
        config.addInMemoryOperationInterceptor(new WithoutExchange());
        InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
        server.startListening();
        server.add(new Entry("dc=x", new Attribute("objectClass", "domain")));
        try (InMemoryActiveDirectory other = InMemoryActiveDirectory.builder().start()) {
            AgentFolder agent = AgentFolder.of(folder, other)
                    .write("secret.txt", "pa55")
                    .configureDirectory(json -> {
                        json.putArray("servers").add("ldap://localhost:" + server.getListenPort());
                        json.withObject("/tls").removeAll().put("mode", "none");
                        json.put("baseDn", "dc=x").withObject("/bind").put("dn", "cn=us");
                    });

            Launch launch = agent.run(command.split(" "));

            assertThat(launch.exitCode()).as(launch.err()).isEqualTo(2);
            assertThat(launch.err())
                    .contains("The schema of localhost:" + server.getListenPort() + " lacks extensionAttribute1,")
                    .contains("setup /PrepareSchema")
                    .doesNotContain("lacks mail", ", mail,", "Exception");
            assertThat(launch.err().lines()).hasSize(1);
        } finally {
            server.shutDown(true);
        }
    }

    @Test
    void a_form_of_grants_that_there_is_not_is_named() {
        try (InMemoryActiveDirectory directory =
                InMemoryActiveDirectory.builder().start()) {
            AgentFolder agent = AgentFolder.of(folder, directory);

            Launch form = agent.run("check", "--grant=icacls");
            Launch classes = agent.run("check", "--classes=contact");

            assertThat(form.exitCode()).isEqualTo(2);
            assertThat(form.err()).contains("--grant is \"icacls\"; it is one of: dsacls, powershell, samba");
            assertThat(classes.exitCode()).isEqualTo(2);
            assertThat(classes.err()).contains("--classes says nothing without --grant");
        }
    }

    @Test
    void grants_that_a_directory_does_not_tell_are_a_failure_and_one_that_is_away_is_unreachable() {
        try (InMemoryActiveDirectory directory =
                InMemoryActiveDirectory.builder().start()) {
            AgentFolder agent = AgentFolder.of(folder, directory);

            Launch untold = agent.run("check", "--grant");
            directory.stopListening();
            Launch away = agent.run("check", "--grant");

            assertThat(untold.exitCode()).as(untold.err()).isEqualTo(1);
            assertThat(untold.err()).contains("lacks user, inetOrgPerson");
            assertThat(untold.out()).isEmpty();
            assertThat(away.exitCode()).isEqualTo(4);
        }
    }

    /** A domain whose schema was never extended. */
    private static final class WithoutExchange extends InMemoryOperationInterceptor {

        @Override
        public void processSearchEntry(InMemoryInterceptedSearchEntry found) {
            Entry entry = found.getSearchEntry().duplicate();
            if (found.getRequest().getBaseDN().isEmpty()) {
                entry.setAttribute("supportedCapabilities", "1.2.840.113556.1.4.800");
                entry.setAttribute("subschemaSubentry", "dc=x");
            } else if (found.getRequest().getAttributeList().contains("attributeTypes")) {
                entry.setAttribute(
                        "attributeTypes",
                        "( 0.9.2342.19200300.100.1.3 NAME 'mail' SYNTAX '1.3.6.1.4.1.1466.115.121.1.15' )");
            }
            found.setSearchEntry(new ReadOnlyEntry(entry));
        }
    }
}
