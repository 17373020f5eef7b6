package dev.writeback.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where a password is; never the password itself. */
sealed interface Secret {

    /** A file whose content it is; a line end after it does not count. */
    record InFile(String key, Path path) implements Secret {}

    /** An environment variable. */
    record InEnvironment(String key, String name) implements Secret {}

    /** Nowhere: what stands in the configuration cannot be used, and that is said elsewhere. */
    record Nowhere() implements Secret {
        @Override
        public String key() {
            return "";
        }
    }

    /** Where the configuration says where it is. */
    String key();

    /**
     * The password.
     *
     * @throws Failure if it is not there
     */
    default char[] read(Map<String, String> environment) {
        if (this instanceof InFile file) {
            return inFile(file);
        }
        InEnvironment variable = (InEnvironment) this;
        String value = environment.getOrDefault(variable.name(), "");
        if (value.isEmpty()) {
            throw Failure.usage("%s: the environment variable %s is not set, or empty; it must hold the password"
                    .formatted(variable.key(), variable.name()));
        }
        return value.toCharArray();
    }

    private static char[] inFile(InFile file) {
        String text;
        try {
            text = Files.readString(file.path());
        } catch (IOException unreadable) {
            String why = Files.exists(file.path()) ? "cannot be read as UTF-8 text" : "does not exist";
            throw Failure.usage(
                    "%s: %s %s; it must hold the password and nothing else".formatted(file.key(), file.path(), why));
        }
        String password = text.replaceFirst("\\R\\z", "");
        if (password.isEmpty()) {
            throw Failure.usage("%s: %s is empty; it must hold the password".formatted(file.key(), file.path()));
        }
        return password.toCharArray();
    }
}
