package dev.writeback.testkit.arbitrary;

import dev.writeback.model.CloudObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The public types of the API, as they are compiled. */
final class ApiTypes {

    private ApiTypes() {}

    static List<Class<?>> all() {
        try {
            Path home = Path.of(CloudObject.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(home)) {
                return in(home);
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + home.toUri()), Map.of())) {
                return in(jar.getPath("/"));
            }
        } catch (java.net.URISyntaxException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<Class<?>> in(Path root) {
        return Stream.of("model", "plan", "spi")
                .flatMap(name -> files(root.resolve("dev/writeback").resolve(name)))
                .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                .<Class<?>>map(file -> named(file.substring(0, file.length() - ".class".length())))
                .filter(ApiTypes::isPublic)
                .toList();
    }

    private static Stream<String> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> "dev.writeback." + folder.getFileName() + "." + file.getFileName())
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
    }
}
