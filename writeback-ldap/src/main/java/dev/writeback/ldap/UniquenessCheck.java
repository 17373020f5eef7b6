package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Finding.Level;
import java.util.Optional;

/** Looks how far addresses can be compared: in the forest, or in a part of it only. */
final class UniquenessCheck {

    private static final String TOPIC = "uniqueness";

    private final LdapSettings settings;
    private final Forest forest;

    UniquenessCheck(LdapSettings settings, Forest forest) {
        this.settings = settings;
        this.forest = forest;
    }

    Finding finding(RootDse server) {
        boolean asks = settings.globalCatalogs().map(urls -> !urls.isEmpty()).orElse(server.isActiveDirectory());
        if (!asks) {
            return Finding.ok(TOPIC, "Addresses are compared with those below %s.".formatted(settings.baseDn()));
        }
        String why = "The server in use is no global catalog, or not at its usual port.";
        try {
            for (ServerAddress catalog : forest.catalogs()) {
                Optional<Problem> failure = failure(catalog);
                if (failure.isEmpty()) {
                    return Finding.ok(
                            TOPIC, "Addresses are compared with those of the global catalog %s.".formatted(catalog));
                }
                why = failure.get().reason();
            }
        } catch (DirectoryFailure failure) {
            why = failure.problem().reason();
        }
        return onlyHere(why);
    }

    private Optional<Problem> failure(ServerAddress catalog) {
        try {
            forest.ask(
                    catalog,
                    session -> session.search("", SearchScope.BASE, Filter.createPresenceFilter("objectClass"), "1.1"));
            return Optional.empty();
        } catch (DirectoryFailure failure) {
            return Optional.of(failure.problem());
        }
    }

    private Finding onlyHere(String why) {
        return new Finding(
                Level.WARNING,
                TOPIC,
                "Addresses are compared only with those below %s, not with those of the whole forest. %s"
                        .formatted(settings.baseDn(), why),
                "Name servers that answer in globalCatalog (port 3269, or 3268 with StartTLS), or make it false if the forest has one domain.");
    }
}
