package dev.writeback.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Which implementations of a port nobody holds to the port's contract. */
final class Contracts {

    /** The ports that hosts implement; a contract is called like its port. */
    private static final List<String> PORTS =
            List.of("CloudSource", "DirectorySink", "StatusReporter", "WritebackStore");

    private Contracts() {}

    /** Public implementations of a port that has a contract, without a test that extends it and names them. */
    static List<String> unproved(List<SourceFile> files) {
        return PORTS.stream()
                .filter(port -> hasContract(files, port))
                .flatMap(port -> implementations(files, port)
                        .filter(implementation -> !isProved(files, implementation, port))
                        .map(implementation ->
                                "%s has no test that extends %sContract".formatted(implementation, port)))
                .toList();
    }

    private static boolean hasContract(List<SourceFile> files, String port) {
        return files.stream()
                .anyMatch(file -> file.isMain()
                        && type(file)
                                .filter(it -> isCalled(it, port + "Contract"))
                                .isPresent());
    }

    private static Stream<String> implementations(List<SourceFile> files, String port) {
        return files.stream()
                .filter(SourceFile::isMain)
                .flatMap(file -> type(file).stream())
                .filter(type -> type.getModifiers().getFlags().contains(Modifier.PUBLIC))
                .filter(type -> type.getImplementsClause().stream()
                        .anyMatch(it -> simpleName(it).equals(port)))
                .map(type -> type.getSimpleName().toString());
    }

    private static boolean isProved(List<SourceFile> files, String implementation, String port) {
        return files.stream()
                .filter(file -> !file.isMain() && file.text().matches("(?s).*\\b" + implementation + "\\b.*"))
                .flatMap(file -> type(file).stream())
                .anyMatch(type -> type.getExtendsClause() != null
                        && simpleName(type.getExtendsClause()).equals(port + "Contract"));
    }

    private static Optional<ClassTree> type(SourceFile file) {
        return file.tree().getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .findFirst();
    }

    private static boolean isCalled(ClassTree type, String name) {
        return type.getSimpleName().contentEquals(name);
    }

    private static String simpleName(Tree type) {
        return type.toString().replaceFirst("<.*", "").replaceFirst(".*\\.", "");
    }
}
