package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;

class IndexProperties {

    private static final List<String> ACCOUNTS = List.of("ida", "IDI", "ılgaz");

    enum Step {
        ADD,
        REPLACE,
        REMOVE_VALUE,
        MOVE,
        LINK,
        DELETE
    }

    @Property(tries = 60)
    void whatever_happened_an_index_finds_what_looking_at_every_entry_finds(
            @ForAll("histories") List<Tuple3<Step, String, String>> history) throws LDAPException {
        try (InMemoryActiveDirectory directory =
                        InMemoryActiveDirectory.builder().users(2).start();
                LDAPConnection client = directory.connect()) {
            for (Tuple3<Step, String, String> step : history) {
                apply(directory, step);
            }
            for (String account : ACCOUNTS) {
                for (Filter indexed : List.of(
                        Filter.createEqualityFilter("proxyAddresses", "smtp:" + account + "@corp.example"),
                        Filter.createEqualityFilter("sAMAccountName", account),
                        Filter.createEqualityFilter(
                                "manager", "CN=user000000,OU=North,OU=People,DC=corp,DC=example"))) {
                    Filter scanned = Filter.createORFilter(
                            indexed, Filter.createEqualityFilter("displayName", "nobody bears this name"));
                    assertThat(found(client, indexed)).isEqualTo(found(client, scanned));
                }
            }
        }
    }

    private static List<String> found(LDAPConnection client, Filter filter) throws LDAPException {
        return client.search("DC=corp,DC=example", SearchScope.SUB, filter, "1.1").getSearchEntries().stream()
                .map(SearchResultEntry::getDN)
                .sorted()
                .toList();
    }

    private static void apply(InMemoryActiveDirectory directory, Tuple3<Step, String, String> step) {
        String account = step.get2();
        String address = "smtp:" + step.get3() + "@corp.example";
        String dn = "CN=" + account + ",OU=People,DC=corp,DC=example";
        String outside = "CN=" + account + ",OU=Outside,DC=corp,DC=example";
        List<Runnable> actions = new ArrayList<>();
        switch (step.get1()) {
            case ADD ->
                actions.add(() ->
                        directory.add(MailboxUser.of(account, "corp.example").with("proxyAddresses", address)));
            case REPLACE ->
                actions.add(() -> directory.modify(
                        "dn: " + dn, "changetype: modify", "replace: proxyAddresses", "proxyAddresses: " + address));
            case REMOVE_VALUE ->
                actions.add(() -> directory.modify(
                        "dn: " + dn, "changetype: modify", "delete: proxyAddresses", "proxyAddresses: " + address));
            case LINK ->
                actions.add(() -> directory.modify(
                        "dn: " + dn,
                        "changetype: modify",
                        "replace: manager",
                        "manager: " + directory.user(0).dn()));
            case MOVE -> {
                actions.add(() -> directory.move(dn, outside));
                actions.add(() -> directory.move(outside, dn));
            }
            case DELETE -> actions.add(() -> directory.delete(dn));
        }
        for (Runnable action : actions) {
            try {
                action.run();
            } catch (IllegalArgumentException refused) {
                // A step that the directory refuses is a step that must change nothing.
                continue;
            }
        }
    }

    @Provide
    Arbitrary<List<Tuple3<Step, String, String>>> histories() {
        return Combinators.combine(Arbitraries.of(Step.class), Arbitraries.of(ACCOUNTS), Arbitraries.of(ACCOUNTS))
                .as(Tuple::of)
                .list()
                .ofMaxSize(25);
    }
}
