package dev.writeback.engine.dotnet;

import java.util.Locale;
import java.util.Set;

/** The names of cultures (RFC 4646): a language, perhaps a script, perhaps a region. */
final class CultureName {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());
    private static final Set<String> HAN_SCRIPTS = Set.of("hans", "hant", "jpan", "kore");

    private CultureName() {}

    /** The language in lower case. */
    static String languageOf(String name) {
        String[] parts = name.split("-", -1);
        String language = parts[0].toLowerCase(Locale.ROOT);
        if (!isKnown(language)) {
            throw new InvalidSettingException(
                    "'%s' is not a known culture: it begins with a language of two letters,".formatted(name)
                            + " or of three where there is none of two, such as en-US, tr or fil-PH");
        }
        int script = parts.length > 1 && isScript(parts[1]) ? 1 : 0;
        int rest = parts.length - 1 - script;
        if (rest > 1 || (rest == 1 && !isRegion(parts[parts.length - 1]))) {
            throw new InvalidSettingException(
                    "'%s' is not a known culture: behind the language and a hyphen stands a region such as US or 419"
                            .formatted(name));
        }
        return language;
    }

    private static boolean isKnown(String language) {
        return language.length() == 2
                ? LANGUAGES.contains(language)
                : language.length() == 3 && ThreeLetterLanguages.contains(language);
    }

    private static boolean isScript(String part) {
        String script = part.toLowerCase(Locale.ROOT);
        if (script.length() != 4) {
            return false;
        }
        try {
            return HAN_SCRIPTS.contains(script) || Character.UnicodeScript.forName(script) != null;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static boolean isRegion(String part) {
        String region = part.toUpperCase(Locale.ROOT);
        return region.length() == 2
                // Kosovo has a code by custom, not by the standard.
                ? REGIONS.contains(region) || region.equals("XK")
                : region.length() == 3 && region.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
