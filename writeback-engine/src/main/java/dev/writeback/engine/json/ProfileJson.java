package dev.writeback.engine.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.writeback.engine.mapping.InvalidProfileException;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.model.AttributeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads and writes profiles as JSON. The schema is the resource {@code profile.schema.json} beside this class.
 *
 * <p>A document that cannot be used is refused with all of its problems at once, each with its place in the document,
 * such as {@code rules[2].target}.
 */
public final class ProfileJson {

    private static final List<String> KEYS = List.of("name", "extends", "rules");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<String> problems = new ArrayList<>();
    private final Map<AttributeName, String> places = new HashMap<>();

    private final Function<String, Optional<Profile>> bases;

    private ProfileJson(Function<String, Optional<Profile>> bases) {
        this.bases = bases;
    }

    /**
     * Reads a profile that stands by itself or extends a built-in one.
     *
     * @param document one JSON object
     * @throws InvalidProfileException if it cannot be used, with all problems
     */
    public static Profile parse(String document) {
        return parse(document, name -> Optional.empty());
    }

    /**
     * Reads a profile that may extend others than the built-in ones.
     *
     * @param document one JSON object
     * @param bases the profile that {@code extends} names, if it is no built-in one; nothing if there is none. It may
     *     throw an {@link InvalidProfileException}, whose problems are then problems of the document
     * @throws InvalidProfileException if it cannot be used, with all problems
     */
    public static Profile parse(String document, Function<String, Optional<Profile>> bases) {
        return new ProfileJson(bases).profile(tree(document));
    }

    /**
     * A profile as a document that stands by itself, without {@code extends}: {@link #parse(String)} reads an equal
     * profile from it. Of a profile without rules there is a document too, but none that is read: nothing would be
     * written.
     */
    public static String text(Profile profile) {
        return ProfileText.of(profile);
    }

    /** The built-in profile of this name; nothing if there is none. */
    public static Optional<Profile> builtIn(String name) {
        return Profile.builtIn(name);
    }

    private static JsonNode tree(String document) {
        try {
            JsonNode tree = JSON.readTree(document);
            if (!tree.isObject()) {
                throw new InvalidProfileException("(unnamed)", List.of("The document is not a JSON object."));
            }
            return tree;
        } catch (JsonProcessingException notJson) {
            var place = notJson.getLocation();
            throw new InvalidProfileException(
                    "(unnamed)",
                    List.of("Line %d, column %d is not JSON, or states a key twice."
                            .formatted(
                                    place == null ? 1 : place.getLineNr(), place == null ? 1 : place.getColumnNr())));
        }
    }

    private Profile profile(JsonNode document) {
        StrictObject json = new StrictObject("", document, KEYS, problems);
        String name = json.requiredText("name", "contoso").orElse("(unnamed)");
        Profile base = base(json, name);
        Profile.Builder builder = base.toBuilder(name);
        JsonNode rules = json.get("rules");
        if (!rules.isMissingNode() && !rules.isArray()) {
            json.problem("rules", "is not an array; it is one of objects such as {\"target\": ..., \"source\": ...}");
        }
        for (int i = 0; i < rules.size() && rules.isArray(); i++) {
            add(builder, base, "rules[%d]".formatted(i), rules.get(i));
        }
        boolean none = rules.isMissingNode() || (rules.isArray() && rules.isEmpty());
        if (base.rules().isEmpty() && none) {
            json.problem("rules", "is missing or empty, so nothing would be written; add a rule, or extend a profile");
        }
        if (!problems.isEmpty()) {
            throw new InvalidProfileException(name, problems);
        }
        Profile profile = builder.build();
        if (profile.rules().isEmpty()) {
            throw new InvalidProfileException(
                    name, List.of("rules takes every rule away, so nothing would be written; leave one, or add one."));
        }
        return profile;
    }

    private Profile base(StrictObject json, String name) {
        Optional<String> base = json.text("extends");
        if (base.isEmpty()) {
            return Profile.builder(name).build();
        }
        Optional<Profile> builtIn = Profile.builtIn(base.get());
        try {
            Optional<Profile> found = builtIn.isPresent() ? builtIn : bases.apply(base.get());
            if (found.isPresent()) {
                return found.get();
            }
            json.problem("extends", "names no profile; " + KnownKeys.hint(base.get(), Profile.builtInNames()));
        } catch (InvalidProfileException invalid) {
            invalid.problems().forEach(problem -> problems.add("extends %s: %s".formatted(base.get(), problem)));
        }
        return Profile.exchangeOnline();
    }

    private void add(Profile.Builder builder, Profile base, String place, JsonNode node) {
        if (!node.isObject()) {
            problems.add("%s is not an object; it is one such as {\"target\": ..., \"source\": ...}.".formatted(place));
            return;
        }
        RuleJson json = new RuleJson(new StrictObject(place, node, RuleJson.KEYS, problems), problems);
        Optional<AttributeName> target = json.target();
        boolean removes = json.removes();
        if (target.isEmpty()) {
            return;
        }
        String before = places.putIfAbsent(target.get(), place);
        if (before != null) {
            problems.add("%s.target is %s, which %s has already; state one rule for it."
                    .formatted(place, target.get(), before));
        }
        if (removes) {
            remove(builder, place, target.get());
        } else {
            json.rule(target.get(), base.rule(target.get())).ifPresent(builder::rule);
        }
    }

    /** Takes a rule away, if there is one; a name that nobody knows is a problem. */
    private void remove(Profile.Builder builder, String place, AttributeName target) {
        try {
            Profile.builder("of no rule").remove(target).build();
            builder.remove(target);
        } catch (InvalidProfileException unknown) {
            unknown.problems().forEach(problem -> problems.add("%s.target: %s".formatted(place, problem)));
        }
    }
}
