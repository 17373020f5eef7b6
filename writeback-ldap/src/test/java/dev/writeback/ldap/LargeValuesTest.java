package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.testkit.directory.Operation;
import dev.writeback.testkit.fault.Fault;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** More links than a directory changes or shows at once. */
class LargeValuesTest {

    private static final int PEOPLE = 12_000;
    private static final int PART = EntryWrite.MOST_AT_ONCE;
    private static final AttributeName DELEGATES = AttributeName.of("publicDelegates");
    private static final AttributeName AUTHORS = AttributeName.of("authOrig");

    private static MemoryDomain domain;
    private static LdapDirectory directory;
    private static List<AttributeValue> people;

    private ObjectGuid ada;
    private String dn;

    @BeforeAll
    static void open() throws LDAPException {
        domain = MemoryDomain.of(MemoryDomain.builder().users(PEOPLE));
        directory = LdapDirectory.open(domain.settings().build());
        people = IntStream.range(0, PEOPLE)
                .mapToObj(number ->
                        AttributeValue.text(domain.directory().user(number).dn()))
                .toList();
    }

    @AfterAll
    static void close() {
        directory.close();
        domain.close();
    }

    @BeforeEach
    void add(TestInfo test) throws LDAPException {
        dn = domain.addUser("ada" + test.getDisplayName().length());
        ada = domain.guid(dn);
    }

    @Test
    void links_are_added_and_removed_in_parts_and_read_whole() {
        domain.directory().resetCounts();

        assertThat(write(List.of(), people)).isInstanceOf(WriteOutcome.Applied.class);

        assertThat(modifications()).isEqualTo(3);
        assertThat(delegates()).containsExactlyInAnyOrderElementsOf(people);
        domain.directory().resetCounts();

        assertThat(write(people, List.of())).isInstanceOf(WriteOutcome.Applied.class);

        assertThat(modifications()).isEqualTo(3);
        assertThat(delegates()).isEmpty();
    }

    @Test
    void a_later_part_that_fails_is_told_with_what_was_written_and_the_rest_can_be_written() {
        failSecond(Fault.result(ResultCode.BUSY, "0000200E: SvcErr"));

        WriteOutcome outcome = write(List.of(), people);

        assertThat(outcome).isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(outcome.obstacle().orElseThrow().code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(outcome.obstacle().orElseThrow().reason())
                .startsWith("Of 12000 values to change of the entry ")
                .contains(" 5000 were written, and then: ", "too busy");
        assertThat(delegates()).containsExactlyInAnyOrderElementsOf(people.subList(0, PART));

        assertThat(write(List.of(), people.subList(PART, PEOPLE))).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(delegates()).containsExactlyInAnyOrderElementsOf(people);
    }

    @Test
    void a_first_part_that_is_refused_has_its_own_outcome_because_nothing_was_written() throws LDAPException {
        domain.admin()
                .modify(
                        dn,
                        new Modification(
                                ModificationType.ADD,
                                "publicDelegates",
                                people.get(0).toString()));

        assertThat(write(List.of(), people)).isInstanceOf(WriteOutcome.Stale.class);
        assertThat(delegates()).containsExactly(people.get(0));
    }

    @Test
    void several_attributes_of_one_entry_are_read_whole() throws LDAPException {
        for (String attribute : List.of("publicDelegates", "authOrig")) {
            domain.admin()
                    .modify(
                            dn,
                            new Modification(
                                    ModificationType.ADD,
                                    attribute,
                                    people.subList(0, 3_100).stream()
                                            .map(AttributeValue::toString)
                                            .toArray(String[]::new)));
        }

        assertThat(entry().values(DELEGATES)).hasSize(3_100).doesNotHaveDuplicates();
        assertThat(entry().values(AUTHORS)).hasSize(3_100).doesNotHaveDuplicates();
    }

    private void failSecond(Fault fault) {
        var interventions = domain.directory().interventions();
        interventions.beforeNext(
                Operation.MODIFY,
                () -> interventions.beforeNext(
                        Operation.MODIFY, () -> interventions.failNext(Operation.MODIFY, 1, fault)));
    }

    private WriteOutcome write(List<AttributeValue> remove, List<AttributeValue> add) {
        DirectoryEntry entry = entry();
        return directory.write(new EntryWrite(
                entry.id(), entry.server(), List.of(new dev.writeback.plan.Modification(DELEGATES, remove, add))));
    }

    private List<AttributeValue> delegates() {
        return entry().values(DELEGATES);
    }

    private DirectoryEntry entry() {
        LookupOutcome outcome = directory
                .lookup(new LookupRequest(
                        List.of(List.of(new Anchor.ImmutableId(ada))),
                        Map.of(DELEGATES, AttributeSyntax.DN, AUTHORS, AttributeSyntax.DN)))
                .get(0);
        assertThat(outcome).isInstanceOf(LookupOutcome.Found.class);
        return ((LookupOutcome.Found) outcome).entry();
    }

    private long modifications() {
        return domain.directory().counts().of(Operation.MODIFY);
    }
}
