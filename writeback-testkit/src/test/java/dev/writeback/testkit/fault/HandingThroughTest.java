package dev.writeback.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.plan.Resolution;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.ConflictResolver;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.HolderOutcome;
import dev.writeback.spi.Holdings;
import dev.writeback.spi.Intake;
import dev.writeback.spi.Journal;
import dev.writeback.spi.Outbox;
import dev.writeback.spi.Records;
import dev.writeback.spi.ResolvedScope;
import dev.writeback.spi.Runs;
import dev.writeback.spi.ScopeRead;
import dev.writeback.spi.SourceRead;
import dev.writeback.spi.StatusReporter;
import dev.writeback.spi.WatchRead;
import dev.writeback.spi.WorkQueue;
import dev.writeback.spi.WritebackStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A method that a port gets tomorrow, and that a wrapper answers by its default, is found here. */
class HandingThroughTest {

    private static final Injection QUIET = Faults.none().begin();

    /** Answers of real ports; the types that are not here are ports themselves, or may be nothing. */
    private static final Map<Class<?>, Object> ANSWERS = Map.ofEntries(
            Map.entry(SourceRead.class, new SourceRead.CursorExpired()),
            Map.entry(WatchRead.class, new WatchRead.Unavailable(Sayings.unknown())),
            Map.entry(WriteOutcome.class, new WriteOutcome.Applied()),
            Map.entry(HolderOutcome.class, new HolderOutcome.CannotTell()),
            Map.entry(ScopeRead.class, new ScopeRead.Resolved(ResolvedScope.nothing())),
            Map.entry(Resolution.class, new Resolution.Cloud()),
            Map.entry(List.class, List.of()),
            Map.entry(Map.class, Map.of()),
            Map.entry(Optional.class, Optional.empty()),
            Map.entry(String.class, "real"),
            Map.entry(int.class, 7),
            Map.entry(boolean.class, true));

    private final List<String> heard = new ArrayList<>();

    static List<Class<?>> ports() {
        return List.of(
                CloudSource.class,
                DirectorySink.class,
                DirectoryWatch.class,
                StatusReporter.class,
                ConflictResolver.class,
                WritebackStore.class,
                Intake.class,
                WorkQueue.class,
                Records.class,
                Outbox.class,
                Journal.class,
                Runs.class,
                Holdings.class);
    }

    @ParameterizedTest
    @MethodSource("ports")
    void every_method_of_a_port_reaches_the_port(Class<?> port) throws ReflectiveOperationException {
        Object wrapper = wrapped(port);
        List<Method> methods = methods(port);
        assertThat(methods).isNotEmpty();
        for (Method method : methods) {
            heard.clear();
            Method own = wrapper.getClass().getMethod(method.getName(), method.getParameterTypes());
            assertThat(own.getDeclaringClass())
                    .as("who answers %s of %s", method.getName(), port.getSimpleName())
                    .isEqualTo(wrapper.getClass());
            own.setAccessible(true);
            call(own, wrapper);
            assertThat(heard).as("what the real port was asked").contains(method.getName());
        }
    }

    private static List<Method> methods(Class<?> port) {
        return Arrays.stream(port.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                // It makes a reporter of two; handed through it would leave out the wrapper, and the faults with it.
                .filter(method ->
                        !(port == StatusReporter.class && method.getName().equals("and")))
                .toList();
    }

    private static void call(Method method, Object wrapper) throws ReflectiveOperationException {
        try {
            method.invoke(
                    wrapper,
                    Stream.of(method.getParameterTypes())
                            .map(HandingThroughTest::argument)
                            .toArray());
        } catch (InvocationTargetException thrown) {
            throw new AssertionError(method + " throws", thrown.getCause());
        }
    }

    private static @Nullable Object argument(Class<?> type) {
        if (type == int.class) {
            return 1;
        } else if (type == long.class) {
            return 1L;
        }
        return type.isAssignableFrom(List.class) || Collection.class == type
                ? List.of()
                : type == Optional.class ? Optional.empty() : null;
    }

    private <T> T real(Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    heard.add(method.getName());
                    Class<?> type = method.getReturnType();
                    return type.isInterface() && ports().contains(type) ? real(type) : ANSWERS.get(type);
                }));
    }

    private Object wrapped(Class<?> port) {
        Announced announced = new Announced();
        Map<Class<?>, Object> wrappers = Map.ofEntries(
                Map.entry(CloudSource.class, QUIET.source(real(CloudSource.class))),
                Map.entry(DirectorySink.class, QUIET.directory(real(DirectorySink.class))),
                Map.entry(
                        DirectoryWatch.class, new FaultyWatch(real(DirectoryWatch.class), QUIET, new AtomicBoolean())),
                Map.entry(StatusReporter.class, QUIET.reporter(real(StatusReporter.class))),
                Map.entry(ConflictResolver.class, QUIET.resolver(real(ConflictResolver.class))),
                Map.entry(WritebackStore.class, QUIET.store(real(WritebackStore.class))),
                Map.entry(Intake.class, new FaultyIntake(real(Intake.class), QUIET)),
                Map.entry(WorkQueue.class, new FaultyWork(real(WorkQueue.class), QUIET, announced)),
                Map.entry(Records.class, new FaultyRecords(real(Records.class), QUIET, announced)),
                Map.entry(Outbox.class, new FaultyOutbox(real(Outbox.class), QUIET)),
                Map.entry(Journal.class, new FaultyJournal(real(Journal.class), QUIET, announced)),
                Map.entry(Runs.class, new FaultyRuns(real(Runs.class), QUIET)),
                Map.entry(Holdings.class, new FaultyHoldings(real(Holdings.class), QUIET)));
        return wrappers.get(port);
    }
}
