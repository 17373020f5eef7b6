package dev.writeback.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Conflict;
import dev.writeback.plan.Resolution;
import dev.writeback.spi.ConflictResolver;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;

/** That each law of resolvers catches one that breaks it. */
class ConflictResolverLawsProperties {

    @Example
    void a_resolver_that_throws_or_says_nothing_is_caught() {
        assertCaught(
                () -> conflict ->
                        conflict.cloud().get(0).equals(conflict.directory().get(0))
                                ? new Resolution.Cloud()
                                : new Resolution.Directory(),
                ConflictResolverLaws::it_answers_whatever_it_is_asked,
                "an answer to");
        assertCaught(() -> conflict -> nothing(), ConflictResolverLaws::it_answers_whatever_it_is_asked, "not by null");
    }

    @Example
    void a_resolver_that_changes_its_mind_is_caught() {
        AtomicInteger asked = new AtomicInteger();
        assertCaught(
                () -> conflict ->
                        asked.incrementAndGet() % 2 == 0 ? new Resolution.Cloud() : new Resolution.Directory(),
                ConflictResolverLaws::it_answers_the_same_each_time_and_everywhere,
                "asked again");
        AtomicInteger nodes = new AtomicInteger();
        assertCaught(
                () -> {
                    int node = nodes.incrementAndGet();
                    return conflict -> node % 2 == 0 ? new Resolution.Cloud() : new Resolution.Directory();
                },
                ConflictResolverLaws::it_answers_the_same_each_time_and_everywhere,
                "another node");
        Thread first = Thread.currentThread();
        assertCaught(
                () -> conflict -> Thread.currentThread() == first ? new Resolution.Cloud() : new Resolution.Directory(),
                ConflictResolverLaws::it_answers_the_same_each_time_and_everywhere,
                "threads at once");
    }

    @Example
    void a_resolver_whose_values_do_not_fit_is_caught() {
        BiConsumer<ConflictResolverLaws, Conflict> law = ConflictResolverLaws::its_values_fit_the_attribute;
        assertCaught(() -> values(AttributeValue.text("no number")), law, "its syntax");
        assertCaught(
                () -> values(AttributeValue.text("SMTP:a@x.example"), AttributeValue.text("smtp:A@x.example")),
                law,
                "values");
    }

    private static ConflictResolver values(AttributeValue... values) {
        return conflict -> new Resolution.Values(List.of(values));
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what a resolver must not do, and some will
    private static Resolution nothing() {
        return Optional.<Resolution>empty().orElse(null);
    }

    private static void assertCaught(
            Supplier<ConflictResolver> resolver, BiConsumer<ConflictResolverLaws, Conflict> law, String words) {
        ConflictResolverLaws laws = new ConflictResolverLaws() {
            @Override
            protected ConflictResolver resolver() {
                return resolver.get();
            }
        };
        Random random = new Random(3);
        RandomGenerator<Conflict> conflicts = laws.asked().generator(1000);
        Optional<AssertionError> failure = Stream.generate(
                        () -> conflicts.next(random).value())
                .limit(300)
                .flatMap(conflict -> failure(() -> law.accept(laws, conflict)).stream())
                .findFirst();
        assertThat(failure).as("a failure").isPresent();
        assertThat(failure.get()).hasMessageContaining(words);
    }

    private static Optional<AssertionError> failure(Runnable law) {
        try {
            law.run();
            return Optional.empty();
        } catch (AssertionError broken) {
            return Optional.of(broken);
        }
    }
}
