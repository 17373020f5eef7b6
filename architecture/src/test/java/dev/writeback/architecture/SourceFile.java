package dev.writeback.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A source file, taken apart by the compiler.
 *
 * @param place where it lies, below the project's root and with {@code /} between the names
 * @param text what stands there
 * @param tree what the compiler makes of it
 * @param docs what gives the comments of a tree
 */
record SourceFile(String place, String text, CompilationUnitTree tree, DocTrees docs) {

    static SourceFile of(String place, String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(
                null, null, problem -> {}, List.of("-proc:none"), null, List.of(new Source(place, text)));
        try {
            return new SourceFile(place, text, task.parse().iterator().next(), DocTrees.instance(task));
        } catch (IOException e) {
            throw new UncheckedIOException(place, e);
        }
    }

    static SourceFile read(Path root, Path file) {
        try {
            String place = root.relativize(file).toString().replace('\\', '/');
            return of(place, Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The package that the file says it belongs to; empty for a module. */
    String packageName() {
        return tree.getPackageName() == null ? "" : tree.getPackageName().toString();
    }

    /** The module's directory that it lies in. */
    String module() {
        return place.substring(0, place.indexOf("/src/"));
    }

    boolean isMain() {
        return place.contains("/src/main/");
    }

    List<String> lines() {
        return text.lines().toList();
    }

    /** How many lines a piece of it takes, comments before it not counted. */
    long linesOf(Tree piece) {
        SourcePositions positions = docs.getSourcePositions();
        return tree.getLineMap().getLineNumber(positions.getEndPosition(tree, piece)) - lineOf(piece) + 1;
    }

    long lineOf(Tree piece) {
        return tree.getLineMap().getLineNumber(docs.getSourcePositions().getStartPosition(tree, piece));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String place, String text) {
            super(URI.create("string:///" + place), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
