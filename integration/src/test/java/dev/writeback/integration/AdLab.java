package dev.writeback.integration;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The domain controller that {@code ad-lab/up.sh} started, and the accounts to reach it with. Thread-safe. */
final class AdLab {

    /** What mailbox writeback sets on a user: the 24 attributes that {@link Account#LEAST} may write. */
    static final List<String> WRITEBACK_ATTRIBUTES = writebackAttributes();

    /** A directory operation may take long while the machine builds something else. */
    private static final int RESPONSE_TIMEOUT_MILLIS = 120_000;

    private final LabEnv env;

    private AdLab(LabEnv env) {
        this.env = env;
    }

    /** The lab that the system property {@code ad.lab} names. */
    static AdLab running() {
        return new AdLab(LabEnv.ofSystemProperty());
    }

    /** The lab that the system property {@code ad.forest2} names, of another forest. */
    static AdLab otherForest() {
        return new AdLab(LabEnv.ofSystemProperty("ad.forest2"));
    }

    /** A connection over TLS, the certificate verified, bound as that account. The caller closes it. */
    LDAPConnection connect(Account account) throws LDAPException {
        return connectTo(host(), account);
    }

    /** The same to another domain controller of the domain. */
    LDAPConnection connectTo(String host, Account account) throws LDAPException {
        LDAPConnection connection = open(host);
        connection.bind(dn(account), password(account));
        return connection;
    }

    /** A connection over TLS, the certificate verified, that nobody is signed in on. The caller closes it. */
    LDAPConnection connectAnonymously() throws LDAPException {
        return open(host());
    }

    private LDAPConnection open(String host) throws LDAPException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setResponseTimeoutMillis(RESPONSE_TIMEOUT_MILLIS);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        try {
            SSLUtil tls = new SSLUtil(new PEMFileTrustManager(caFile().toFile()));
            return new LDAPConnection(tls.createSSLSocketFactory(), options, host, ldapsPort());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot trust " + caFile() + ", the authority of the lab", e);
        }
    }

    String host() {
        return env.get("AD_HOST");
    }

    int ldapsPort() {
        return Integer.parseInt(env.get("AD_LDAPS_PORT"));
    }

    /** As the agent's configuration wants it. */
    String ldapsUrl() {
        return "ldaps://" + host() + ":" + ldapsPort();
    }

    /** The same server without TLS from the start: for StartTLS, or for no protection at all. */
    String ldapUrl() {
        return "ldap://" + host() + ":" + env.get("AD_LDAP_PORT");
    }

    /** The authority of the server's certificate, as PEM. */
    Path caFile() {
        return Path.of(env.get("AD_CA_FILE"));
    }

    String baseDn() {
        return env.get("AD_BASE_DN");
    }

    /** The users below it are what the service accounts have rights on. */
    String peopleDn() {
        return env.get("AD_PEOPLE_DN");
    }

    /** No service account may write below it. */
    String outsideDn() {
        return "OU=Outside," + baseDn();
    }

    String dn(Account account) {
        return env.get(account.dnName);
    }

    String password(Account account) {
        return env.get(account.passwordName);
    }

    private static List<String> writebackAttributes() {
        List<String> names = new ArrayList<>();
        IntStream.rangeClosed(1, 15).forEach(i -> names.add("extensionAttribute" + i));
        IntStream.rangeClosed(1, 5).forEach(i -> names.add("msExchExtensionCustomAttribute" + i));
        names.addAll(List.of("mail", "proxyAddresses", "msExchRecipientDisplayType", "msExchRecipientTypeDetails"));
        return List.copyOf(names);
    }

    /** An account of the lab. */
    enum Account {
        /** The domain's administrator: for setting up and for looking, never for the job under test. */
        ADMIN("AD_BIND_DN", "AD_BIND_PASSWORD"),
        /** May write the Exchange attributes and {@code mail} of users below {@code OU=People}. */
        SERVICE("AD_SVC_DN", "AD_SVC_PASSWORD"),
        /** May write just {@link #WRITEBACK_ATTRIBUTES} of users below {@code OU=People}. */
        LEAST("AD_LEAST_DN", "AD_SVC_PASSWORD"),
        /** May only read. */
        READER("AD_READER_DN", "AD_SVC_PASSWORD");

        private final String dnName;
        private final String passwordName;

        Account(String dnName, String passwordName) {
            this.dnName = dnName;
            this.passwordName = passwordName;
        }
    }
}
