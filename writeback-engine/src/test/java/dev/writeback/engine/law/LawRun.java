package dev.writeback.engine.law;

import dev.writeback.testkit.law.EngineLaws;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.RandomGenerator;

/** Tries the laws as jqwik does, to see which of them an engine breaks. */
final class LawRun {

    private LawRun() {}

    /** How a law fails, if it does; the law by its name. */
    static Optional<Throwable> failure(EngineLaws laws, String law, int tries) {
        Method method = laws(EngineLaws.class)
                .filter(it -> it.getName().equals(law))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no law " + law));
        return failure(laws, method, tries);
    }

    static Stream<Method> laws(Class<?> kit) {
        return Stream.of(kit.getDeclaredMethods())
                .filter(it -> it.isAnnotationPresent(Property.class))
                .peek(it -> it.setAccessible(true));
    }

    private static Optional<Throwable> failure(EngineLaws laws, Method law, int tries) {
        if (law.getParameterCount() == 0) {
            return invoke(laws, law);
        }
        RandomGenerator<?> values = provided(laws, law).generator(1000);
        Random random = new Random(5);
        return Stream.generate(() -> values.next(random).value())
                .limit(tries)
                .flatMap(value -> invoke(laws, law, value).stream())
                .findFirst();
    }

    private static Optional<Throwable> invoke(EngineLaws laws, Method law, Object... values) {
        try {
            law.invoke(laws, values);
            return Optional.empty();
        } catch (InvocationTargetException broken) {
            return Optional.of(broken.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Arbitrary<?> provided(EngineLaws laws, Method law) {
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
