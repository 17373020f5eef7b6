package dev.writeback.architecture;

import static dev.writeback.architecture.SourceRule.A_MAIN_FILE_HAS_AT_MOST_300_LINES;
import static dev.writeback.architecture.SourceRule.A_METHOD_HAS_AT_MOST_30_LINES;
import static dev.writeback.architecture.SourceRule.A_SUPPRESSION_HAS_ITS_REASON_ON_THE_LINE;
import static dev.writeback.architecture.SourceRule.A_TEST_IS_CALLED_WHAT_IT_SHOWS;
import static dev.writeback.architecture.SourceRule.NOBODY_SIGNS;
import static dev.writeback.architecture.SourceRule.NOTHING_IS_LEFT_TO_DO;
import static dev.writeback.architecture.SourceRule.NO_TEST_IS_SKIPPED;
import static dev.writeback.architecture.SourceRule.NO_TEST_MOCKS;
import static dev.writeback.architecture.SourceRule.NO_TEST_SLEEPS;
import static dev.writeback.architecture.SourceRule.WHAT_OTHERS_USE_IS_DOCUMENTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SourceRuleTest {

    private static final List<SourceFile> FILES = SourceTree.read();

    @ParameterizedTest
    @EnumSource
    void the_rule_holds(SourceRule rule) {
        assertThat(FILES.stream().flatMap(file -> rule.complaints(file).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void the_rule_bites(SourceRule rule, String text, List<String> complaints) {
        SourceFile file = SourceFile.of("writeback-api/src/main/java/dev/writeback/model/Bad.java", text);
        assertThat(rule.complaints(file)).hasSameSizeAs(complaints);
        for (int i = 0; i < complaints.size(); i++) {
            assertThat(rule.complaints(file).get(i)).contains("Bad.java").contains(complaints.get(i));
        }
    }

    static Stream<Arguments> the_rule_bites() {
        return Stream.of(
                Arguments.of(A_MAIN_FILE_HAS_AT_MOST_300_LINES, "\n".repeat(301), List.of("301 lines")),
                Arguments.of(A_MAIN_FILE_HAS_AT_MOST_300_LINES, "\n".repeat(300), List.of()),
                Arguments.of(A_METHOD_HAS_AT_MOST_30_LINES, method(29), List.of("31 lines")),
                Arguments.of(A_METHOD_HAS_AT_MOST_30_LINES, method(28), List.of()),
                Arguments.of(WHAT_OTHERS_USE_IS_DOCUMENTED, """
                        package dev.writeback.model;
                        public interface Bad {
                            void said();
                            /** Explained. */
                            void explained();
                            record Nested(String value) {
                                public Nested {}
                                @Override public String toString() { return value; }
                                private void hidden() {}
                                public void open() {}
                                Nested(int number) { this(""); }
                            }
                        }
                        class Hidden { public void open() {} }
                        """, List.of(":2 Bad", ":3 said", ":6 Nested", ":10 open")),
                Arguments.of(
                        WHAT_OTHERS_USE_IS_DOCUMENTED,
                        "package dev.writeback.engine.run;\npublic class Bad {}",
                        List.of()),
                Arguments.of(NOTHING_IS_LEFT_TO_DO, "// TO" + "DO later\n/* FIX" + "ME */", List.of(":1", ":2")),
                Arguments.of(NOBODY_SIGNS, "/**\n * @author me\n */\nclass Bad {}", List.of(":2")),
                Arguments.of(A_SUPPRESSION_HAS_ITS_REASON_ON_THE_LINE, """
                        class Bad {
                            @SuppressWarnings("unchecked") // the map holds lists only
                            void explained() {}
                            @SuppressWarnings("unchecked")
                            void not() {}
                        }
                        """, List.of(":4")),
                Arguments.of(
                        NO_TEST_IS_SKIPPED,
                        "class Bad { @Disabled void a() {} @org.junit.Ignore(\"x\") void b() {} @Test void c() {} }",
                        List.of("Disabled", "Ignore")),
                Arguments.of(
                        NO_TEST_MOCKS,
                        "import org.mockito.Mockito;\nimport static org.mockito.Mockito.mock;",
                        List.of(":1", ":2")),
                Arguments.of(NO_TEST_SLEEPS, """
                        class Bad {
                            void a() { Thread.sleep(1); }
                            void b() { TimeUnit.SECONDS.sleep(1); }
                            void c() { sleep(1); }
                            void d() { asleep(1); }
                        }
                        """, List.of(":2", ":3", ":4")),
                Arguments.of(A_TEST_IS_CALLED_WHAT_IT_SHOWS, """
                        class Bad {
                            @Test void testIt() {}
                            @Property void shouldWork() {}
                            @Test void a_sentence_in_3_words() {}
                            void helps() {}
                        }
                        """, List.of("testIt", "shouldWork")));
    }

    @ParameterizedTest
    @EnumSource
    void every_rule_is_seen_to_bite(SourceRule rule) {
        assertThat(the_rule_bites().map(Arguments::get).filter(it -> it[0] == rule))
                .anyMatch(it -> !((List<?>) it[2]).isEmpty());
    }

    @Test
    void all_modules_are_looked_at_and_what_is_bad_on_purpose_is_not() {
        assertThat(FILES).extracting(SourceFile::module).contains("writeback-api", "writeback-engine", "architecture");
        assertThat(FILES).noneMatch(file -> file.packageName().contains(".bad."));
    }

    private static String method(int statements) {
        return "class Bad {\n    /** Long. */\n    void run() {\n" + "        run();\n".repeat(statements)
                + "    }\n}\n";
    }
}
