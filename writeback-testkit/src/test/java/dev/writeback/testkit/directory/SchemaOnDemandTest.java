package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaOnDemandTest {

    private static final String CONFIGURATION = "CN=Configuration,DC=corp,DC=example";

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1})
    void no_seed_gives_an_identifier_twice(long seed) throws LDAPException {
        try (InMemoryActiveDirectory directory = InMemoryActiveDirectory.builder()
                        .seed(seed)
                        .users(50)
                        .withoutPorts()
                        .start();
                LDAPConnection client = directory.connect()) {
            List<UUID> guids = new ArrayList<>();
            for (String context : List.of("CN=Schema," + CONFIGURATION, CONFIGURATION, directory.baseDn())) {
                client.search(context, SearchScope.SUB, "(objectGUID=*)", "objectGUID")
                        .getSearchEntries()
                        .forEach(entry -> guids.add(ObjectGuid.toUuid(entry.getAttributeValueBytes("objectGUID"))));
            }

            assertThat(guids).hasSizeGreaterThan(300).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN=Schema,", "cn = schema , ", "CN=\\53chema,", "CN=#0406536368656D61,"})
    void the_schema_is_there_in_every_spelling_of_its_name(String rdn) throws LDAPException {
        assertThat(found(rdn + CONFIGURATION)).isGreaterThan(300);
    }

    private static int found(String base) throws LDAPException {
        try (InMemoryActiveDirectory directory =
                        InMemoryActiveDirectory.builder().withoutPorts().start();
                LDAPConnection client = directory.connect()) {
            return client.search(base, SearchScope.ONE, "(objectClass=*)", "1.1")
                    .getEntryCount();
        }
    }
}
