package dev.writeback.testkit.contract;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs a contract's tests against an implementation, as JUnit would, to see which of them fail. */
final class ContractRun {

    private ContractRun() {}

    /** The names of all tests of a contract. */
    static Set<String> tests(Class<?> contract) {
        Set<String> names = new TreeSet<>();
        annotated(contract, Test.class).map(Method::getName).forEach(names::add);
        return names;
    }

    /** The failures by the name of their test; each test has an instance of its own. */
    static Map<String, Throwable> failures(Class<?> contract, Supplier<?> instance) {
        Map<String, Throwable> failures = new TreeMap<>();
        annotated(contract, Test.class).forEach(test -> {
            Object it = instance.get();
            try {
                run(contract, it, BeforeEach.class);
                try {
                    invoke(it, test);
                } finally {
                    run(contract, it, AfterEach.class);
                }
            } catch (InvocationTargetException failure) {
                failures.put(test.getName(), failure.getCause());
            }
        });
        return failures;
    }

    private static void run(Class<?> contract, Object instance, Class<? extends Annotation> when)
            throws InvocationTargetException {
        for (Method method : annotated(contract, when).toList()) {
            invoke(instance, method);
        }
    }

    private static void invoke(Object instance, Method method) throws InvocationTargetException {
        try {
            method.invoke(instance);
        } catch (IllegalAccessException notOurs) {
            throw new AssertionError(notOurs);
        }
    }

    private static Stream<Method> annotated(Class<?> contract, Class<? extends Annotation> annotation) {
        return Stream.<Class<?>>iterate(contract, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(annotation));
    }
}
