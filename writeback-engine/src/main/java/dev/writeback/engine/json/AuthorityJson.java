package dev.writeback.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Drift;
import dev.writeback.engine.mapping.FirstContact;
import dev.writeback.engine.mapping.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who wins, as a rule of a profile states it: the authority, and what is done about drift and at the first contact. */
final class AuthorityJson {

    private static final List<String> AUTHORITIES = List.of("cloud", "directory", "newest", "manual");

    private final StrictObject json;
    private final List<String> problems;

    AuthorityJson(StrictObject json, List<String> problems) {
        this.json = json;
        this.problems = problems;
    }

    /** The authority; the cloud if none is stated. */
    Authority authority() {
        if (json.has("authority") && json.get("authority").isObject()) {
            return resolver(json.get("authority"));
        }
        String word = json.text("authority").orElse("cloud");
        return switch (word) {
            case "cloud" -> Authority.CLOUD;
            case "directory" -> Authority.DIRECTORY;
            case "newest" -> Authority.NEWEST;
            case "manual" -> Authority.MANUAL;
            default -> {
                json.problem("authority", "is not known; " + KnownKeys.hint(word, AUTHORITIES));
                yield Authority.CLOUD;
            }
        };
    }

    private Authority resolver(JsonNode node) {
        StrictObject object = new StrictObject(json.place("authority"), node, List.of("resolver"), problems);
        return object.requiredText("resolver", "hr")
                .filter(name -> !name.isBlank())
                .map(Authority::resolver)
                .orElse(Authority.CLOUD);
    }

    /** What is done about drift; it is reported if nothing is stated. */
    Drift drift() {
        return one("drift", Drift.REPORT, Drift.values());
    }

    /** What is done at the first contact; the sides are merged if nothing is stated. */
    FirstContact firstContact() {
        return one("firstContact", FirstContact.MERGE, FirstContact.values());
    }

    /** Writes what is not as by default. */
    static void write(JsonGenerator out, Rule rule) throws IOException {
        Authority authority = rule.authority();
        if (authority.resolver().isPresent()) {
            out.writeObjectFieldStart("authority");
            out.writeStringField("resolver", authority.resolver().get());
            out.writeEndObject();
        } else if (!authority.equals(Authority.CLOUD)) {
            out.writeStringField("authority", word(authority.kind()));
        }
        if (rule.drift() != Drift.REPORT) {
            out.writeStringField("drift", word(rule.drift()));
        }
        if (rule.firstContact() != FirstContact.MERGE) {
            out.writeStringField("firstContact", word(rule.firstContact()));
        }
    }

    private <E extends Enum<E>> E one(String key, E standard, E[] all) {
        String word = json.text(key).orElse(word(standard));
        for (E one : all) {
            if (word(one).equals(word)) {
                return one;
            }
        }
        json.problem(
                key,
                "is not known; "
                        + KnownKeys.hint(
                                word, Stream.of(all).map(AuthorityJson::word).toList()));
        return standard;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
