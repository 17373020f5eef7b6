package dev.writeback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Implementations that are broken on purpose, and the tests that are to catch each.
 *
 * @param <F> what makes an implementation broken
 */
final class Flaws<F> {

    private final Class<?> contract;
    private final Function<F, ?> instance;
    private final Map<String, F> flaws = new LinkedHashMap<>();
    private final Map<String, Set<String>> caught = new LinkedHashMap<>();

    /**
     * @param contract the contract
     * @param instance a test that extends it, for an implementation with a flaw
     */
    Flaws(Class<?> contract, Function<F, ?> instance) {
        this.contract = contract;
        this.instance = instance;
    }

    /** Adds a flaw with the tests that catch it, among others. */
    Flaws<F> add(String name, F flaw, String... tests) {
        assertThat(ContractRun.tests(contract)).as("tests of the contract").contains(tests);
        flaws.put(name, flaw);
        caught.put(name, Set.of(tests));
        return this;
    }

    /** Runs the contract against every flaw. Each must be caught as was said, and each test must catch some flaw. */
    void assertCaught() {
        Set<String> idle = new TreeSet<>(ContractRun.tests(contract));
        flaws.forEach((name, flaw) -> {
            Map<String, Throwable> failures = ContractRun.failures(contract, () -> instance.apply(flaw));
            assertThat(failures.keySet())
                    .as("tests that catch an implementation that %s", name)
                    .containsAll(caught.get(name));
            assertThat(failures.values())
                    .as("failures of an implementation that %s, which tell what was expected", name)
                    .allSatisfy(failure -> assertThat(failure).hasMessageMatching("(?s).{40,}"));
            idle.removeAll(caught.get(name));
        });
        assertThat(idle).as("tests that no flaw is for").isEmpty();
    }
}
