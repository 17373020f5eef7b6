package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import org.junit.jupiter.api.Test;

class OperationCountsTest extends DirectoryTest {

    @Test
    void requests_of_clients_are_counted_by_kind_whether_or_not_they_succeed() throws LDAPException {
        admin.search("OU=People,DC=corp,DC=example", SearchScope.SUB, "(objectClass=user)");
        modify(dn(0), replace("info", "x"));
        refusalOf(dn(0), replace("nonsense", "x"));

        OperationCounts counts = directory.counts();

        assertThat(counts.of(Operation.SEARCH)).isEqualTo(1);
        assertThat(counts.of(Operation.MODIFY)).isEqualTo(2);
        assertThat(counts.of(Operation.ADD)).isZero();
        assertThat(counts.entriesReturned()).isEqualTo(5);
        assertThat(counts.total()).isEqualTo(3);
    }

    @Test
    void sign_in_counts_but_not_towards_the_total() {
        directory.connect().close();

        assertThat(directory.counts().of(Operation.BIND)).isEqualTo(1);
        assertThat(directory.counts().total()).isZero();
    }

    @Test
    void what_the_test_does_itself_does_not_count() {
        directory.add(MailboxUser.of("ida", "corp.example"));
        directory.modify("dn: " + dn(0), "changetype: modify", "replace: info", "info: x");
        directory.delete(dn(1));

        assertThat(directory.counts().byOperation()).isEmpty();
    }

    @Test
    void counting_begins_anew_after_a_reset() throws LDAPException {
        admin.getEntry(dn(0));
        directory.resetCounts();

        assertThat(directory.counts()).isEqualTo(new OperationCounts(java.util.Map.of(), 0));
    }
}
