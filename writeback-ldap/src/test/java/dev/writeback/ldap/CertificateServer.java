package dev.writeback.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.InMemoryRequestHandler;
import com.unboundid.ldap.listener.InMemorySASLBindHandler;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedExtendedResult;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.ResultCode;
import java.net.InetAddress;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A directory at localhost that asks for client certificates, over LDAPS and StartTLS. */
final class CertificateServer implements AutoCloseable {

    /** What becomes of an EXTERNAL bind. */
    enum Way {
        /** It is taken, for who the certificate is for. */
        BY_BIND,
        /** It is refused, because TLS has signed the client in already, as Active Directory does it. */
        BY_TLS
    }

    private final InMemoryDirectoryServer server;
    private final List<String> signedIn = Collections.synchronizedList(new ArrayList<>());

    CertificateServer(Way way, int port, TestCertificate own, TestCertificate... trusted) throws Exception {
        SSLContext tls = context(own, trusted);
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=x");
        InetAddress here = InetAddress.getByName("127.0.0.1");
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPSConfig(
                        "tls", here, port, tls.getServerSocketFactory(), null, true, true),
                InMemoryListenerConfig.createLDAPConfig("plain", here, 0, tls.getSocketFactory(), true, true));
        config.addSASLBindHandler(new External(way));
        if (way == Way.BY_TLS) {
            config.addInMemoryOperationInterceptor(new SignedInByTls());
        }
        server = new InMemoryDirectoryServer(config);
        server.add("dn: dc=x", "objectClass: domain", "dc: x");
        server.add("dn: uid=ada,dc=x", "objectClass: inetOrgPerson", "uid: ada", "cn: Ada", "sn: L", "title: Countess");
        server.startListening();
    }

    int tlsPort() {
        return server.getListenPort("tls");
    }

    int plainPort() {
        return server.getListenPort("plain");
    }

    InMemoryDirectoryServer directory() {
        return server;
    }

    /** The subjects of the certificates that clients have signed in with, in that order. */
    List<String> signedIn() {
        return List.copyOf(signedIn);
    }

    /** Ends the connections that are open. */
    void drop() {
        server.closeAllConnections(false);
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    private static SSLContext context(TestCertificate own, TestCertificate... trusted) throws Exception {
        char[] password = {};
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, password);
        keys.setKeyEntry("own", own.keys().getPrivate(), password, new Certificate[] {own.certificate()});
        for (TestCertificate one : trusted) {
            keys.setCertificateEntry(one.certificate().getSubjectX500Principal().getName(), one.certificate());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private final class External extends InMemorySASLBindHandler {
        private final Way way;

        External(Way way) {
            this.way = way;
        }

        @Override
        public String getSASLMechanismName() {
            return "EXTERNAL";
        }

        @Override
        public BindResult processSASLBind(
                InMemoryRequestHandler handler, int id, DN name, ASN1OctetString credentials, List<Control> controls) {
            if (way == Way.BY_TLS) {
                return result(id, ResultCode.UNWILLING_TO_PERFORM);
            }
            try {
                SSLSocket socket = (SSLSocket) handler.getClientConnection().getSocket();
                X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
                signedIn.add(shown.getSubjectX500Principal().getName());
                return result(id, ResultCode.SUCCESS);
            } catch (SSLPeerUnverifiedException | ClassCastException noCertificate) {
                return result(id, ResultCode.INVALID_CREDENTIALS);
            }
        }

        private BindResult result(int id, ResultCode code) {
            return new BindResult(id, code, null, null, null, null);
        }
    }

    private static final class SignedInByTls extends InMemoryOperationInterceptor {
        @Override
        public void processExtendedResult(InMemoryInterceptedExtendedResult result) {
            result.setResult(new ExtendedResult(
                    result.getResult().getMessageID(),
                    ResultCode.SUCCESS,
                    null,
                    null,
                    null,
                    null,
                    new ASN1OctetString("u:CORP\\svc-writeback"),
                    null));
        }
    }
}
