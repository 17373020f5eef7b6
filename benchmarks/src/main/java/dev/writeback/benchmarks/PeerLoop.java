package dev.writeback.benchmarks;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What connectors do, as well as it can be done entry by entry: find the entry by its objectGUID, read it, compare, replace
 * what differs. Nothing is conditional, planned, journaled or reported.
 */
final class PeerLoop implements Contender {

    private final Target target;
    private final List<LDAPConnection> connections = new ArrayList<>();

    PeerLoop(Target target, int number) throws LDAPException {
        this.target = target;
        for (int i = 0; i < number; i++) {
            connections.add(target.connect());
        }
    }

    @Override
    public String name() {
        return "read, compare, modify";
    }

    @Override
    public void write(List<Target.User> users, Change change) throws Exception {
        Lanes.run(connections.size(), lane -> {
            for (int i = lane; i < users.size(); i += connections.size()) {
                write(connections.get(lane), users.get(i), change);
            }
        });
    }

    private void write(LDAPConnection connection, Target.User user, Change change) throws LDAPException {
        Filter filter = Filter.createEqualityFilter("objectGUID", user.guid().toBytes());
        SearchResult found = connection.search(target.base(), SearchScope.SUB, filter, Change.NAMES);
        SearchResultEntry entry =
                Objects.requireNonNull(found.getSearchEntries()).get(0);
        List<Modification> modifications = new ArrayList<>();
        for (int i = 0; i < Change.NAMES.length; i++) {
            String wanted = change.wanted(i);
            if (!wanted.equals(entry.getAttributeValue(Change.NAMES[i]))) {
                modifications.add(new Modification(ModificationType.REPLACE, Change.NAMES[i], wanted));
            }
        }
        connection.modify(entry.getDN(), modifications);
    }

    @Override
    public void close() {
        connections.forEach(LDAPConnection::close);
    }
}
