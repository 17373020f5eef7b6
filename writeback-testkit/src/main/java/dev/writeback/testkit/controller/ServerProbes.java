package dev.writeback.testkit.controller;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.PLAINBindRequest;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.WhoAmIExtendedRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Differences in what the server says of itself, and in signing in. */
final class ServerProbes {

    private ServerProbes() {}

    static List<Probe> all() {
        return List.of(
                new Probe(
                        "rootDSE: supportedControl",
                        place -> place.rootDse("supportedControl").stream()
                                .map(oid -> oid.replaceFirst("^1\\.2\\.840\\.113556\\.1\\.4\\.", ""))
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(" "))),
                root("supportedExtension"),
                root("supportedSASLMechanisms"),
                root("domainControllerFunctionality"),
                root("vendorName"));
    }

    static List<Probe> signingIn() {
        return List.of(
                new Probe(
                        "a search by nobody",
                        place -> byNobody(
                                place, nobody -> nobody.search(place.domain(), SearchScope.BASE, "(objectClass=*)"))),
                new Probe(
                        "who-am-I",
                        place -> place.administrator()
                                .processExtendedOperation(new WhoAmIExtendedRequest())
                                .getResultCode()
                                .intValue()),
                new Probe("a search after a refused second bind", ServerProbes::afterRefusal),
                new Probe(
                        "SASL PLAIN",
                        place -> byNobody(place, nobody -> nobody.bind(new PLAINBindRequest("u:x", "y")))),
                new Probe("syntax of proxyAddresses in the subschema", ServerProbes::syntax),
                new Probe(
                        "diagnostic message of a change that is done",
                        place -> Objects.requireNonNullElse(
                                place.administrator()
                                        .modify(place.user(), Change.replace("info", "x"))
                                        .getDiagnosticMessage(),
                                "none")));
    }

    private static Probe root(String attribute) {
        return new Probe("rootDSE: " + attribute, place -> {
            List<String> values = place.rootDse(attribute);
            return values.isEmpty() ? "absent" : String.join(" ", values);
        });
    }

    private interface Call {
        void on(LDAPConnection connection) throws LDAPException;
    }

    private static Reply byNobody(Workplace place, Call call) throws LDAPException {
        try (LDAPConnection nobody = place.nobody()) {
            return Reply.to(() -> call.on(nobody));
        }
    }

    private static Reply afterRefusal(Workplace place) throws LDAPException {
        try (LDAPConnection signedIn = place.controller().connect(SignedIn.ADMINISTRATOR)) {
            Reply.to(() -> signedIn.bind("CN=Administrator,CN=Users," + place.domain(), "wrong"));
            return Reply.to(() -> signedIn.search(place.domain(), SearchScope.BASE, "(objectClass=*)"));
        }
    }

    private static String syntax(Workplace place) throws LDAPException {
        String aggregate = place.rootDse("subschemaSubentry").get(0);
        return place.values(aggregate, "attributeTypes").stream()
                .filter(type -> type.contains("NAME 'proxyAddresses'"))
                .findFirst()
                .orElse("absent");
    }
}
