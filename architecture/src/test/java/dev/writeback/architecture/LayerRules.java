package dev.writeback.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** Who may know whom. */
final class LayerRules {

    private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

    private LayerRules() {}

    static List<ArchRule> of(Layout layout) {
        return List.of(layers(layout), testkit(layout), ownLanguage(layout), cycles(layout), nullMarked(layout));
    }

    private static ArchRule layers(Layout layout) {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("model")
                .definedBy(layout.of("model.."))
                .layer("plan")
                .definedBy(layout.of("plan.."))
                .layer("spi")
                .definedBy(layout.of("spi.."))
                .layer("decisions")
                .definedBy(layout.decisions())
                .layer("json")
                .definedBy(layout.of("engine.json.."))
                .layer("run")
                .definedBy(layout.of("engine.run.."))
                .layer("facade")
                .definedBy(layout.of("engine"))
                .layer("ldap")
                .definedBy(layout.of("ldap.."))
                .layer("jdbc")
                .definedBy(layout.of("jdbc.."))
                .layer("testkit")
                .definedBy(layout.of("testkit.."))
                .whereLayer("model")
                .mayNotAccessAnyLayer()
                .whereLayer("plan")
                .mayOnlyAccessLayers("model")
                .whereLayer("spi")
                .mayOnlyAccessLayers("model", "plan")
                .whereLayer("decisions")
                .mayOnlyAccessLayers("model", "plan")
                .whereLayer("json")
                .mayOnlyAccessLayers("model", "plan", "spi", "decisions")
                .whereLayer("run")
                .mayOnlyAccessLayers("model", "plan", "spi", "decisions")
                .whereLayer("facade")
                .mayOnlyAccessLayers("model", "plan", "spi", "decisions", "json", "run")
                .whereLayer("ldap")
                .mayOnlyAccessLayers("model", "plan", "spi")
                .whereLayer("jdbc")
                .mayOnlyAccessLayers("model", "plan", "spi")
                .whereLayer("testkit")
                .mayOnlyAccessLayers("model", "plan", "spi")
                .as("layers know only what lies beneath them");
    }

    private static ArchRule testkit(Layout layout) {
        return noClasses()
                .that()
                .resideInAnyPackage(layout.of("testkit.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(layout.of("engine..", "ldap..", "jdbc.."))
                .as("the testkit uses the ports alone")
                .because("it proves every implementation, ours like any other");
    }

    private static ArchRule ownLanguage(Layout layout) {
        String[] own = layout.api();
        String[] allowed = new String[own.length + 2];
        System.arraycopy(own, 0, allowed, 2, own.length);
        allowed[0] = "java..";
        allowed[1] = "org.jspecify..";
        return classes()
                .that()
                .resideInAnyPackage(own)
                .should()
                .onlyDependOnClassesThat(Purity.resideIn(allowed))
                .as("the api speaks its own language")
                .because("a plug-in must not inherit our libraries");
    }

    private static ArchRule cycles(Layout layout) {
        return slices().matching(layout.root() + ".(**)")
                .should()
                .beFreeOfCycles()
                .as("packages have no cycles");
    }

    private static ArchRule nullMarked(Layout layout) {
        ArchCondition<JavaClass> condition = new ArchCondition<>("lie in a null-marked package") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NULL_MARKED))
                        .orElse(false);
                events.add(new SimpleConditionEvent(
                        item,
                        marked,
                        "the package %s of %s is not @NullMarked".formatted(item.getPackageName(), item.getName())));
            }
        };
        return classes()
                .that()
                .resideInAPackage(layout.root() + "..")
                .should(condition)
                .as("every package is null-marked");
    }
}
