package dev.writeback.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Conflict;
import dev.writeback.plan.Resolution;
import dev.writeback.spi.ConflictResolver;
import dev.writeback.testkit.arbitrary.ValueArbitraries;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/**
 * What every {@link ConflictResolver} must do: answer the same at any time, on any thread and any node, answer whatever it
 * is asked, and with values that the attribute can hold. A test of a resolver extends it and inherits the properties.
 */
@PropertyDefaults(tries = 200, edgeCases = EdgeCasesMode.NONE)
public abstract class ConflictResolverLaws {

    private static final int THREADS = 4;
    private static final Set<AttributeName> LISTS = IntStream.rangeClosed(1, 5)
            .mapToObj(number -> AttributeName.of("msExchExtensionCustomAttribute" + number))
            .collect(Collectors.toUnmodifiableSet());

    /** For those who extend it. */
    protected ConflictResolverLaws() {}

    /** A resolver as the host makes it when it starts; a new one each time. */
    protected abstract ConflictResolver resolver();

    /** The conflicts that it may be asked about; of any attribute by default, ordinary and hostile ones. */
    protected Arbitrary<Conflict> conflicts() {
        return Arbitraries.oneOf(ValueArbitraries.mixed(Conflict.class), ValueArbitraries.hostile(Conflict.class));
    }

    /**
     * Whether an attribute may hold several values; by default if its syntax is that of addresses, and the five {@code
     * msExchExtensionCustomAttribute1} to {@code 5}.
     */
    protected boolean takesMany(AttributeName attribute, AttributeSyntax syntax) {
        return syntax == AttributeSyntax.ADDRESS || LISTS.contains(attribute);
    }

    @Property
    void it_answers_whatever_it_is_asked(@ForAll("asked") Conflict conflict) {
        assertThatCode(() -> resolver().resolve(conflict))
                .as("an answer to %s; a resolver that throws fails the object", Questions.text(conflict))
                .doesNotThrowAnyException();
        assertThat(resolver().resolve(conflict))
                .as("an answer to %s; a person is asked by Resolution.Undecided, not by null", Questions.text(conflict))
                .isNotNull();
    }

    @Property
    void it_answers_the_same_each_time_and_everywhere(@ForAll("asked") Conflict conflict) {
        ConflictResolver resolver = resolver();
        Resolution first = resolver.resolve(conflict);
        assertThat(resolver.resolve(conflict))
                .as(
                        "the answer to %s, asked again; an engine asks twice and refuses two answers",
                        Questions.text(conflict))
                .isEqualTo(first);
        assertThat(resolver().resolve(conflict))
                .as(
                        "the answer of another node to %s; with two, the directory would change all the time",
                        Questions.text(conflict))
                .isEqualTo(first);
        assertThat(Together.answers(THREADS, () -> resolver.resolve(conflict)))
                .as("the answers to %s on %d threads at once", Questions.text(conflict), THREADS)
                .allMatch(first::equals);
    }

    @Property
    void its_values_fit_the_attribute(@ForAll("asked") Conflict conflict) {
        if (resolver().resolve(conflict) instanceof Resolution.Values answer) {
            AttributeSyntax syntax = conflict.syntax();
            List<AttributeValue> values = answer.values();
            assertThat(values)
                    .as("values for %s that its syntax %s allows", Questions.text(conflict), syntax)
                    .allMatch(value -> Questions.fits(value, syntax));
            assertThat(values.stream().map(syntax::identity).distinct().count())
                    .as("different values in the answer to %s, which is %s", Questions.text(conflict), values)
                    .isEqualTo(values.size());
            boolean many = takesMany(conflict.attribute(), syntax)
                    || conflict.cloud().size() > 1
                    || conflict.directory().size() > 1;
            assertThat(many || values.size() <= 1)
                    .as(
                            "one value at most in the answer to %s, which is %s; override takesMany if %s holds several",
                            Questions.text(conflict), values, conflict.attribute())
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<Conflict> asked() {
        return conflicts();
    }
}
