package dev.writeback.agent;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the store is: an H2 database in a file.
 *
 * @param file the file, without the endings that the database gives it
 * @param settings what follows in the URL; empty or beginning with a semicolon
 */
record StoreUrl(Path file, String settings) {

    /** Where it is if the configuration does not say. */
    static final String DEFAULT = "jdbc:h2:./state/writeback";

    private static final String H2 = "jdbc:h2:";
    private static final String IN_FILE = "file:";

    /** The place that a URL names, below this folder if it is relative; nothing if it names no file. */
    static Optional<StoreUrl> parse(String url, Path folder) {
        if (!url.startsWith(H2)) {
            return Optional.empty();
        }
        String rest = url.substring(H2.length());
        int semicolon = rest.indexOf(';');
        String place = semicolon < 0 ? rest : rest.substring(0, semicolon);
        String settings = semicolon < 0 ? "" : rest.substring(semicolon);
        String path = place.startsWith(IN_FILE) ? place.substring(IN_FILE.length()) : place;
        // A single letter before the colon is a drive; a word is another kind of database, such as mem: or tcp:.
        if (path.isBlank() || path.endsWith("/") || path.indexOf(':') > 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(new StoreUrl(folder.resolve(path).normalize(), settings));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    /** Whether it has a setting of that name. */
    boolean says(String name) {
        return settings.toUpperCase(Locale.ROOT).contains(name + "=");
    }

    /** The file itself, as the database names it. */
    Path databaseFile() {
        return file.resolveSibling(file.getFileName() + ".mv.db");
    }

    /**
     * What the driver is given. Whoever works with the database closes it; a signal does not do it meanwhile. No trace is
     * written beside the file: it would quote values.
     */
    String url(List<String> more) {
        StringBuilder url = new StringBuilder(H2 + IN_FILE + file + settings);
        List<String> all = new ArrayList<>(List.of("DB_CLOSE_ON_EXIT=FALSE", "TRACE_LEVEL_FILE=0"));
        all.addAll(more);
        for (String setting : all) {
            if (!says(setting.substring(0, setting.indexOf('=')))) {
                url.append(';').append(setting);
            }
        }
        return url.toString();
    }
}
