package dev.writeback.agent;

import dev.writeback.engine.json.ProfileJson;
import dev.writeback.engine.mapping.InvalidProfileException;
import dev.writeback.engine.mapping.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a profile from a file, and the files that it extends, each named relative to the one that extends it. */
final class ProfileFile {

    /** How many files may stand above each other; more are a mistake. */
    private static final int DEEPEST = 8;

    private ProfileFile() {}

    /**
     * The profile in a file.
     *
     * @param above the files that extend it, the first first
     * @throws InvalidProfileException if it, or one that it extends, cannot be used
     */
    static Profile read(Path file, List<Path> above) {
        Path here = file.toAbsolutePath().normalize();
        List<Path> way = new ArrayList<>(above);
        way.add(here);
        return ProfileJson.parse(text(here), name -> base(name, way));
    }

    private static Optional<Profile> base(String name, List<Path> way) {
        Path file = sibling(way.get(way.size() - 1), name);
        if (way.contains(file)) {
            throw refused(name, "It is extended in a circle; let one of the files extend a built-in profile.");
        }
        if (way.size() >= DEEPEST) {
            throw refused(name, "It is file number %d in a row; %d is the most.".formatted(way.size() + 1, DEEPEST));
        }
        if (!Files.exists(file)) {
            return missing(name, file);
        }
        return Optional.of(read(file, way));
    }

    /** What looks like the name of a file is not mistaken for that of a built-in profile. */
    private static Optional<Profile> missing(String name, Path file) {
        if (name.endsWith(".json") || name.contains("/")) {
            throw refused(
                    name, "There is no file %s; the path is relative to the profile that extends it.".formatted(file));
        }
        return Optional.empty();
    }

    private static Path sibling(Path file, String name) {
        try {
            return file.resolveSibling(name).normalize();
        } catch (InvalidPathException noPath) {
            throw refused(name, "It is neither a built-in profile nor the path of a file.");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw refused(
                    file.toString(),
                    "%s cannot be read; it must be a file of UTF-8 text that this account may read.".formatted(file));
        }
    }

    private static InvalidProfileException refused(String name, String problem) {
        return new InvalidProfileException(name, List.of(problem));
    }
}
