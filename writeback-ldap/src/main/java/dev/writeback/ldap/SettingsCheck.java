package dev.writeback.ldap;

import dev.writeback.ldap.LdapSettings.Tls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds all that is missing in settings or does not fit together. */
final class SettingsCheck {

    private static final int MOST_CONNECTIONS = 1000;
    private static final Pattern PRINCIPAL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern ADDRESS = Pattern.compile("[\\d.]+|.*:.*");
    private static final Pattern HOST = Pattern.compile("[\\w.-]+");

    private final SettingsWords given;
    private final List<String> problems = new ArrayList<>();

    private SettingsCheck(SettingsWords given) {
        this.given = given;
    }

    /**
     * The settings that were given.
     *
     * @param given nobody else changes it any more
     * @throws IllegalArgumentException if they cannot be used; the message names all problems
     */
    static LdapSettings settings(SettingsWords given) {
        return new SettingsCheck(given).checked();
    }

    private LdapSettings checked() {
        List<ServerAddress> addresses = addresses();
        if (given.globalCatalogs != null) {
            parsed(given.globalCatalogs);
        }
        if (given.connections < 1 || given.connections > MOST_CONNECTIONS) {
            problems.add("connections is %d, it must be 1 to %d".formatted(given.connections, MOST_CONNECTIONS));
        }
        positive("connectTimeout", given.connectTimeout);
        positive("responseTimeout", given.responseTimeout);
        if (given.baseDn == null) {
            problems.add("baseDn is missing, it must be like DC=corp,DC=example");
        }
        signIn(addresses);
        if (!problems.isEmpty() || given.baseDn == null || given.signIn == null) {
            throw new IllegalArgumentException("the directory cannot be used: " + String.join("; ", problems));
        }
        return new LdapSettings(addresses, given.baseDn, given.signIn, given);
    }

    private List<ServerAddress> addresses() {
        if (given.domain().isPresent()) {
            problems.addAll(given.domain().get().problems());
            if (!given.servers.isEmpty()) {
                problems.add("servers and domain are both given, it must be one of them");
            }
            return List.of();
        }
        if (given.servers.isEmpty()) {
            problems.add(
                    "servers is empty, it must name at least one like ldaps://dc1.corp.example:636, or there must be a domain");
        }
        return named();
    }

    private List<ServerAddress> named() {
        List<ServerAddress> addresses = parsed(given.servers);
        if (addresses.stream().distinct().count() < addresses.size()) {
            problems.add("servers names a server twice, each must be there once");
        }
        return addresses;
    }

    private List<ServerAddress> parsed(List<String> urls) {
        List<ServerAddress> addresses = new ArrayList<>();
        for (String url : urls) {
            try {
                addresses.add(ServerAddress.of(url, given.tls));
            } catch (IllegalArgumentException wrong) {
                problems.add(String.valueOf(wrong.getMessage()));
            }
        }
        return addresses;
    }

    private void signIn(List<ServerAddress> addresses) {
        SignInMethod method = given.signIn;
        if (method == null
                || (method instanceof SignInMethod.Simple simple && simple.dn().isBlank())) {
            problems.add("bind is missing or its DN is empty, it must name the account to sign in with");
        } else if (method instanceof SignInMethod.Gssapi gssapi) {
            kerberos(gssapi, addresses);
        } else if (method instanceof SignInMethod.External && given.tls == Tls.NONE) {
            problems.add("a client certificate is shown by TLS alone, tls must be LDAPS or START_TLS");
        }
    }

    private void kerberos(SignInMethod.Gssapi method, List<ServerAddress> addresses) {
        if (!PRINCIPAL.matcher(method.principal()).matches()) {
            problems.add("principal is '%s', it must be like svc-writeback@CORP.EXAMPLE".formatted(method.principal()));
        }
        String kdc = method.kdc();
        if (kdc != null && !HOST.matcher(kdc).matches()) {
            problems.add(
                    "kdc is '%s', it must be a host like dc1.corp.example; another port than 88 is set in krb5.conf"
                            .formatted(kdc));
        }
        addresses.stream()
                .filter(server -> ADDRESS.matcher(server.host()).matches())
                .forEach(server -> problems.add(
                        "server '%s' is an address, Kerberos must have the host name, like dc1.corp.example"
                                .formatted(server.host())));
    }

    private void positive(String name, Duration duration) {
        if (duration.toMillis() < 1 || duration.toMillis() > Integer.MAX_VALUE) {
            problems.add("%s is %s, it must be 1 ms to 24 days".formatted(name, duration));
        }
    }
}
