package dev.writeback.agent;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Reads where the configuration says that a password is. */
final class SecretReader {

    private final Function<String, Path> resolve;

    SecretReader(Function<String, Path> resolve) {
        this.resolve = resolve;
    }

    /** Whether a section says anything of a password, be it right or wrong. */
    static boolean isNamedIn(Section section) {
        return section.has("passwordFile") || section.has("passwordEnv") || section.has("password");
    }

    /** Where the password is; nothing if the section does not say, or there is a problem with what it says. */
    Optional<Secret> read(Section section) {
        if (section.has("password")) {
            section.problem(
                    "password",
                    "is refused, because a password does not belong in a configuration; name a passwordFile or a passwordEnv");
            return Optional.empty();
        }
        Optional<String> file = section.text("passwordFile");
        Optional<String> variable = section.text("passwordEnv");
        if (section.has("passwordFile") && section.has("passwordEnv")) {
            section.problem("passwordEnv", "is there beside passwordFile; name one of them");
        }
        return file.<Secret>map(path -> new Secret.InFile(section.place("passwordFile"), resolve.apply(path)))
                .or(() -> variable.map(name -> new Secret.InEnvironment(section.place("passwordEnv"), name)));
    }
}
