package dev.writeback.agent.crash;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@link DirectoryServer}, and what it holds and counts as any LDAP client sees it. */
final class DirectoryProcess implements AutoCloseable {

    private static final int PAGE = 1000;

    private final Process process;
    private final Writer orders;
    private final LDAPConnection connection;
    private final int port;
    private final String baseDn;
    private final String adminDn;
    private final String password;

    private DirectoryProcess(Process process, String[] address) throws LDAPException {
        this.process = process;
        this.orders = process.outputWriter();
        this.port = Integer.parseInt(address[0]);
        this.baseDn = address[1];
        this.adminDn = address[2];
        this.password = address[3];
        this.connection = new LDAPConnection("127.0.0.1", port, adminDn, password);
    }

    static DirectoryProcess start(int users) throws IOException, LDAPException {
        Process process = new ProcessBuilder(
                        JavaCommand.of(List.of("-Xmx2g"), DirectoryServer.class, Integer.toString(users)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader answer = process.inputReader();
        String line = answer.readLine();
        if (line == null) {
            throw new IOException("the directory's process ended before it listened");
        }
        return new DirectoryProcess(process, line.split("\t", -1));
    }

    String url() {
        return "ldap://127.0.0.1:" + port;
    }

    String baseDn() {
        return baseDn;
    }

    String adminDn() {
        return adminDn;
    }

    String password() {
        return password;
    }

    /** Has a signal sent to a process at the modification with that number, counted from now; forgets the last order. */
    void signalAtModification(String signal, long pid, int number) {
        try {
            orders.write(signal + " " + pid + " " + number + "\n");
            orders.flush();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** How many modifications have changed something since the directory was made. */
    long changes() throws LDAPException {
        return connection.getRootDSE().getAttributeValueAsLong("highestCommittedUSN");
    }

    /** All users' entries, by objectGUID. */
    Map<UUID, EntryState> users() throws LDAPException {
        Map<UUID, EntryState> found = new TreeMap<>();
        @Nullable ASN1OctetString cookie = null;
        do {
            SearchRequest request = new SearchRequest(
                    "OU=People," + baseDn, SearchScope.SUB, "(objectClass=user)", "*", EntryState.METADATA);
            request.setControls(new Control[] {new SimplePagedResultsControl(PAGE, cookie)});
            SearchResult result = connection.search(request);
            for (SearchResultEntry entry : result.getSearchEntries()) {
                EntryState state = EntryState.of(entry);
                found.put(state.guid(), state);
            }
            SimplePagedResultsControl next = SimplePagedResultsControl.get(result);
            cookie = next != null && next.moreResultsToReturn() ? next.getCookie() : null;
        } while (cookie != null);
        return found;
    }

    @Override
    public void close() {
        connection.close();
        process.destroyForcibly().onExit().join();
    }
}
