package dev.writeback.agent;

import dev.writeback.engine.json.ProfileJson;
import dev.writeback.engine.mapping.InvalidProfileException;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the profile: a built-in one by its name, or a document. */
final class ProfileReader {

    private final Section root;
    private final Function<String, Path> resolve;

    ProfileReader(Section root, Function<String, Path> resolve) {
        this.root = root;
        this.resolve = resolve;
    }

    /** The profile; the built-in one if there is a problem. */
    Profile profile() {
        String profile = root.text("profile").orElse("exchange-online");
        try {
            Optional<Profile> builtIn = ProfileJson.builtIn(profile);
            return builtIn.isPresent() ? builtIn.get() : document(profile);
        } catch (InvalidProfileException invalid) {
            root.problem("profile", "cannot be used: " + withoutStop(String.join(" ", invalid.problems())));
        }
        return Profile.exchangeOnline();
    }

    private Profile document(String profile) {
        Path file = resolve.apply(profile);
        if (!Files.exists(file)) {
            root.problem(
                    "profile",
                    "is \"%s\", which is neither a built-in profile nor a file; %s"
                            .formatted(profile, Section.hint(profile, Profile.builtInNames())));
            return Profile.exchangeOnline();
        }
        Profile read = ProfileFile.read(file, List.of());
        read.rules().forEach(this::refuseResolver);
        return read;
    }

    /** Only a program that embeds the library can bring a resolver. */
    private void refuseResolver(Rule rule) {
        rule.authority()
                .resolver()
                .ifPresent(name -> root.problem(
                        "profile",
                        "leaves conflicts of %s to the resolver '%s', and this program has none; the authority is cloud, directory, newest or manual"
                                .formatted(rule.target(), name)));
    }

    /** The last sentence has no stop, as no problem of the configuration has. */
    private static String withoutStop(String sentences) {
        return sentences.endsWith(".") ? sentences.substring(0, sentences.length() - 1) : sentences;
    }
}
