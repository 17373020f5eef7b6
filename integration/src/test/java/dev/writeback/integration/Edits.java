package dev.writeback.integration;

import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What several people did to entries, each only to values of their own, in the order in which it was done. Thread-safe. */
final class Edits {

    private final Map<String, Book> books = new ConcurrentHashMap<>();

    private static final class Book {
        private final Set<String> present = new TreeSet<>();
        private final Set<String> gone = new TreeSet<>();
        private final List<String> texts = new ArrayList<>();
    }

    /** The value of an address without its prefix, which says whether it is the primary one; others as they are. */
    static String withoutPrefix(String value) {
        return value.regionMatches(true, 0, "smtp:", 0, "smtp:".length()) ? value.substring("smtp:".length()) : value;
    }

    /** That somebody did this, and that the directory took it. */
    void done(String dn, List<Modification> modifications) {
        Book book = books.computeIfAbsent(dn, unknown -> new Book());
        synchronized (book) {
            modifications.forEach(modification -> done(book, modification));
        }
    }

    private static void done(Book book, Modification modification) {
        for (String value : modification.getValues()) {
            String plain = withoutPrefix(value);
            if (modification.getModificationType() == ModificationType.REPLACE) {
                book.texts.add(value);
            } else if (value.startsWith(
                    modification.getModificationType() == ModificationType.DELETE ? "SMTP:" : "smtp:")) {
                continue; // Made a secondary address, whosever it was: the cloud may still take out its own.
            } else if (modification.getModificationType() == ModificationType.DELETE) {
                book.present.remove(plain);
                book.gone.add(plain);
            } else {
                book.gone.remove(plain);
                book.present.add(plain);
            }
        }
    }

    /** What was added to that entry and not taken out again. */
    Set<String> present(String dn) {
        Book book = books.getOrDefault(dn, new Book());
        synchronized (book) {
            return Set.copyOf(book.present);
        }
    }

    /** What was taken out of that entry and not added again. */
    Set<String> gone(String dn) {
        Book book = books.getOrDefault(dn, new Book());
        synchronized (book) {
            return Set.copyOf(book.gone);
        }
    }

    /** The texts that took the place of others in that entry, oldest first. */
    List<String> texts(String dn) {
        Book book = books.getOrDefault(dn, new Book());
        synchronized (book) {
            return List.copyOf(book.texts);
        }
    }
}
