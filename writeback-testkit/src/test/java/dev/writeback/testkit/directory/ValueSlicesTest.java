package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValueSlicesTest extends DirectoryTest {

    private static final String GROUP = "CN=staff,OU=Groups,DC=corp,DC=example";

    @Override
    InMemoryActiveDirectoryBuilder settings() {
        return super.settings().users(3_500);
    }

    @Override
    @BeforeAll
    void start() {
        super.start();
        directory.add("dn: " + GROUP, "objectClass: group", "groupType: 8");
        directory.modify(Stream.concat(
                        Stream.of("dn: " + GROUP, "changetype: modify", "add: member"),
                        IntStream.range(0, 3_500).mapToObj(user -> "member: " + dn(user)))
                .toArray(String[]::new));
    }

    @Override
    @AfterAll
    void stop() {
        super.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "member, member;range=0-1499, 1500",
        "member;range=0-*, member;range=0-1499, 1500",
        "member;range=1500-*, member;range=1500-2999, 1500",
        "member;range=3000-*, member;range=3000-*, 500",
        "member;range=0-9, member;range=0-9, 10",
        "member;Range=10-19, member;range=10-19, 10",
        "member;range=3490-3499, member;range=3490-*, 10",
        "member;range=0-4999, member;range=0-1499, 1500"
    })
    void more_than_1500_values_come_in_ranges(String asked, String answered, int values) throws LDAPException {
        SearchResultEntry group = admin.getEntry(GROUP, asked);

        assertThat(group.getAttributeValues(answered)).hasSize(values);
    }

    @Test
    void beside_an_implicit_range_the_attribute_itself_comes_without_values() throws LDAPException {
        SearchResultEntry group = admin.getEntry(GROUP);

        assertThat(group.getAttribute("member").size()).isZero();
        assertThat(group.getAttributeValues("member;range=0-1499")).hasSize(1_500);
    }

    @Test
    void a_range_of_few_values_ends_with_an_asterisk() throws LDAPException {
        assertThat(admin.getEntry(dn(0), "proxyAddresses;range=0-*").getAttributeValues("proxyAddresses;range=0-*"))
                .hasSize(2);
    }

    @Test
    void a_range_behind_the_last_value_is_an_error() {
        assertRefused(
                refusal(() -> admin.getEntry(GROUP, "member;range=3500-*")), ResultCode.OPERATIONS_ERROR, "00002121: ");
    }
}
