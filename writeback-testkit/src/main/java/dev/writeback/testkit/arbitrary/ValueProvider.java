package dev.writeback.testkit.arbitrary;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Stated;
import dev.writeback.plan.Plan;
import dev.writeback.spi.Cursor;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Makes values of the API's types for parameters with {@code @ForAll}. jqwik finds it by itself; nobody calls it. */
public final class ValueProvider implements ArbitraryProvider {

    private static final Set<String> PACKAGES = Set.of(
            AttributeName.class.getPackageName(),
            Plan.class.getPackageName(),
            Cursor.class.getPackageName(),
            Address.class.getPackageName());

    /** For jqwik. */
    public ValueProvider() {}

    @Override
    public boolean canProvideFor(TypeUsage target) {
        Class<?> type = target.getRawType();
        return !target.isWildcard()
                && !target.isTypeVariable()
                && PACKAGES.contains(type.getPackageName())
                && (type.isRecord() || type.isSealed() || type == AttributeName.class)
                && type != CarriedAttribute.class;
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage target, SubtypeProvider subtypes) {
        Optional<Fitting> fitting = target.findAnnotation(Fitting.class);
        Mood mood = mood(target);
        if (fitting.isPresent() && target.isOfType(AttributeValue.class)) {
            return Set.of(FittingValues.of(fitting.get().value(), mood));
        }
        Derivation derivation = new Derivation(mood);
        if (target.isOfType(Stated.class)) {
            return subtypes.apply(target.getTypeArgument(0)).stream()
                    .map(said -> ModelValues.stated(derivation, said))
                    .collect(Collectors.toSet());
        }
        return Set.of(derivation.of(target.getRawType()));
    }

    private static Mood mood(TypeUsage target) {
        if (target.isAnnotated(Hostile.class)) {
            return Mood.HOSTILE;
        }
        return target.isAnnotated(Ordinary.class) ? Mood.ORDINARY : Mood.MIXED;
    }
}
