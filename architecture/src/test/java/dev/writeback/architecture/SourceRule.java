package dev.writeback.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a source file must look like, as far as compiled classes no longer show it. */
enum SourceRule {
    A_MAIN_FILE_HAS_AT_MOST_300_LINES(SourceRule::longFiles),
    A_METHOD_HAS_AT_MOST_30_LINES(SourceRule::longMethods),
    WHAT_OTHERS_USE_IS_DOCUMENTED(file -> file.isMain() ? Documentation.missing(file) : List.of()),
    NOTHING_IS_LEFT_TO_DO(file -> lines(file, Pattern.compile("\\b(T[O]DO|FIX[M]E|XX[X])\\b"))),
    NOBODY_SIGNS(file -> lines(file, Pattern.compile("^\\s*\\*\\s*@author\\b"))),
    A_SUPPRESSION_HAS_ITS_REASON_ON_THE_LINE(SourceRule::unexplained),
    NO_TEST_IS_SKIPPED(SourceRule::skipped),
    NO_TEST_MOCKS(
            file -> lines(file, Pattern.compile("^import (static )?(org\\.mockito|org\\.easymock|org\\.powermock)"))),
    NO_TEST_SLEEPS(SourceRule::sleeps),
    A_TEST_IS_CALLED_WHAT_IT_SHOWS(SourceRule::testNames);

    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 30;
    private static final Set<String> TESTS = Set.of("Test", "ParameterizedTest", "RepeatedTest", "Property", "Example");
    private static final Pattern SKIPPING = Pattern.compile("Disabled.*|Ignore|EnabledIf.*|EnabledOn.*|EnabledFor.*");
    private static final Pattern SENTENCE = Pattern.compile("[a-z][A-Za-z0-9]*(_[A-Za-z0-9]+)+");

    private final Function<SourceFile, List<String>> complaints;

    SourceRule(Function<SourceFile, List<String>> complaints) {
        this.complaints = complaints;
    }

    /** What is wrong with the file, each with its place. */
    List<String> complaints(SourceFile file) {
        return complaints.apply(file);
    }

    private static List<String> longFiles(SourceFile file) {
        int lines = file.lines().size();
        return file.isMain() && lines > LONGEST_FILE
                ? List.of("%s has %d lines".formatted(file.place(), lines))
                : List.of();
    }

    private static List<String> longMethods(SourceFile file) {
        return file.isMain() ? methods(file, method -> file.linesOf(method) > LONGEST_METHOD) : List.of();
    }

    private static List<String> testNames(SourceFile file) {
        return methods(
                file,
                method -> method.getModifiers().getAnnotations().stream().anyMatch(it -> TESTS.contains(nameOf(it)))
                        && !SENTENCE.matcher(method.getName()).matches());
    }

    private static List<String> skipped(SourceFile file) {
        return annotated(file, it -> SKIPPING.matcher(nameOf(it)).matches());
    }

    private static List<String> unexplained(SourceFile file) {
        List<String> lines = file.lines();
        return annotated(
                file,
                it -> nameOf(it).equals("SuppressWarnings")
                        && !lines.get((int) file.lineOf(it) - 1).contains("// "));
    }

    private static List<String> sleeps(SourceFile file) {
        List<String> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                String method = call.getMethodSelect().toString();
                if (method.equals("sleep") || method.endsWith(".sleep")) {
                    found.add("%s:%d %s".formatted(file.place(), file.lineOf(call), call));
                }
                return super.visitMethodInvocation(call, unused);
            }
        }.scan(file.tree(), null);
        return found;
    }

    private static List<String> annotated(SourceFile file, Predicate<AnnotationTree> wrong) {
        List<String> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitAnnotation(AnnotationTree annotation, Void unused) {
                if (wrong.test(annotation)) {
                    found.add("%s:%d %s".formatted(file.place(), file.lineOf(annotation), annotation));
                }
                return super.visitAnnotation(annotation, unused);
            }
        }.scan(file.tree(), null);
        return found;
    }

    private static List<String> methods(SourceFile file, Predicate<MethodTree> wrong) {
        List<String> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void unused) {
                if (wrong.test(method)) {
                    found.add("%s:%d %s, %d lines"
                            .formatted(file.place(), file.lineOf(method), method.getName(), file.linesOf(method)));
                }
                return super.visitMethod(method, unused);
            }
        }.scan(file.tree(), null);
        return found;
    }

    private static List<String> lines(SourceFile file, Pattern wrong) {
        List<String> lines = file.lines();
        return IntStream.range(0, lines.size())
                .filter(i -> wrong.matcher(lines.get(i)).find())
                .mapToObj(i ->
                        "%s:%d %s".formatted(file.place(), i + 1, lines.get(i).strip()))
                .toList();
    }

    private static String nameOf(AnnotationTree annotation) {
        return annotation.getAnnotationType().toString().replaceFirst(".*\\.", "");
    }
}
