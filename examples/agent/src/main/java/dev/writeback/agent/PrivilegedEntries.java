package dev.writeback.agent;

import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which privileged entries may be written all the same.
 *
 * @param names those that are named by a DN
 * @param ids those that are named by a {@code <GUID=...>}, which stays when they are renamed
 */
record PrivilegedEntries(Set<Dn> names, Set<ObjectGuid> ids) {

    static final String KEY = "privilegedEntries";

    private static final Pattern GUID =
            Pattern.compile("<GUID=([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})>", Pattern.CASE_INSENSITIVE);

    PrivilegedEntries {
        names = Set.copyOf(names);
        ids = Set.copyOf(ids);
    }

    /** Reads them from {@code scope}; what is wrong goes to its problems. */
    static PrivilegedEntries read(Section scope) {
        Set<Dn> names = new LinkedHashSet<>();
        Set<ObjectGuid> ids = new LinkedHashSet<>();
        List<String> texts = scope.texts(KEY, "<GUID=12345678-9abc-def0-1234-56789abcdef0>");
        for (int i = 0; i < texts.size(); i++) {
            Matcher guid = GUID.matcher(texts.get(i));
            Optional<Dn> name = Dn.ifValid(texts.get(i));
            if (guid.matches()) {
                ids.add(new ObjectGuid(UUID.fromString(guid.group(1).toLowerCase(Locale.ROOT))));
            } else if (name.isPresent()) {
                names.add(name.get());
            } else {
                scope.problem(
                        "%s[%d]".formatted(KEY, i),
                        "names no entry; it is a distinguished name, or <GUID=...> with the objectGUID in its dashed form");
            }
        }
        return new PrivilegedEntries(names, ids);
    }
}
