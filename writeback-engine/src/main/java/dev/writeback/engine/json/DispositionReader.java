package dev.writeback.engine.json;

import dev.writeback.plan.Disposition;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.plan.SkipReason;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a saved plan comes to. */
final class DispositionReader {

    private static final List<String> SKIP = List.of("type", "reason", "sentence");
    private static final List<String> REFUSE =
            List.of("type", "errorCode", "reason", "recommendedAction", "additionalDetails");

    private DispositionReader() {}

    static Disposition read(PlanTokens tokens) throws IOException {
        Map<String, String> texts = new HashMap<>();
        tokens.object(
                "disposition",
                List.of("type"),
                List.of("reason", "sentence", "errorCode", "recommendedAction", "additionalDetails"),
                key -> texts.put(key, tokens.text(key)));
        return switch (texts.getOrDefault("type", "")) {
            case "write" -> {
                requireMembers(tokens, texts, List.of("type"));
                yield new Disposition.Write();
            }
            case "skip" -> {
                requireMembers(tokens, texts, SKIP);
                yield new Disposition.Skip(reason(tokens, text(texts, "reason")), text(texts, "sentence"));
            }
            case "refuse" -> {
                requireMembers(tokens, texts, REFUSE);
                yield new Disposition.Refuse(problem(tokens, texts));
            }
            default -> throw tokens.wrong("the type of a disposition is write, skip or refuse");
        };
    }

    private static void requireMembers(PlanTokens tokens, Map<String, String> texts, List<String> members) {
        if (!texts.keySet().equals(Set.copyOf(members))) {
            throw tokens.wrong("a disposition of the type %s has %s".formatted(text(texts, "type"), members));
        }
    }

    private static SkipReason reason(PlanTokens tokens, String label) {
        return Arrays.stream(SkipReason.values())
                .filter(reason -> reason.label().equals(label))
                .findFirst()
                .orElseThrow(() -> tokens.wrong("the reason of a skip is none that this version knows"));
    }

    private static Problem problem(PlanTokens tokens, Map<String, String> texts) {
        String label = text(texts, "errorCode");
        ErrorCode code = Arrays.stream(ErrorCode.values())
                .filter(it -> it.label().equals(label))
                .findFirst()
                .orElseThrow(() -> tokens.wrong("the errorCode is none that this version knows"));
        return new Problem(
                code, text(texts, "reason"), text(texts, "recommendedAction"), text(texts, "additionalDetails"));
    }

    private static String text(Map<String, String> texts, String key) {
        return texts.getOrDefault(key, "");
    }
}
