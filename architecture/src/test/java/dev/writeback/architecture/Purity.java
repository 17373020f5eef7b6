package dev.writeback.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** What a function of its arguments may not touch, and where time, chance and threads come in. */
final class Purity {

    /** {@code java.lang..} would let reflection in, so its packages stand one by one; a charset or a buffer is no I/O. */
    private static final String[] LANGUAGE = {
        "java.lang",
        "java.lang.annotation",
        "java.lang.invoke",
        "java.lang.runtime",
        "java.math",
        "java.nio",
        "java.nio.charset",
        "java.text",
        "java.time..",
        "java.util",
        "java.util.function",
        "java.util.regex",
        "java.util.stream",
        "org.jspecify.."
    };

    /** What the packages above hold that reads a machine, waits, or is not the same twice. */
    private static final Set<String> MACHINE = Set.of(
            "java.lang.ClassLoader",
            "java.lang.InheritableThreadLocal",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.lang.Runtime",
            "java.lang.System",
            "java.lang.System$Logger",
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.time.Clock",
            "java.time.InstantSource",
            "java.util.Calendar",
            "java.util.Date",
            "java.util.Random",
            "java.util.ResourceBundle",
            "java.util.Scanner",
            "java.util.ServiceLoader",
            "java.util.SplittableRandom",
            "java.util.Timer",
            "java.util.TimerTask");

    private Purity() {}

    static List<ArchRule> of(Layout layout) {
        return List.of(
                decisions(layout),
                machine(layout),
                draws(layout),
                clock(layout),
                source(layout),
                threads(layout),
                locks(layout),
                waiting(layout));
    }

    /** Classes of these packages; arrays and primitives reside in none and count as any. */
    static DescribedPredicate<JavaClass> resideIn(String... packages) {
        return resideInAnyPackage(packages)
                .or(DescribedPredicate.describe("arrays and primitives", type -> type.isArray() || type.isPrimitive()));
    }

    private static ArchRule decisions(Layout layout) {
        String[] allowed =
                Stream.of(LANGUAGE, layout.pure()).flatMap(Stream::of).toArray(String[]::new);
        return classes()
                .that()
                .resideInAnyPackage(layout.pure())
                .and()
                // It reads the table that lies beside it in the jar, once, and that is as constant as a class.
                .doNotHaveSimpleName("CatalogueResource")
                .should()
                .onlyDependOnClassesThat(resideIn(allowed))
                .as("decisions are pure")
                .because("what is decided is shown, stored, refused and proved before it is done");
    }

    private static ArchRule machine(Layout layout) {
        return noClasses()
                .that()
                .resideInAnyPackage(layout.pure())
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "read a machine, wait, or are not the same twice", type -> MACHINE.contains(type.getName())))
                .as("decisions touch no machine");
    }

    private static ArchRule draws(Layout layout) {
        return noClasses()
                .that()
                .resideInAnyPackage(layout.pure())
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "draw an id or a number, or depend on the machine's language",
                        (JavaAccess<?> access) -> is(access, "java.util.UUID", "randomUUID")
                                || is(access, "java.lang.Math", "random")
                                || is(access, "java.util.Locale", "getDefault")
                                || is(access, "java.util.TimeZone", "getDefault")
                                || is(access, "java.time.ZoneId", "systemDefault")
                                || isCaseOfTheMachine(access)))
                .as("decisions draw nothing and speak no machine's language");
    }

    private static ArchRule clock(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.root() + "..")
                .and()
                .resideOutsideOfPackages(layout.of("benchmarks.."))
                .and()
                // How much of a lease is left only the own machine can say, and only by time that nobody sets.
                .doNotHaveFullyQualifiedName(layout.root() + ".jdbc.Monotonic")
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "ask the wall clock",
                        (JavaAccess<?> access) -> isTime(access, "now")
                                || is(access, "java.lang.System", "currentTimeMillis")
                                || is(access, "java.lang.System", "nanoTime")
                                || access.getTarget().getFullName().equals("java.util.Date.<init>()")
                                || is(access, "java.util.Calendar", "getInstance")))
                .as("nobody asks the wall clock")
                .because("time is a parameter");
    }

    private static ArchRule source(Layout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(layout.programs())
                .and()
                .resideOutsideOfPackages(layout.of("engine", "ldap", "testkit.."))
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "take the machine's clock",
                        (JavaAccess<?> access) -> isTime(access, "system")
                                || isTime(access, "systemUTC")
                                || isTime(access, "systemDefaultZone")))
                .as("the machine's clock comes in where a host begins");
    }

    private static ArchRule threads(Layout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(homesOfThreads(layout))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.concurrent")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Timer.class)
                .as("threads live in engine.run");
    }

    private static ArchRule locks(Layout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(homesOfThreads(layout))
                .and()
                .resideOutsideOfPackages(layout.of("engine", "engine.json"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.concurrent.locks", "java.util.concurrent.atomic")
                .as("locks stand where a host's threads come in");
    }

    private static String[] homesOfThreads(Layout layout) {
        return Stream.of(layout.programs(), layout.of("engine.run..", "ldap..", "jdbc..", "testkit.."))
                .flatMap(Stream::of)
                .toArray(String[]::new);
    }

    private static ArchRule waiting(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.root() + "..")
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "sleep",
                        (JavaAccess<?> access) -> access.getTarget().getName().equals("sleep")
                                        && (access.getTargetOwner().isAssignableTo(Thread.class)
                                                || access.getTargetOwner().isEquivalentTo(TimeUnit.class))
                                || access.getTargetOwner().isEquivalentTo(LockSupport.class)))
                .as("nobody sleeps")
                .because("who sleeps cannot be woken, closed or tested");
    }

    private static boolean is(JavaAccess<?> access, String owner, String name) {
        return access.getTargetOwner().getName().equals(owner)
                && access.getTarget().getName().equals(name);
    }

    private static boolean isTime(JavaAccess<?> access, String name) {
        return access.getTargetOwner().getPackageName().startsWith("java.time")
                && access.getTarget().getName().equals(name);
    }

    private static boolean isCaseOfTheMachine(JavaAccess<?> access) {
        String target = access.getTarget().getFullName();
        return target.equals("java.lang.String.toLowerCase()") || target.equals("java.lang.String.toUpperCase()");
    }
}
