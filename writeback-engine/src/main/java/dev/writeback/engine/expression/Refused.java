package dev.writeback.engine.expression;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions that look as if they belonged here. */
final class Refused {

    private static final Set<String> ROLES =
            Set.of("SingleAppRoleAssignment", "AppRoleAssignmentsComplex", "AssertiveAppRoleAssignmentsComplex");

    /** Functions of Connect Sync that are not part of this language, with what to write instead. */
    private static final Map<String, String> CONNECT_SYNC = Map.ofEntries(
            Map.entry("LCase", "ToLower"),
            Map.entry("UCase", "ToUpper"),
            Map.entry("LTrim", "Trim"),
            Map.entry("RTrim", "Trim"),
            Map.entry("Right", "Mid, or Replace with a pattern"),
            Map.entry("Len", ""),
            Map.entry("InStrRev", ""),
            Map.entry("PadLeft", ""),
            Map.entry("PadRight", ""),
            Map.entry("ReplaceChars", "Replace"),
            Map.entry("CNum", ""),
            Map.entry("CGuid", ""),
            Map.entry("StringFromGuid", ""),
            Map.entry("ConvertFromUTF8Hex", ""),
            Map.entry("DNComponentRev", ""),
            Map.entry("EscapeDNComponent", ""),
            Map.entry("BitOr", ""),
            Map.entry("IsBitSet", "BitAnd with CBool"),
            Map.entry("IsDate", ""),
            Map.entry("IsEmpty", "Switch with the key \"\""),
            Map.entry("IsGuid", ""),
            Map.entry("IsNumeric", ""),
            Map.entry("ItemOrNull", "Item"),
            Map.entry("RandomNum", "RandomString"),
            Map.entry("Select", ""),
            Map.entry("Where", ""),
            Map.entry("With", ""),
            Map.entry("ImportedValue", ""));

    private Refused() {}

    private static @Nullable String instead(String name) {
        return CONNECT_SYNC.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Why a function is refused; nothing if nothing is known by that name. */
    static Optional<String> reason(String name) {
        if (name.equals("SelectUniqueValue")) {
            return Optional.of("SelectUniqueValue is only for the creation of accounts, and a writeback creates none;"
                    + " take one of its rules instead.");
        }
        if (ROLES.contains(name)) {
            return Optional.of(
                    "%s assigns the roles of an application, which a directory entry does not have; take the rule out."
                            .formatted(name));
        }
        String instead = name.startsWith("Cert") ? "" : instead(name);
        return instead == null
                ? Optional.empty()
                : Optional.of("%s belongs to Connect Sync and is not part of this language%s."
                        .formatted(name, instead.isEmpty() ? "" : "; use " + instead));
    }
}
