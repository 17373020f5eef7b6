package dev.writeback.benchmarks;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.model.AttributeName;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A reconciliation in which nothing has changed beside a bare read of the same attributes, in pages of 1,000. */
final class Reconciling {

    private static final int PAGE = 1000;

    private Reconciling() {}

    static void measure(PrintStream out, Target target, Stores.Kind kind, int objects, int connections, int rounds)
            throws Exception {
        List<Target.User> users = target.users(objects);
        try (Stores stores = new Stores();
                EngineRate engine = new EngineRate(target, users, connections, stores.empty(kind));
                LDAPConnection connection = target.connect()) {
            engine.measure("value 0");
            String[] names = names();
            List<Double> bare = new ArrayList<>();
            List<Double> ours = new ArrayList<>();
            for (int round = 0; round <= rounds; round++) {
                double seconds = read(connection, target, names, users.size());
                double reconciled = engine.reconcile().seconds();
                if (round > 0) {
                    bare.add(seconds);
                    ours.add(reconciled);
                }
            }
            print(out, kind, users.size(), bare, ours);
        }
    }

    private static void print(PrintStream out, Stores.Kind kind, int objects, List<Double> bare, List<Double> ours) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < bare.size(); i++) {
            ratios.add(ours.get(i) / bare.get(i));
        }
        out.printf("%,d unchanged entries, store: %s%n", objects, kind.label);
        out.printf("  bare read in pages           %8.2f s%n", Throughput.median(bare));
        out.printf(
                "  reconciliation               %8.2f s   ratio to the bare read %.2f%n",
                Throughput.median(ours), Throughput.median(ratios));
    }

    /** What the engine reads of each entry: the attributes of the built-in profile, and what guard and anchors need. */
    private static String[] names() {
        return Stream.concat(
                        Profile.exchangeOnline().targets().stream().map(AttributeName::value),
                        Stream.of(
                                "objectGUID",
                                "mS-DS-ConsistencyGuid",
                                "msDS-ExternalDirectoryObjectId",
                                "objectSid",
                                "adminCount",
                                "isCriticalSystemObject"))
                .toArray(String[]::new);
    }

    private static double read(LDAPConnection connection, Target target, String[] names, int expected)
            throws LDAPException {
        long began = System.nanoTime();
        int read = 0;
        @Nullable ASN1OctetString cookie = null;
        do {
            SearchRequest request = new SearchRequest(
                    target.base(), SearchScope.SUB, "(&(objectClass=person)(sAMAccountName=user*))", names);
            request.addControl(new SimplePagedResultsControl(PAGE, cookie));
            SearchResult page = connection.search(request);
            read += page.getEntryCount();
            SimplePagedResultsControl next = SimplePagedResultsControl.get(page);
            cookie = next != null && next.moreResultsToReturn() ? next.getCookie() : null;
        } while (cookie != null && read < expected);
        return (System.nanoTime() - began) / 1e9;
    }
}
