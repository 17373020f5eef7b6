package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.ldap.LdapSettings.Tls;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Finding.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Looks whether each server can be reached and signed in to, and takes writes. */
final class ReachCheck {

    private static final String TOPIC = "reach";
    private static final String SIGN_IN = "sign-in";

    private final LdapSettings settings;
    private final Transport transport;
    private final Servers servers;
    private final ConnectFaults faults;

    ReachCheck(LdapSettings settings, Transport transport, Servers servers) {
        this.settings = settings;
        this.transport = transport;
        this.servers = servers;
        this.faults = new ConnectFaults(settings);
    }

    /** Whether any server can be used; the account is tried no more once it was refused, lest it be locked. */
    boolean signsIn(List<Finding> findings) {
        try {
            return signsIn(findings, addresses(findings));
        } catch (DirectoryFailure nobodyKnowsTheServers) {
            findings.add(DirectoryCheck.finding(Level.UNREACHABLE, TOPIC, nobodyKnowsTheServers.problem()));
            return false;
        }
    }

    private List<ServerAddress> addresses(List<Finding> findings) throws DirectoryFailure {
        List<ServerAddress> addresses = servers.addresses();
        settings.domain()
                .ifPresent(domain -> findings.add(Finding.ok(
                        TOPIC,
                        "%s names these domain controllers: %s."
                                .formatted(
                                        domain,
                                        addresses.stream()
                                                .map(ServerAddress::toString)
                                                .collect(Collectors.joining(", "))))));
        return addresses;
    }

    private boolean signsIn(List<Finding> findings, List<ServerAddress> addresses) {
        List<Unusable> unusable = new ArrayList<>();
        boolean any = false;
        for (ServerAddress server : addresses) {
            try {
                tryOut(server, findings);
                any = true;
            } catch (DirectoryFailure fault) {
                ErrorCode code = fault.problem().code();
                if (code == ErrorCode.SIGN_IN_FAILED && fault.reach() == DirectoryFailure.Reach.EVERY_SERVER) {
                    findings.add(DirectoryCheck.finding(Level.ERROR, SIGN_IN, fault.problem()));
                    return false;
                }
                if (code == ErrorCode.CERTIFICATE_NOT_TRUSTED) {
                    findings.add(DirectoryCheck.finding(Level.ERROR, "tls", fault.problem()));
                } else {
                    unusable.add(new Unusable(code == ErrorCode.SIGN_IN_FAILED ? SIGN_IN : TOPIC, fault.problem()));
                }
            }
        }
        // One that fails while another does the work needs a look; if all fail there is no directory.
        for (Unusable one : unusable) {
            Level alone = one.topic.equals(SIGN_IN) ? Level.ERROR : Level.UNREACHABLE;
            findings.add(DirectoryCheck.finding(any ? Level.WARNING : alone, one.topic, one.problem));
        }
        return any;
    }

    private void tryOut(ServerAddress server, List<Finding> findings) throws DirectoryFailure {
        try (LDAPConnection connection = transport.connect(server)) {
            findings.add(Finding.ok(TOPIC, "%s takes connections.".formatted(server)));
            findings.add(protection(server, connection));
            transport.signIn(connection, server);
            findings.add(Finding.ok(
                    SIGN_IN,
                    "%s accepts %s.".formatted(server, settings.signIn().account())));
            Fitness.require(RootDse.read(connection), server);
        } catch (LDAPException failure) {
            throw faults.of(failure, server);
        }
    }

    private Finding protection(ServerAddress server, LDAPConnection connection) {
        if (settings.tls() == Tls.NONE && settings.signIn() instanceof SignInMethod.Gssapi) {
            return Finding.ok("tls", "The connection to %s is encrypted by Kerberos, without TLS.".formatted(server));
        }
        if (settings.tls() == Tls.NONE) {
            return new Finding(
                    Level.WARNING,
                    "tls",
                    "The connection to %s is not encrypted: password and values can be read on the way."
                            .formatted(server),
                    "Use ldaps://, or tls mode START_TLS.");
        }
        String protocol = connection.getSSLSession() == null
                ? "TLS"
                : connection.getSSLSession().getProtocol();
        String name = settings.verifiesHostName() ? " and is for this host" : "";
        return Finding.ok(
                "tls", "The certificate of %s is trusted%s; the connection is %s.".formatted(server, name, protocol));
    }

    private record Unusable(String topic, Problem problem) {}
}
