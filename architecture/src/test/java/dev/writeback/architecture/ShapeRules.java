package dev.writeback.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** What values, ports and names look like. */
final class ShapeRules {

    private static final int MOST_ABSTRACT_METHODS = 3;
    private static final List<String> VAGUE = List.of("util", "utils", "impl", "service", "helper", "common", "misc");

    private ShapeRules() {}

    static List<ArchRule> of(Layout layout) {
        return List.of(
                closedValues(layout),
                arrays(layout),
                statics(layout),
                smallPorts(layout),
                booleans(layout),
                vagueNames(layout),
                prefixedInterfaces(layout),
                vaguePackages(layout));
    }

    private static ArchRule closedValues(Layout layout) {
        ArchCondition<JavaClass> condition =
                new ArchCondition<>("be a record, an enum, a sealed interface, an exception, the cases of one, or final"
                        + " with nothing but final fields") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        boolean closed = item.isRecord()
                                || item.isEnum()
                                || isSealed(item)
                                || item.isAssignableTo(Exception.class)
                                || isCases(item)
                                || isFixed(item)
                                || isBehindTheScenes(item);
                        events.add(new SimpleConditionEvent(
                                item, closed, "%s is open: it can be extended or changed".formatted(item.getName())));
                    }
                };
        return classes()
                .that()
                .resideInAnyPackage(layout.values())
                .and()
                .doNotHaveSimpleName("package-info")
                .should(condition)
                .as("values are closed")
                .because("a value that is valid when it is made stays so");
    }

    /** Whether nobody can extend a class, and none of its objects changes after it was made. */
    private static boolean isFixed(JavaClass item) {
        return item.getModifiers().contains(JavaModifier.FINAL)
                && item.getFields().stream()
                        .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL)
                                && field.getModifiers().contains(JavaModifier.PRIVATE)
                                && !field.getRawType().isArray());
    }

    private static ArchRule arrays(Layout layout) {
        return noFields()
                .that()
                .areDeclaredInClassesThat(DescribedPredicate.describe("are records", JavaClass::isRecord))
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(layout.api())
                .and()
                .areNotStatic()
                .should()
                .haveRawType(DescribedPredicate.describe(
                        "an array or another thing that changes",
                        type -> type.isArray()
                                || type.isEquivalentTo(java.util.Date.class)
                                || type.isEquivalentTo(StringBuilder.class)))
                .as("values hold nothing that changes");
    }

    private static ArchRule statics(Layout layout) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(layout.root() + "..")
                .and()
                .areStatic()
                .should()
                .beFinal()
                .as("nothing global changes");
    }

    private static ArchRule smallPorts(Layout layout) {
        ArchCondition<JavaClass> condition =
                new ArchCondition<>("have at most %d abstract methods".formatted(MOST_ABSTRACT_METHODS)) {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        long methods = item.getAllMethods().stream()
                                .filter(method ->
                                        method.getOwner().getPackageName().startsWith(layout.root()))
                                .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                                .count();
                        events.add(new SimpleConditionEvent(
                                item,
                                methods <= MOST_ABSTRACT_METHODS,
                                "%s has %d abstract methods".formatted(item.getName(), methods)));
                    }
                };
        return classes()
                .that()
                .resideInAnyPackage(layout.of("spi.."))
                .and()
                .areInterfaces()
                .and(DescribedPredicate.describe("are not sealed", type -> !isSealed(type)))
                .should(condition)
                .as("ports are small");
    }

    private static ArchRule booleans(Layout layout) {
        return noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(layout.exported())
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should(new ArchCondition<>("take a boolean") {
                    @Override
                    public void check(JavaMethod item, ConditionEvents events) {
                        boolean takes = item.getRawParameterTypes().stream()
                                .anyMatch(type ->
                                        Set.of("boolean", "java.lang.Boolean").contains(type.getName()));
                        events.add(new SimpleConditionEvent(item, takes, item.getFullName() + " takes a boolean"));
                    }
                })
                .as("no public method takes a boolean")
                .because("nobody reads what true means where it is called");
    }

    private static ArchRule vagueNames(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.root() + "..")
                .should()
                .haveNameMatching(".*[a-z](Utils?|Helpers?|Managers?|Impl|Misc)(\\$.*)?$")
                .orShould()
                .haveNameMatching(".*[.$](Utils?|Helpers?|Managers?|Impl|Misc)(\\$.*)?$")
                .as("names say what a thing is");
    }

    private static ArchRule prefixedInterfaces(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.root() + "..")
                .and()
                .areInterfaces()
                .should()
                .haveNameNotMatching(".*[.$]I[A-Z][a-z].*")
                .as("an interface is not called one");
    }

    private static ArchRule vaguePackages(Layout layout) {
        return noClasses()
                .should()
                .resideInAnyPackage(VAGUE.stream()
                        .map(name -> layout.root() + ".." + name + "..")
                        .toArray(String[]::new))
                .as("packages say what they hold");
    }

    private static boolean isSealed(JavaClass type) {
        return type.isInterface() && type.reflect().isSealed();
    }

    /** The answers to a sealed type, which its callers implement and so must be open. */
    private static boolean isCases(JavaClass type) {
        return type.isInterface()
                && type.getSimpleName().equals("Cases")
                && type.getEnclosingClass().map(ShapeRules::isSealed).orElse(false);
    }

    /** A class that no one outside the package sees and that no one inside extends. */
    private static boolean isBehindTheScenes(JavaClass type) {
        return !type.getModifiers().contains(JavaModifier.PUBLIC)
                && (type.getModifiers().contains(JavaModifier.FINAL) || type.isAnonymousClass());
    }
}
