package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
import dev.writeback.ldap.LdapSettings.Tls;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.CheckRequest.Depth;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Finding.Level;
import java.util.ArrayList;
import java.util.List;

/** Looks, from the network inwards, whether a directory can be used; ends where the rest has no sense. */
final class DirectoryCheck {

    private static final int GLOBAL_CATALOG = 3268;
    private static final int GLOBAL_CATALOG_TLS = 3269;

    private final LdapSettings settings;
    private final Transport transport;
    private final Servers servers;
    private final ChangeLog log;
    private final ConnectFaults faults;

    DirectoryCheck(LdapSettings settings, Transport transport, Servers servers, ChangeLog log) {
        this.settings = settings;
        this.transport = transport;
        this.servers = servers;
        this.log = log;
        this.faults = new ConnectFaults(settings);
    }

    List<Finding> findings(CheckRequest request) {
        if (request.depth() == Depth.START) {
            return atStart(request);
        }
        List<Finding> findings = new ArrayList<>();
        if (!signsIn(findings)) {
            return findings;
        }
        try {
            findings.addAll(servers.read(session -> inside(session, request)));
        } catch (DirectoryFailure failure) {
            findings.add(finding(Level.ERROR, "directory", failure.problem()));
        }
        return findings;
    }

    /** That nothing answers is for the run to say, which tries again; other servers make do with less of a schema. */
    private List<Finding> atStart(CheckRequest request) {
        try {
            return servers.read(session ->
                    session.rootDse().isActiveDirectory() ? SchemaCheck.lacking(session, request) : List.<Finding>of());
        } catch (DirectoryFailure failure) {
            return List.of();
        }
    }

    /** Whether any server can be used; the account is tried no more once it was refused, lest it be locked. */
    private boolean signsIn(List<Finding> findings) {
        List<Problem> unreachable = new ArrayList<>();
        boolean any = false;
        for (ServerAddress server : settings.servers()) {
            try (LDAPConnection connection = transport.connect(server)) {
                findings.add(Finding.ok("reach", "%s takes connections.".formatted(server)));
                findings.add(protection(server, connection));
                connection.bind(transport.signIn());
                findings.add(Finding.ok("sign-in", "%s accepts %s.".formatted(server, settings.bindDn())));
                any = true;
            } catch (LDAPException failure) {
                DirectoryFailure fault = faults.of(failure, server);
                ErrorCode code = fault.problem().code();
                if (code == ErrorCode.SIGN_IN_FAILED) {
                    findings.add(finding(Level.ERROR, "sign-in", fault.problem()));
                    return false;
                }
                if (code == ErrorCode.CERTIFICATE_NOT_TRUSTED) {
                    findings.add(finding(Level.ERROR, "tls", fault.problem()));
                } else {
                    unreachable.add(fault.problem());
                }
            }
        }
        // One that fails while another does the work needs a look; if all fail there is no directory.
        Level level = any ? Level.WARNING : Level.UNREACHABLE;
        unreachable.forEach(problem -> findings.add(finding(level, "reach", problem)));
        return any;
    }

    private Finding protection(ServerAddress server, LDAPConnection connection) {
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

    private List<Finding> inside(Session session, CheckRequest request) throws LDAPException {
        List<Finding> findings = new ArrayList<>();
        ServerAddress server = session.server().address();
        boolean activeDirectory = session.rootDse().isActiveDirectory();
        if (!session.isThere(settings.baseDn().value())) {
            findings.add(new Finding(
                    Level.ERROR,
                    "directory",
                    "%s does not have the base DN %s, or the account may not see it."
                            .formatted(server, settings.baseDn()),
                    "Correct the base DN%s, or grant the account read access to it."
                            .formatted(session.rootDse()
                                    .value("defaultNamingContext")
                                    .map(" (the server's own is %s)"::formatted)
                                    .orElse(""))));
            return findings;
        }
        Finding kind = kind(session);
        findings.add(kind);
        if (kind.level() == Level.ERROR) {
            return findings;
        }
        Schema schema = DirectoryKind.schema(session);
        findings.addAll(SchemaCheck.findings(session, schema, request));
        findings.addAll(new RightsCheck(session, settings).findings(request));
        if (activeDirectory) {
            findings.addAll(ofActiveDirectory(session, schema, request));
        }
        findings.add(WatchCheck.finding(session, log));
        findings.addAll(ClockCheck.findings(session, request.now()));
        return findings;
    }

    private List<Finding> ofActiveDirectory(Session session, Schema schema, CheckRequest request) throws LDAPException {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(look(session, "privilege", () -> new PrivilegeCheck(session, settings).findings(request)));
        findings.addAll(
                look(session, "inherits", () -> List.of(new InheritanceCheck(session, settings).finding(request))));
        findings.addAll(look(
                session,
                "authority",
                () -> AuthorityCheck.finding(session, settings, request, schema).stream()
                        .toList()));
        findings.addAll(
                look(session, "addresses", () -> List.of(new AddressCheck(session, settings).finding(request))));
        findings.addAll(look(
                session, "limits", () -> LimitsCheck.finding(session).stream().toList()));
        return findings;
    }

    /** What a server does not tell is no reason to look no further, as long as it answers. */
    private static List<Finding> look(Session session, String topic, Look look) throws LDAPException {
        try {
            return look.findings();
        } catch (LDAPException failure) {
            if (!failure.getResultCode().isConnectionUsable()) {
                throw failure;
            }
            return List.of(finding(
                    Level.WARNING,
                    topic,
                    SearchFaults.of(failure, session.server().address()).problem()));
        }
    }

    private Finding kind(Session session) throws LDAPException {
        ServerAddress server = session.server().address();
        boolean activeDirectory = session.rootDse().isActiveDirectory();
        if (session.rootDse().isReadOnly()) {
            return new Finding(
                    Level.ERROR,
                    "directory",
                    "%s is a read-only domain controller.".formatted(server),
                    "Name a domain controller that can be written to.");
        }
        if (activeDirectory && (server.port() == GLOBAL_CATALOG || server.port() == GLOBAL_CATALOG_TLS)) {
            return new Finding(
                    Level.ERROR,
                    "directory",
                    "%s is a global catalog, which cannot be written to.".formatted(server),
                    "Name the port 636 or 389 of a domain controller.");
        }
        return Finding.ok(
                "directory",
                "%s is %s and has %s."
                        .formatted(
                                server,
                                activeDirectory ? "Active Directory" : "an LDAP server other than Active Directory",
                                settings.baseDn()));
    }

    static Finding finding(Level level, String topic, Problem problem) {
        String said = problem.diagnostic().isEmpty() ? "" : " (" + problem.diagnostic() + ")";
        return new Finding(level, topic, problem.reason(), problem.action() + said);
    }

    private interface Look {
        List<Finding> findings() throws LDAPException;
    }
}
