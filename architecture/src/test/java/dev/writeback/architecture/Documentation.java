package dev.writeback.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** What others use and nobody explained. */
final class Documentation {

    private static final Pattern EXPORTED = Pattern.compile(
            "dev\\.writeback\\.(model|plan|spi|engine|engine\\.json|engine\\.mapping|jdbc|ldap|testkit(\\..*)?)");

    private Documentation() {}

    /** Whether others may use the type that the file is about. */
    static boolean isExported(SourceFile file) {
        return EXPORTED.matcher(file.packageName()).matches()
                && file.tree().getTypeDecls().get(0) instanceof ClassTree type
                && type.getModifiers().getFlags().contains(Modifier.PUBLIC);
    }

    /** Public types, methods and constructors of exported packages that have no Javadoc. */
    static List<String> missing(SourceFile file) {
        if (!EXPORTED.matcher(file.packageName()).matches()) {
            return List.of();
        }
        List<String> missing = new ArrayList<>();
        new Scanner(file, missing).scan(file.tree(), null);
        return missing;
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {
        private final SourceFile file;
        private final List<String> missing;

        Scanner(SourceFile file, List<String> missing) {
            this.file = file;
            this.missing = missing;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            if (type.getSimpleName().length() == 0
                    || !isOpen(type.getModifiers(), getCurrentPath().getParentPath())) {
                return null;
            }
            require(type, type.getSimpleName().toString());
            return super.visitClass(type, unused);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            boolean inherited = method.getModifiers().getAnnotations().stream()
                    .anyMatch(it -> it.getAnnotationType().toString().equals("Override"));
            if (!inherited
                    && !isOfRecord(method)
                    && isOpen(method.getModifiers(), getCurrentPath().getParentPath())) {
                require(method, method.getName().toString());
            }
            return null;
        }

        /** The compiler's own constructor, or one that only checks what the record's documentation says. */
        private boolean isOfRecord(MethodTree method) {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            return method.getName().contentEquals("<init>") && parent.getKind() == Tree.Kind.RECORD
                    || file.docs().getSourcePositions().getEndPosition(file.tree(), method) < 0;
        }

        private void require(Tree tree, String name) {
            if (file.docs().getDocComment(getCurrentPath()) == null) {
                missing.add("%s:%d %s is not documented".formatted(file.place(), file.lineOf(tree), name));
            }
        }

        private static boolean isOpen(ModifiersTree modifiers, TreePath parent) {
            return modifiers.getFlags().contains(Modifier.PUBLIC)
                    || modifiers.getFlags().contains(Modifier.PROTECTED)
                    || (parent.getLeaf().getKind() == Tree.Kind.INTERFACE
                            && !modifiers.getFlags().contains(Modifier.PRIVATE));
        }
    }
}
