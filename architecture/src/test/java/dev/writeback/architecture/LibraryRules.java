package dev.writeback.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/** One home for each library, and none of them in what others compile against. */
final class LibraryRules {

    private static final String[] JACKSON = {"com.fasterxml.jackson..", "tools.jackson.."};
    private static final String UNBOUNDID = "com.unboundid..";
    private static final String CAFFEINE = "com.github.benmanes..";

    private LibraryRules() {}

    static List<ArchRule> of(Layout layout) {
        return List.of(
                home(layout, "Jackson", List.of("engine.json..", "jdbc..", "examples..", "agent.."), JACKSON),
                home(layout, "UnboundID", List.of("ldap..", "testkit..", "benchmarks.."), UNBOUNDID),
                home(layout, "Caffeine", List.of("engine.run..", "ldap.."), CAFFEINE),
                home(layout, "JUnit", List.of("testkit.."), "org.junit..", "net.jqwik..", "org.assertj.."),
                home(
                        layout,
                        "JDBC",
                        List.of("jdbc..", "examples..", "agent..", "benchmarks.."),
                        "java.sql..",
                        "javax.sql.."),
                home(layout, "H2", List.of("examples..", "agent..", "benchmarks.."), "org.h2.."),
                home(layout, "picocli", List.of("examples..", "agent.."), "picocli.."),
                home(layout, "JNDI", List.of("ldap.."), "javax.naming.."),
                logging(layout),
                standardStreams(layout),
                exit(layout),
                signatures(layout));
    }

    private static ArchRule home(Layout layout, String library, List<String> homes, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(layout.of(homes.toArray(String[]::new)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .as("%s stays at home".formatted(library));
    }

    private static ArchRule logging(Layout layout) {
        return noClasses()
                .that()
                .resideInAnyPackage(Stream.of(layout.api(), layout.decisions())
                        .flatMap(Stream::of)
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.slf4j..", "java.util.logging..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(System.Logger.class)
                .as("neither values, ports nor decisions log");
    }

    private static ArchRule standardStreams(Layout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(layout.programs())
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "write to a standard stream",
                        (JavaAccess<?> access) -> access.getTargetOwner().isEquivalentTo(System.class)
                                        && List.of("out", "err", "in")
                                                .contains(access.getTarget().getName())
                                || access.getTarget().getFullName().endsWith(".printStackTrace()")))
                .as("a library leaves standard streams to its host");
    }

    private static ArchRule exit(Layout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(layout.programs())
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "end the process",
                        (JavaAccess<?> access) -> (access.getTargetOwner().isEquivalentTo(System.class)
                                        || access.getTargetOwner().isEquivalentTo(Runtime.class))
                                && List.of("exit", "halt")
                                        .contains(access.getTarget().getName())))
                .as("a library does not end its host");
    }

    private static ArchRule signatures(Layout layout) {
        ArchCondition<JavaClass> condition = new ArchCondition<>("show no library in a public signature") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean speaksLdap = item.getPackageName()
                        .matches("\\Q" + layout.root() + "\\E\\.(ldap|testkit|benchmarks)(\\..*)?");
                item.getMembers().stream()
                        .filter(LibraryRules::isOpen)
                        .forEach(member -> types(member)
                                .filter(type -> isForeign(type, speaksLdap))
                                .forEach(type -> events.add(SimpleConditionEvent.violated(
                                        member, "%s shows %s".formatted(member.getFullName(), type.getName())))));
            }
        };
        return classes()
                .that()
                .arePublic()
                .and()
                .resideInAPackage(layout.root() + "..")
                .should(condition)
                .as("libraries stay out of public signatures")
                .because("the next version of a library must be our choice alone");
    }

    private static boolean isOpen(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> types(JavaMember member) {
        Stream<JavaClass> thrown =
                member instanceof JavaCodeUnit unit ? unit.getExceptionTypes().stream() : Stream.empty();
        Stream<JavaClass> parameters = member instanceof JavaCodeUnit unit
                ? unit.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream())
                : Stream.empty();
        Stream<JavaClass> result = member instanceof JavaCodeUnit unit
                ? unit.getReturnType().getAllInvolvedRawTypes().stream()
                : ((com.tngtech.archunit.core.domain.JavaField) member).getType().getAllInvolvedRawTypes().stream();
        return Stream.of(thrown, parameters, result).flatMap(types -> types);
    }

    private static boolean isForeign(JavaClass type, boolean speaksLdap) {
        String name = type.getPackageName();
        return name.startsWith("com.fasterxml.jackson")
                || name.startsWith("tools.jackson")
                || name.startsWith("com.github.benmanes")
                || (!speaksLdap && name.startsWith("com.unboundid"));
    }
}
