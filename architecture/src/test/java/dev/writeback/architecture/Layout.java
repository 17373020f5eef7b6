package dev.writeback.architecture;

import java.util.stream.Stream;

/**
 * The packages of the design beneath a root. The same rules so apply to what we ship and to a small tree that breaks
 * each of them.
 */
record Layout(String root) {

    /** What we ship. */
    static final Layout OURS = new Layout("dev.writeback");

    /** What breaks every rule, on purpose. */
    static final Layout BAD = new Layout("dev.writeback.architecture.bad");

    private static final String[] PURE = {
        "engine.dotnet..",
        "engine.exchange..",
        "engine.expression..",
        "engine.mapping..",
        "engine.merge..",
        "engine.planning..",
        "engine.guard.."
    };

    /** Package patterns beneath the root. */
    String[] of(String... patterns) {
        return Stream.of(patterns).map(pattern -> root + '.' + pattern).toArray(String[]::new);
    }

    /** The values and the ports. */
    String[] api() {
        return of("model..", "plan..", "spi..");
    }

    /** What hosts receive and never implement. */
    String[] values() {
        return of("model..", "plan..");
    }

    /** The packages of the engine that decide and do nothing else. */
    String[] decisions() {
        return of(PURE);
    }

    /** All code that is a function of its arguments. */
    String[] pure() {
        return Stream.of(values(), decisions()).flatMap(Stream::of).toArray(String[]::new);
    }

    /** What others may import. */
    String[] exported() {
        return of(
                "model",
                "plan",
                "spi",
                "engine",
                "engine.exchange",
                "engine.expression",
                "engine.json",
                "engine.mapping",
                "jdbc",
                "ldap",
                "testkit..");
    }

    /** The programs that show the library: their output is their purpose. */
    String[] programs() {
        return of("examples..", "agent..", "quickstart..", "benchmarks..");
    }
}
