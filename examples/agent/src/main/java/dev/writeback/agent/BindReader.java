package dev.writeback.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads how the configuration says to sign in. */
final class BindReader {

    static final String[] KEYS = {
        "method",
        "dn",
        "passwordFile",
        "passwordEnv",
        "password",
        "principal",
        "keytab",
        "ticketCache",
        "realm",
        "kdc",
        "certificateFile",
        "keyFile",
        "keyStore"
    };

    private static final String SIMPLE = "simple";
    private static final String GSSAPI = "gssapi";
    private static final String EXTERNAL = "external";
    private static final Map<String, List<String>> KEYS_OF = Map.of(
            SIMPLE,
            List.of("dn", "passwordFile", "passwordEnv", "password"),
            GSSAPI,
            List.of("principal", "keytab", "ticketCache", "realm", "kdc"),
            EXTERNAL,
            List.of("certificateFile", "keyFile", "keyStore", "passwordFile", "passwordEnv", "password"));

    /** Stands for the ticket cache that Java takes by itself. */
    private static final String DEFAULT_CACHE = "default";

    private static final String PRINCIPAL = "svc-writeback@CORP.EXAMPLE";

    private final Function<String, Path> resolve;

    BindReader(Function<String, Path> resolve) {
        this.resolve = resolve;
    }

    /** How to sign in; of no use if there is a problem with it. */
    BindSettings read(Section bind) {
        String method = bind.word("method", SIMPLE, GSSAPI, EXTERNAL);
        List<String> own = KEYS_OF.getOrDefault(method, List.of());
        for (String key : KEYS) {
            if (bind.has(key) && !key.equals("method") && !own.contains(key)) {
                bind.problem(
                        key,
                        "says nothing with the method %s; take it out, or name the method that it is for"
                                .formatted(method));
            }
        }
        return switch (method) {
            case GSSAPI -> gssapi(bind);
            case EXTERNAL -> external(bind);
            default ->
                new BindSettings.Simple(
                        bind.requiredText("dn", "CN=writeback,OU=Service,DC=corp,DC=example"),
                        secret(bind, "the password"));
        };
    }

    private BindSettings gssapi(Section bind) {
        String principal = principal(bind);
        Optional<String> keytab = bind.text("keytab");
        Optional<String> cache = bind.text("ticketCache");
        if (!bind.has("keytab") && !bind.has("ticketCache")) {
            bind.problem(
                    "keytab",
                    "is missing; name the file of the account's keys, or a ticketCache, which is a file or \"default\"");
        } else if (bind.has("keytab") && bind.has("ticketCache")) {
            bind.problem("ticketCache", "is there beside keytab; name one of them");
        }
        Optional<String> kdc = bind.text("kdc");
        if (kdc.isPresent() && !kdc.get().matches("[\\w.-]+")) {
            bind.problem("kdc", "is not a host; it is one such as dc1.corp.example, without a port");
        }
        return new BindSettings.Gssapi(
                principal,
                keytab.map(resolve),
                cache.filter(it -> !it.equals(DEFAULT_CACHE)).map(resolve),
                kdc);
    }

    /** The account with its realm, wherever that stands. */
    private static String principal(Section bind) {
        String principal = bind.requiredText("principal", PRINCIPAL);
        Optional<String> realm = bind.text("realm");
        int at = principal.lastIndexOf('@');
        if (at >= 0 && realm.isPresent() && !principal.substring(at + 1).equals(realm.get())) {
            bind.problem("realm", "is not the one in the principal; leave it out, or name the same");
        }
        if (at >= 0 || principal.isEmpty()) {
            return principal;
        }
        if (!bind.has("realm")) {
            bind.problem("principal", "has no realm; write it like %s, or add a realm".formatted(PRINCIPAL));
        }
        return realm.map(it -> principal + "@" + it).orElse(principal);
    }

    private BindSettings external(Section bind) {
        Optional<String> certificate = bind.text("certificateFile");
        Optional<String> key = bind.text("keyFile");
        Optional<String> store = bind.text("keyStore");
        if (bind.has("keyStore")) {
            if (bind.has("certificateFile") || bind.has("keyFile")) {
                bind.problem(
                        "keyStore", "is there beside certificateFile or keyFile; it holds both, name one or the other");
            }
            return new BindSettings.KeyStore(
                    resolve.apply(store.orElse("")), secret(bind, "the password of the key store"));
        }
        if (!bind.has("certificateFile")) {
            bind.problem(
                    "certificateFile",
                    "is missing; name the certificate and its keyFile, both PEM, or a keyStore, which is PKCS #12");
        } else if (!bind.has("keyFile")) {
            bind.problem("keyFile", "is missing; name the file that holds the certificate's private key as PEM");
        }
        return new BindSettings.Pem(resolve.apply(certificate.orElse("")), resolve.apply(key.orElse("")));
    }

    private Secret secret(Section bind, String what) {
        if (!SecretReader.isNamedIn(bind)) {
            bind.problem("passwordFile", "is missing; name the file that holds %s, or a passwordEnv".formatted(what));
        }
        return new SecretReader(resolve).read(bind).orElseGet(Secret.Nowhere::new);
    }
}
