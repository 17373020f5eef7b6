package dev.writeback.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the page that says which test proves which law to the tests that there are. */
class LawsPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z-]+) \\|[^|]+\\|([^|]*`[^|]*)\\|$");
    private static final Pattern PROOF = Pattern.compile("`(\\w+)\\.(\\w+)`");
    private static final Set<String> TESTS = Set.of("Test", "ParameterizedTest", "Property");
    private static final List<String> LAWS = List.of(
            "diff-apply",
            "diff-empty",
            "diff-minimal",
            "idempotent",
            "merge-identity",
            "merge-one-sided",
            "merge-agree",
            "merge-commutes-without-conflict",
            "merge-set",
            "policy-cloud-wins",
            "policy-target-wins",
            "policy-manual",
            "convergence",
            "order-per-object",
            "crash",
            "plan-apply",
            "undo",
            "commutative-join",
            "one-primary",
            "no-shrink-by-read",
            "deterministic",
            "idempotent-plan",
            "convergent",
            "contained",
            "one-holder",
            "minimal",
            "conditional",
            "nothing-lost",
            "merge-laws",
            "reversible",
            "last-word",
            "patience",
            "alone",
            "store-fails");

    @Test
    void every_law_has_a_proof_that_is_a_test() throws IOException {
        Set<String> tests = tests(SourceTree.read());
        Map<String, List<String>> proofs =
                proofs(Files.readString(SourceTree.root().resolve("docs/laws.md")));
        assertThat(proofs.keySet()).containsExactlyElementsOf(LAWS);
        proofs.forEach((law, names) ->
                assertThat(names).as("what proves %s", law).isNotEmpty().allMatch(tests::contains));
    }

    @Test
    void what_is_no_test_or_not_there_proves_nothing() {
        SourceFile file = SourceFile.of(
                "host/src/test/java/MailTest.java",
                "class MailTest { @Test void a_law_holds() {} void nothing_is_tried() {} }");
        assertThat(tests(List.of(file))).containsExactly("MailTest.a_law_holds");
        assertThat(proofs("| a-law | says so | `MailTest.a_law_holds` `MailTest.another` |"))
                .containsEntry("a-law", List.of("MailTest.a_law_holds", "MailTest.another"));
    }

    private static Map<String, List<String>> proofs(String page) {
        Map<String, List<String>> proofs = new LinkedHashMap<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            proofs.put(
                    row.group(1),
                    PROOF.matcher(row.group(2))
                            .results()
                            .map(proof -> proof.group(1) + '.' + proof.group(2))
                            .toList());
        }
        return proofs;
    }

    private static Set<String> tests(List<SourceFile> files) {
        Set<String> tests = new TreeSet<>();
        files.forEach(file -> new TreeScanner<Void, String>() {
            @Override
            public Void visitClass(ClassTree type, String outer) {
                return super.visitClass(type, type.getSimpleName().toString());
            }

            @Override
            public Void visitMethod(MethodTree method, String type) {
                boolean isTest = method.getModifiers().getAnnotations().stream()
                        .anyMatch(it -> TESTS.contains(it.getAnnotationType().toString()));
                if (isTest) {
                    tests.add(type + '.' + method.getName());
                }
                return super.visitMethod(method, type);
            }
        }.scan(file.tree(), ""));
        return tests;
    }
}
