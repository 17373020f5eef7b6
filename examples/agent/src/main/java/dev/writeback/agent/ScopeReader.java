package dev.writeback.agent;

import dev.writeback.engine.mapping.Scope;
import dev.writeback.ldap.LdapDirectory;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads which entries take part. */
final class ScopeReader {

    private static final String FORM = "is neither a distinguished name such as %s nor <GUID=...>";

    private final Section scope;
    private final List<Dn> bases;

    /**
     * A reader of this section.
     *
     * @param bases below which entries a name can be found; none if that is not known
     */
    ScopeReader(Section scope, List<Dn> bases) {
        this.scope = scope;
        this.bases = List.copyOf(bases);
    }

    Scope read() {
        return new Scope(
                pointers("organizationalUnits", "OU=People,DC=corp,DC=example"),
                pointers("groups", "CN=Pilot,OU=Groups,DC=corp,DC=example"),
                filter());
    }

    private List<EntryPointer> pointers(String key, String example) {
        List<EntryPointer> pointers = new ArrayList<>();
        List<String> texts = scope.texts(key, example);
        for (int i = 0; i < texts.size(); i++) {
            String place = "%s[%d]".formatted(key, i);
            Optional<EntryPointer> pointer = EntryPointer.ifValid(texts.get(i));
            if (pointer.isEmpty()) {
                scope.problem(place, FORM.formatted(example));
            } else if (isOutside(pointer.get())) {
                scope.problem(
                        place,
                        bases.size() == 1
                                ? "is outside directories[0].baseDn; it is a name below it"
                                : "is outside each directory's baseDn; it is a name below one of them");
            } else {
                pointers.add(pointer.get());
            }
        }
        return pointers;
    }

    private boolean isOutside(EntryPointer pointer) {
        return pointer instanceof EntryPointer.Named named
                && !bases.isEmpty()
                && bases.stream().noneMatch(base -> named.dn().isWithin(base));
    }

    private Optional<String> filter() {
        Optional<String> filter = scope.text("filter");
        filter.flatMap(LdapDirectory::flawOf).ifPresent(flaw -> scope.problem("filter", flaw));
        return filter;
    }
}
