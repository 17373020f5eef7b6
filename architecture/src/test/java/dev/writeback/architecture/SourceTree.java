package dev.writeback.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's Java files, all modules, without the tree that is bad on purpose. */
final class SourceTree {

    private SourceTree() {}

    static List<SourceFile> read() {
        Path root = root();
        return files().stream().map(file -> SourceFile.read(root, file)).toList();
    }

    static List<Path> files() {
        Path root = root();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".java"))
                    .filter(file -> isOurs(root.relativize(file).toString().replace('\\', '/')))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The directory that has all modules in it. */
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("writeback-api"))) {
            Path above = here.getParent();
            if (above == null) {
                throw new IllegalStateException(
                        "no directory above " + Path.of("").toAbsolutePath() + " has writeback-api in it");
            }
            here = above;
        }
        return here;
    }

    private static boolean isOurs(String place) {
        return (place.contains("/src/main/java/") || place.contains("/src/test/java/"))
                && !place.contains("/target/")
                && !place.contains("/architecture/bad/");
    }
}
