package dev.writeback.testkit.arbitrary;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/** The constructor of a record that takes all of its components. */
record Canonical(Constructor<?> constructor) {

    static Canonical of(Class<?> type) {
        Class<?>[] components = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return new Canonical(type.getDeclaredConstructor(components));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Object make(List<Object> components) {
        try {
            return constructor.newInstance(components.toArray());
        } catch (InvocationTargetException refused) {
            throw new IllegalStateException(
                    "%s refuses %s; its values need more than its components say"
                            .formatted(constructor.getDeclaringClass().getName(), components),
                    refused.getCause());
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
