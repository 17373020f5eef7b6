package dev.writeback.agent;

import dev.writeback.engine.json.ProfileJson;
import dev.writeback.engine.mapping.InvalidProfileException;
import dev.writeback.engine.mapping.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the profile: a built-in one by its name, or a document. */
final class ProfileReader {

    private static final List<String> BUILT_IN = List.of("exchange-online");

    private final Section root;
    private final Function<String, Path> resolve;

    ProfileReader(Section root, Function<String, Path> resolve) {
        this.root = root;
        this.resolve = resolve;
    }

    /** The profile; the built-in one if there is a problem. */
    Profile profile() {
        String profile = root.text("profile").orElse(BUILT_IN.get(0));
        try {
            Optional<Profile> builtIn = ProfileJson.builtIn(profile);
            return builtIn.isPresent() ? builtIn.get() : document(profile);
        } catch (InvalidProfileException invalid) {
            root.problem("profile", "cannot be used: " + String.join(" ", invalid.problems()));
        } catch (IOException unreadable) {
            root.problem(
                    "profile", "names a file that cannot be read; it must be UTF-8 text that this account may read");
        }
        return Profile.exchangeOnline();
    }

    private Profile document(String profile) throws IOException {
        Path file = resolve.apply(profile);
        if (!Files.exists(file)) {
            root.problem(
                    "profile",
                    "is \"%s\", which is neither a built-in profile nor a file; %s"
                            .formatted(profile, Section.hint(profile, BUILT_IN)));
            return Profile.exchangeOnline();
        }
        return ProfileJson.parse(Files.readString(file));
    }
}
