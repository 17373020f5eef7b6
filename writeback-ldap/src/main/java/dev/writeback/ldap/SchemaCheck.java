package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.Schema;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Finding.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks whether the attributes to be written are in the schema, and hold what the profile takes them to hold. */
final class SchemaCheck {

    private static final String TOPIC = "schema";

    private SchemaCheck() {}

    /** What makes a run pointless: nothing, unless the schema is shown and lacks an attribute. */
    static List<Finding> lacking(Session session, CheckRequest request) throws LDAPException {
        Schema schema = DirectoryKind.schema(session);
        List<AttributeName> missing = request.writes().keySet().stream()
                .filter(name -> schema.getAttributeType(name.value()) == null)
                .toList();
        return schema.getAttributeTypes().isEmpty() || missing.isEmpty()
                ? List.of()
                : List.of(lack(session.server().address(), missing));
    }

    static List<Finding> findings(Session session, Schema schema, CheckRequest request) throws LDAPException {
        ServerAddress server = session.server().address();
        List<Finding> findings = new ArrayList<>();
        if (schema.getAttributeTypes().isEmpty()) {
            findings.add(new Finding(
                    Level.WARNING,
                    TOPIC,
                    "%s does not show its schema to the account.".formatted(server),
                    "Grant the account read access to the subschema entry."));
        } else {
            findings.addAll(compared(server, schema, request));
        }
        if (session.rootDse().isActiveDirectory()) {
            findings.add(exchange(session));
        }
        return findings;
    }

    private static List<Finding> compared(ServerAddress server, Schema schema, CheckRequest request) {
        List<Finding> findings = new ArrayList<>();
        List<AttributeName> missing = new ArrayList<>();
        request.writes().forEach((name, syntax) -> {
            AttributeTypeDefinition type = schema.getAttributeType(name.value());
            if (type == null) {
                missing.add(name);
                return;
            }
            String oid = type.getBaseSyntaxOID(schema);
            if (oid != null && !SyntaxOid.of(oid).fits(syntax)) {
                findings.add(misfit(server, name, syntax, oid));
            }
            if (type.isSingleValued() && request.lists().contains(name)) {
                findings.add(tooNarrow(server, name));
            }
        });
        if (!missing.isEmpty()) {
            findings.add(lack(server, missing));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok(
                    TOPIC,
                    "The schema of %s has all %d attributes to be written."
                            .formatted(server, request.writes().size())));
        }
        return findings;
    }

    private static Finding lack(ServerAddress server, List<AttributeName> missing) {
        return new Finding(
                Level.ERROR,
                TOPIC,
                "The schema of %s lacks %s."
                        .formatted(
                                server,
                                missing.stream().map(AttributeName::value).collect(Collectors.joining(", "))),
                "Extend the schema (for Exchange attributes: setup /PrepareSchema), or take them out of the profile.");
    }

    private static Finding misfit(ServerAddress server, AttributeName name, AttributeSyntax syntax, String oid) {
        return new Finding(
                Level.ERROR,
                TOPIC,
                "%s on %s has the syntax %s, the profile takes it for %s.".formatted(name, server, oid, syntax),
                "Correct the syntax in the profile.");
    }

    private static Finding tooNarrow(ServerAddress server, AttributeName name) {
        return new Finding(
                Level.ERROR,
                TOPIC,
                "%s on %s takes one value, the profile may give it several.".formatted(name, server),
                "Take it out of the profile, or compare the schema with Exchange's.");
    }

    private static Finding exchange(Session session) throws LDAPException {
        ServerAddress server = session.server().address();
        return exchangeVersion(session)
                .map(version -> Finding.ok(
                        TOPIC,
                        "%s has the Exchange schema, version %s%s."
                                .formatted(
                                        server,
                                        version,
                                        ExchangeRelease.of(version)
                                                .map(" (%s)"::formatted)
                                                .orElse(""))))
                .orElse(new Finding(
                        Level.WARNING,
                        TOPIC,
                        "%s has no Exchange schema, or the account may not see it.".formatted(server),
                        "If Exchange attributes are to be written, extend the schema with setup /PrepareSchema."));
    }

    private static Optional<String> exchangeVersion(Session session) throws LDAPException {
        Optional<String> context = session.rootDse().value("schemaNamingContext");
        if (context.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<SearchResultEntry> found = session.search(
                    "CN=ms-Exch-Schema-Version-Pt," + context.get(),
                    SearchScope.BASE,
                    Filter.createPresenceFilter("objectClass"),
                    "rangeUpper");
            return found.stream()
                    .flatMap(it -> Optional.ofNullable(it.getAttributeValue("rangeUpper")).stream())
                    .findFirst();
        } catch (LDAPException failure) {
            if (failure.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
