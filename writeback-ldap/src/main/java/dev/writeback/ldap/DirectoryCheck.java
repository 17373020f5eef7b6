package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
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
    private final Servers servers;
    private final ChangeLog log;
    private final Forest forest;
    private final ReachCheck reach;

    DirectoryCheck(LdapSettings settings, Transport transport, Servers servers, ChangeLog log, Forest forest) {
        this.forest = forest;
        this.settings = settings;
        this.servers = servers;
        this.log = log;
        this.reach = new ReachCheck(settings, transport, servers);
    }

    List<Finding> findings(CheckRequest request) {
        if (request.depth() == Depth.START) {
            return atStart(request);
        }
        List<Finding> findings = new ArrayList<>();
        if (!reach.signsIn(findings)) {
            return findings;
        }
        try {
            findings.addAll(servers.read(session -> inside(session, request)));
        } catch (DirectoryFailure failure) {
            findings.add(finding(Level.ERROR, "directory", failure.problem()));
        }
        return findings;
    }

    /**
     * Other servers make do with less of a schema. That nothing answers is for the run to say, which tries again; a
     * sign-in that was refused must not be tried again.
     */
    private List<Finding> atStart(CheckRequest request) {
        try {
            return servers.read(session ->
                    session.rootDse().isActiveDirectory() ? SchemaCheck.lacking(session, request) : List.<Finding>of());
        } catch (DirectoryFailure failure) {
            return failure.problem().code() == ErrorCode.SIGN_IN_FAILED
                    ? List.of(finding(Level.UNREACHABLE, "sign-in", failure.problem()))
                    : List.of();
        }
    }

    private List<Finding> inside(Session session, CheckRequest request) throws LDAPException {
        List<Finding> findings = new ArrayList<>();
        boolean activeDirectory = session.rootDse().isActiveDirectory();
        if (!session.isThere(settings.baseDn().value())) {
            findings.add(noBase(session));
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
        findings.add(new UniquenessCheck(settings, forest).finding(session.rootDse()));
        findings.addAll(ClockCheck.findings(session, request.now()));
        return findings;
    }

    private Finding noBase(Session session) throws LDAPException {
        return new Finding(
                Level.ERROR,
                "directory",
                "%s does not have the base DN %s, or the account may not see it."
                        .formatted(session.server().address(), settings.baseDn()),
                "Correct the base DN%s, or grant the account read access to it."
                        .formatted(session.rootDse()
                                .value("defaultNamingContext")
                                .map(" (the server's own is %s)"::formatted)
                                .orElse("")));
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
