package dev.writeback.testkit.arbitrary;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Values of a type from how the type is made: of a record from its components, of a sealed type from its cases. Types that
 * ask for more than their components do say so in {@link ModelValues}, {@link PlanValues} and {@link PortValues}.
 */
final class Derivation {

    private static final int MOST = 3;

    private final Mood mood;
    private final Map<Type, Arbitrary<?>> made = new LinkedHashMap<>();

    Derivation(Mood mood) {
        this.mood = mood;
    }

    Mood mood() {
        return mood;
    }

    /** Values of a type. */
    @SuppressWarnings("unchecked") // what is made for a type makes values of that type
    <T> Arbitrary<T> of(Class<T> type) {
        return (Arbitrary<T>) arbitrary(type);
    }

    /** A few values of a type. */
    <T> Arbitrary<List<T>> few(Class<T> type) {
        return of(type).list().ofMaxSize(MOST);
    }

    /** A few values of a type, at least one. */
    <T> Arbitrary<List<T>> some(Class<T> type) {
        return of(type).list().ofMinSize(1).ofMaxSize(MOST);
    }

    /** A few entries; they shrink one by one. */
    static <K, V> Arbitrary<Map<K, V>> maps(Arbitrary<K> keys, Arbitrary<V> values) {
        return Combinators.combine(keys, values)
                .as(Map::entry)
                .list()
                .ofMaxSize(MOST)
                .map(entries -> {
                    Map<K, V> map = new LinkedHashMap<>();
                    entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
                    return map;
                });
    }

    private Arbitrary<?> arbitrary(Type type) {
        Arbitrary<?> known = made.get(type);
        if (known == null) {
            known = type instanceof ParameterizedType generic ? generic(generic) : plain((Class<?>) type);
            made.put(type, known);
        }
        return known;
    }

    private Arbitrary<?> plain(Class<?> type) {
        return Stream.of(ModelValues.SPECIAL, PlanValues.SPECIAL, PortValues.SPECIAL, PlainValues.SPECIAL)
                .flatMap(special -> Optional.ofNullable(special.get(type)).stream())
                .findFirst()
                .<Arbitrary<?>>map(special -> special.apply(this))
                .orElseGet(() -> closed(type))
                // Each edge of each part with each edge of the others would be millions.
                .withoutEdgeCases();
    }

    private Arbitrary<?> closed(Class<?> type) {
        if (type.isEnum()) {
            return Arbitraries.of(List.of(type.getEnumConstants()));
        }
        if (type.isSealed()) {
            return Arbitraries.oneOf(cases(type));
        }
        if (type.isRecord()) {
            return record(type);
        }
        throw new IllegalArgumentException(
                "there are no values of %s; it is neither a record, nor sealed, nor listed".formatted(type.getName()));
    }

    @SuppressWarnings("unchecked") // of each case nothing is known but that it is an object
    private List<Arbitrary<Object>> cases(Class<?> type) {
        List<Arbitrary<Object>> cases = new ArrayList<>();
        for (Class<?> one : type.getPermittedSubclasses()) {
            cases.add((Arbitrary<Object>) arbitrary(one));
        }
        return cases;
    }

    @SuppressWarnings("unchecked") // of each component nothing is known but that it is an object
    private Arbitrary<?> record(Class<?> type) {
        List<Arbitrary<Object>> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.add((Arbitrary<Object>) arbitrary(component.getGenericType()));
        }
        Canonical canonical = Canonical.of(type);
        if (components.isEmpty()) {
            return Arbitraries.create(() -> canonical.make(List.of()));
        }
        return Combinators.combine(components).as(canonical::make);
    }

    private Arbitrary<?> generic(ParameterizedType type) {
        Arbitrary<?> first = arbitrary(type.getActualTypeArguments()[0]);
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Optional.class) {
            return first.optional();
        } else if (raw == List.class) {
            return first.list().ofMaxSize(MOST);
        } else if (raw == Set.class) {
            return first.set().ofMaxSize(MOST);
        } else if (raw == Map.class) {
            return Arbitraries.maps(first, arbitrary(type.getActualTypeArguments()[1]))
                    .ofMaxSize(MOST);
        }
        return ModelValues.stated(this, first);
    }
}
