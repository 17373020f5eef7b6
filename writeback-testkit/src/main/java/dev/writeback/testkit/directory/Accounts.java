package dev.writeback.testkit.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The accounts by every name that Active Directory takes in a simple bind: DN, user principal name, DOMAIN\name. */
final class Accounts {

    private final Map<String, Account> byName = new HashMap<>();
    private final String flat;

    Accounts(Collection<Account> accounts, DirectoryNames names) {
        this.flat = names.domain().split("\\.", 2)[0].toUpperCase(Locale.ROOT);
        for (Account account : accounts) {
            byName.put(account.name().key(), account);
            byName.put(fold(account.shortName() + "@" + names.domain()), account);
            byName.put(fold(flat + "\\" + account.shortName()), account);
        }
    }

    /** The account that signs in; null for an anonymous bind. */
    @Nullable
    Account signIn(String name, byte[] password) throws DirectoryRefusal {
        if (name.isEmpty() && password.length == 0) {
            return null;
        }
        EntryName dn = EntryName.parse(name);
        Account account = byName.get(dn == null ? fold(name) : dn.key());
        if (account == null || !MessageDigest.isEqual(account.password().getBytes(StandardCharsets.UTF_8), password)) {
            throw DirectoryRefusal.wrongPassword();
        }
        return account;
    }

    /** The name of an account in the form DOMAIN\name. */
    String downLevelName(Account account) {
        return flat + "\\" + account.shortName();
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
