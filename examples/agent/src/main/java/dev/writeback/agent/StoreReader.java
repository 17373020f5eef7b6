package dev.writeback.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads what the configuration says of the store. */
final class StoreReader {

    private static final String[] KEYS = {
        "type", "url", "user", "passwordFile", "passwordEnv", "password", "encrypted", "lease"
    };

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);
    private static final Duration LONGEST_LEASE = Duration.ofHours(1);
    private static final String POSTGRESQL = "jdbc:postgresql:";

    private final Function<String, Path> resolve;

    StoreReader(Function<String, Path> resolve) {
        this.resolve = resolve;
    }

    /** Where the store is; nothing for memory, and if there is a problem with it. */
    Optional<StorePlace> read(Section root) {
        Section store = root.section("store", KEYS);
        if (store.word("type", "memory", "jdbc").equals("memory")) {
            for (String key : KEYS) {
                if (store.has(key) && !key.equals("type")) {
                    store.problem(key, "says nothing for a store in memory; take it out, or say \"type\": \"jdbc\"");
                }
            }
            return Optional.empty();
        }
        String url = store.text("url").orElse(StoreUrl.DEFAULT);
        Optional<Secret> password = new SecretReader(resolve).read(store);
        return url.startsWith(POSTGRESQL) ? onServer(store, url, password) : inFile(store, url, password);
    }

    private Optional<StorePlace> inFile(Section store, String text, Optional<Secret> password) {
        Optional<StoreUrl> url = StoreUrl.parse(text, resolve.apply(""));
        if (url.isEmpty()) {
            store.problem(
                    "url",
                    "names neither an H2 database in a file nor one of PostgreSQL; it is one such as %s or %s"
                            .formatted(StoreUrl.DEFAULT, POSTGRESQL + "//db.corp.example/writeback"));
        } else if (url.get().says("PASSWORD")) {
            store.problem("url", "holds a password, which does not belong into this file; take it out");
        } else if (url.get().says("CIPHER")) {
            store.problem("url", "asks for a cipher; take it out, and say \"encrypted\": true");
        }
        for (String key : List.of("user", "lease")) {
            if (store.has(key)) {
                store.problem(key, "says nothing for an H2 database in a file; take it out");
            }
        }
        boolean encrypted = store.isTrue("encrypted");
        if (encrypted && !SecretReader.isNamedIn(store)) {
            store.problem(
                    "passwordFile",
                    "is missing, and store.encrypted is true; name the file that holds the password, or a passwordEnv");
        } else if (!encrypted && password.isPresent()) {
            store.problem(
                    store.has("passwordFile") ? "passwordFile" : "passwordEnv",
                    "says nothing for an H2 database that is not encrypted; say \"encrypted\": true, or take it out");
        }
        return url.map(place -> new StorePlace.InFile(place, password));
    }

    private static Optional<StorePlace> onServer(Section store, String url, Optional<Secret> password) {
        if (store.has("encrypted")) {
            store.problem(
                    "encrypted", "is for an H2 database in a file; the disk of a server is the server's to encrypt");
        }
        List<String> names = parameters(url);
        String server = url.split("[?]", 2)[0];
        if (server.contains("@") || names.stream().anyMatch(name -> name.contains("password"))) {
            store.problem(
                    "url",
                    "holds a password, which does not belong into this file; take it out, and name a passwordFile or a passwordEnv");
        } else if (names.contains("user")) {
            store.problem("url", "names a user; take it out, and say it in store.user");
        } else if (!ServerDatabase.understands(url)) {
            store.problem(
                    "url",
                    "is not understood by PostgreSQL's driver; it is one such as %s//db.corp.example/writeback"
                            .formatted(POSTGRESQL));
        }
        return Optional.of(new StorePlace.OnServer(url, store.text("user"), password, lease(store)));
    }

    private static Duration lease(Section store) {
        Duration lease = store.duration("lease", LEASE);
        if (lease.compareTo(SHORTEST_LEASE) < 0 || lease.compareTo(LONGEST_LEASE) > 0) {
            store.problem("lease", "is not from PT1S to PT1H");
        }
        return lease;
    }

    /** The names of what follows the question mark, in lower case. */
    private static List<String> parameters(String url) {
        List<String> names = new ArrayList<>();
        int question = url.indexOf('?');
        if (question >= 0) {
            for (String parameter : List.of(url.substring(question + 1).split("&", -1))) {
                names.add(parameter.split("=", 2)[0].toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
