package dev.writeback.engine.json;

import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The files of a feed: one file, or those of a folder that end in {@code .jsonl} and are not hidden, by name. */
record FeedFiles(Path path) {

    TreeMap<String, Path> list() throws IOException {
        if (!Files.isDirectory(path)) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
            return new TreeMap<>(Map.of(path.getFileName().toString(), path));
        }
        TreeMap<String, Path> files = new TreeMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(path)) {
            for (Path file : all) {
                String name = file.getFileName().toString();
                if (name.endsWith(".jsonl") && !name.startsWith(".") && Files.isRegularFile(file)) {
                    files.put(name, file);
                }
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        return files;
    }

    Problem problem(IOException fault) {
        if (fault instanceof NoSuchFileException) {
            return unavailable("The feed %s does not exist.".formatted(path), "Create it, or correct its path.");
        }
        if (fault instanceof AccessDeniedException denied) {
            return unavailable(
                    "The feed's %s may not be read by this account.".formatted(denied.getFile()),
                    "Give the account that runs this the right to read it.");
        }
        String said = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        return new Problem(
                ErrorCode.SOURCE_UNAVAILABLE,
                "The feed %s cannot be read: %s.".formatted(path, said),
                "Look at the disk or share that it is on.",
                said);
    }

    Problem tooMany(int files, int most) {
        return unavailable(
                "The feed %s has %d files; %d at most can be followed.".formatted(path, files, most),
                "Put files together, or take away those that were read.");
    }

    private static Problem unavailable(String reason, String action) {
        return Problem.of(ErrorCode.SOURCE_UNAVAILABLE, reason, action);
    }
}
