package dev.writeback.engine.json;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Version;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Provenance;
import dev.writeback.plan.Side;
import dev.writeback.plan.Verdict;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one decision of a saved plan. */
final class DecisionReader {

    private static final List<String> MEMBERS = List.of(
            "attribute",
            "source",
            "verdict",
            "reason",
            "redacted",
            "provenance",
            "omissions",
            "cloud",
            "directory",
            "baseline",
            "result",
            "modification");

    private final PlanTokens tokens;
    private final List<Omission> omissions = new ArrayList<>();
    private @Nullable AttributeName attribute;
    private String source = "";
    private String reason = "";
    private Verdict verdict = Verdict.UNCHANGED;
    private Disclosure disclosure = Disclosure.OPEN;
    private Provenance provenance = Provenance.directory("");
    private Optional<List<AttributeValue>> cloud = Optional.empty();
    private List<AttributeValue> directory = List.of();
    private Optional<List<AttributeValue>> baseline = Optional.empty();
    private List<AttributeValue> result = List.of();
    private Optional<List<List<AttributeValue>>> change = Optional.empty();

    private DecisionReader(PlanTokens tokens) {
        this.tokens = tokens;
    }

    static AttributeDecision read(PlanTokens tokens) throws IOException {
        DecisionReader reader = new DecisionReader(tokens);
        tokens.object("a decision", MEMBERS, List.of(), reader::member);
        return reader.decision();
    }

    private AttributeDecision decision() {
        AttributeName name = attribute;
        if (name == null) {
            throw tokens.wrong("a decision lacks 'attribute'");
        }
        return tokens.valid(() -> new AttributeDecision(
                name,
                source,
                cloud,
                directory,
                baseline,
                result,
                verdict,
                reason,
                change.map(it -> new Modification(name, it.get(0), it.get(1))),
                omissions,
                disclosure,
                provenance));
    }

    private void member(String key) throws IOException {
        switch (key) {
            case "attribute" -> {
                String name = tokens.text(key);
                attribute = tokens.valid(() -> AttributeName.of(name));
            }
            case "source" -> source = tokens.text(key);
            case "verdict" -> verdict = word(Verdict.class, key);
            case "reason" -> reason = tokens.text(key);
            case "redacted" -> disclosure = tokens.flag(key) ? Disclosure.REDACTED : Disclosure.OPEN;
            case "provenance" -> provenance = provenance();
            case "omissions" -> tokens.array(key, () -> omissions.add(omission()));
            case "cloud" -> cloud = orNothing(key);
            case "directory" -> directory = values(key);
            case "baseline" -> baseline = orNothing(key);
            case "result" -> result = values(key);
            default -> change = tokens.isNull() ? Optional.empty() : Optional.of(modification());
        }
    }

    private <E extends Enum<E>> E word(Class<E> kind, String key) throws IOException {
        return PlanWords.find(kind, tokens.text(key))
                .orElseThrow(() -> tokens.wrong("%s is one of %s".formatted(key, PlanWords.all(kind))));
    }

    private Provenance provenance() throws IOException {
        Side[] side = {Side.DIRECTORY};
        List<Version> version = new ArrayList<>();
        List<Instant> since = new ArrayList<>();
        String[] rule = {""};
        tokens.object("provenance", List.of("side", "version", "since", "rule"), List.of(), key -> {
            switch (key) {
                case "side" -> side[0] = word(Side.class, key);
                case "rule" -> rule[0] = tokens.text(key);
                case "version" -> {
                    if (!tokens.isNull()) {
                        version.add(version());
                    }
                }
                default -> {
                    if (!tokens.isNull()) {
                        since.add(instant(tokens.text(key)));
                    }
                }
            }
        });
        return new Provenance(
                side[0], version.stream().findFirst(), since.stream().findFirst(), rule[0]);
    }

    private Version version() throws IOException {
        long[] parts = new long[2];
        tokens.object(
                "version",
                List.of("number", "tick"),
                List.of(),
                key -> parts[key.equals("number") ? 0 : 1] = tokens.whole(key));
        return tokens.valid(() -> new Version(parts[0], parts[1]));
    }

    private Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw tokens.wrong("since is not a time such as 2026-11-21T08:30:00Z");
        }
    }

    private Omission omission() throws IOException {
        String[] texts = new String[3];
        tokens.object(
                "an omission",
                List.of("type", "sentence"),
                List.of("object"),
                key -> texts[key.equals("type") ? 0 : key.equals("sentence") ? 1 : 2] = tokens.text(key));
        String object = texts[2];
        if ("unresolved".equals(texts[0]) && object != null) {
            return tokens.valid(() -> new Omission.Unresolved(CloudObjectId.of(object), texts[1]));
        }
        if ("heldBack".equals(texts[0]) && object == null) {
            return new Omission.HeldBack(texts[1]);
        }
        if ("taken".equals(texts[0]) && object == null) {
            return new Omission.Taken(texts[1]);
        }
        throw tokens.wrong("an omission is heldBack, taken, or unresolved and names an object");
    }

    private Optional<List<AttributeValue>> orNothing(String key) throws IOException {
        return tokens.isNull() ? Optional.empty() : Optional.of(values(key));
    }

    private List<AttributeValue> values(String key) throws IOException {
        List<AttributeValue> values = new ArrayList<>();
        tokens.array(key, () -> values.add(value(key)));
        return values;
    }

    private AttributeValue value(String key) throws IOException {
        return switch (tokens.current()) {
            case VALUE_STRING -> {
                String text = tokens.text(key);
                yield tokens.valid(() -> AttributeValue.text(text));
            }
            case VALUE_NUMBER_INT -> AttributeValue.whole(tokens.whole(key));
            case VALUE_TRUE, VALUE_FALSE -> new AttributeValue.Flag(tokens.flag(key));
            case START_OBJECT -> special();
            default -> throw tokens.wrong("%s holds something that is no value".formatted(key));
        };
    }

    private AttributeValue special() throws IOException {
        List<AttributeValue> values = new ArrayList<>();
        tokens.object("a value", List.of(), List.of("base64", "ref"), key -> {
            String text = tokens.text(key);
            values.add(tokens.valid(() -> special(key, text)));
        });
        if (values.size() != 1) {
            throw tokens.wrong("a value that is an object has either 'base64' or 'ref'");
        }
        return values.get(0);
    }

    private static AttributeValue special(String kind, String text) {
        if (kind.equals("ref")) {
            return new AttributeValue.Reference(CloudObjectId.of(text));
        }
        return new AttributeValue.Octets(text);
    }

    private List<List<AttributeValue>> modification() throws IOException {
        List<List<AttributeValue>> lists = new ArrayList<>(List.of(List.of(), List.of()));
        tokens.object(
                "a modification",
                List.of("remove", "add"),
                List.of(),
                key -> lists.set(key.equals("remove") ? 0 : 1, values(key)));
        return lists;
    }
}
