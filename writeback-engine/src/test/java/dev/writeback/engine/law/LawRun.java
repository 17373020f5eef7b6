package dev.writeback.engine.law;

import dev.writeback.testkit.law.EngineLaws;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.RandomGenerator;

/** Tries the laws as jqwik does, to see which of them an engine breaks. */
final class LawRun {

    private static final int TRIES = 40;

    private LawRun() {}

    /** The first failure of each law that fails, by the law's name. */
    static Map<String, Throwable> failures(EngineLaws laws, Class<?> kit) {
        Map<String, Throwable> failures = new LinkedHashMap<>();
        laws(kit).forEach(law -> failure(laws, law).ifPresent(it -> failures.put(law.getName(), it)));
        return failures;
    }

    static Stream<Method> laws(Class<?> kit) {
        return Stream.of(kit.getDeclaredMethods())
                .filter(it -> it.isAnnotationPresent(Property.class) || it.isAnnotationPresent(Example.class))
                .peek(it -> it.setAccessible(true));
    }

    /** How a law fails, if it does. */
    static Optional<Throwable> failure(Object laws, Method law) {
        if (law.getParameterCount() == 0) {
            return failure(laws, law, new Object[0]);
        }
        RandomGenerator<?> values = provided(laws, law).generator(1000);
        Random random = new Random(5);
        return Stream.generate(() -> values.next(random).value())
                .limit(TRIES)
                .flatMap(value -> failure(laws, law, value).stream())
                .findFirst();
    }

    private static Optional<Throwable> failure(Object laws, Method law, Object... values) {
        try {
            law.invoke(laws, values);
            return Optional.empty();
        } catch (InvocationTargetException broken) {
            return Optional.of(broken.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Arbitrary<?> provided(Object laws, Method law) {
        String name = law.getParameters()[0].getAnnotation(ForAll.class).value();
        try {
            Method provider = law.getDeclaringClass().getDeclaredMethod(name);
            provider.setAccessible(true);
            return (Arbitrary<?>) provider.invoke(laws);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
