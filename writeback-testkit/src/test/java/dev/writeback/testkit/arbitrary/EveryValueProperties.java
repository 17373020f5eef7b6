package dev.writeback.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.CloudObject;
import dev.writeback.model.ForbiddenAttributes;
import dev.writeback.plan.PlanDiff;
import dev.writeback.plan.Printable;
import dev.writeback.plan.WriteOutcome;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** That there are values of every type of the API. */
class EveryValueProperties {

    private static final int MANY = 20;

    /** What is no value, and why. */
    private static final Map<Class<?>, String> NO_VALUES = Map.of(
            ForbiddenAttributes.class, "a list that is asked, of which there are no instances",
            PlanDiff.class, "a way to print a plan, of which there are no instances",
            Printable.class, "a way to print a text, of which there are no instances");

    @Example
    void every_value_type_of_the_api_has_values_of_every_mood() {
        assertThat(valueTypes())
                .as("value types of the api")
                .hasSizeGreaterThan(100)
                .contains(CloudObject.class);
        for (Mood mood : Mood.values()) {
            Derivation derivation = new Derivation(mood);
            valueTypes().forEach(type -> assertMakes(type, derivation));
        }
    }

    @Example
    void jqwik_finds_the_provider_and_it_takes_every_value_type_and_nothing_else() {
        List<ArbitraryProvider> ours = ServiceLoader.load(ArbitraryProvider.class).stream()
                .filter(it -> it.type() == ValueProvider.class)
                .map(ServiceLoader.Provider::get)
                .toList();
        assertThat(ours).hasSize(1);
        assertThat(valueTypes().stream().filter(type -> !ours.get(0).canProvideFor(TypeUsage.of(type))))
                .as("value types that it does not take")
                .isEmpty();
        assertThat(Stream.of(String.class, Object.class, WriteOutcome.Cases.class, Mood.class, CarriedAttribute.class))
                .noneMatch(type -> ours.get(0).canProvideFor(TypeUsage.of(type)));
    }

    @Example
    void every_case_of_a_sealed_type_comes() {
        Derivation derivation = new Derivation(Mood.ORDINARY);
        ApiTypes.all().stream()
                .filter(type -> type.isSealed() && type.isInterface())
                .forEach(type -> {
                    Random random = new Random(7);
                    RandomGenerator<?> values = derivation.of(type).generator(1000);
                    Set<Class<?>> seen = Stream.generate(
                                    () -> values.next(random).value().getClass())
                            .limit(200)
                            .collect(java.util.stream.Collectors.toSet());
                    assertThat(seen).as("cases of %s", type).containsExactlyInAnyOrder(type.getPermittedSubclasses());
                });
    }

    /** Records, closed families, and classes with values of their own; enums jqwik knows by itself. */
    private static List<Class<?>> valueTypes() {
        return ApiTypes.all().stream()
                .filter(type -> type.isRecord()
                        || type.isSealed()
                        || (Modifier.isFinal(type.getModifiers()) && !type.isEnum() && !type.isInterface()))
                .filter(type -> !NO_VALUES.containsKey(type))
                .toList();
    }

    private static void assertMakes(Class<?> type, Derivation derivation) {
        Random random = new Random(42);
        RandomGenerator<?> values = derivation.of(type).generator(1000);
        for (int i = 0; i < MANY; i++) {
            assertThat((Object) values.next(random).value())
                    .as("a value of %s", type)
                    .isInstanceOf(type);
        }
    }
}
