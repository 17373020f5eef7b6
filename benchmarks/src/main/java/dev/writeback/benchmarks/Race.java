package dev.writeback.benchmarks;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Contenders in turn, round by round; of the rounds the median counts, of ratios that of each round. */
final class Race {

    private final PrintStream out;
    private final List<Target.User> users;
    private final @Nullable MemoryProcess memory;
    private final int rounds;
    private final Map<String, List<Lap>> laps = new LinkedHashMap<>();

    /** One run: entries a second, and microseconds of the processor an entry, of the server too where it is known. */
    private record Lap(double perSecond, double cpu) {}

    Race(PrintStream out, List<Target.User> users, @Nullable MemoryProcess memory, int rounds) {
        this.out = out;
        this.users = users;
        this.memory = memory;
        this.rounds = rounds;
    }

    void run(Contender contender, Change change, boolean counts) throws Exception {
        Duration cpu = cpu();
        long began = System.nanoTime();
        contender.write(users, change);
        double seconds = (System.nanoTime() - began) / 1e9;
        double used = cpu().minus(cpu).toNanos() / 1e3;
        if (counts) {
            List<Lap> own = laps.computeIfAbsent(contender.name(), unseen -> new ArrayList<>());
            own.add(new Lap(users.size() / seconds, used / users.size()));
        }
    }

    private Duration cpu() {
        Duration own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return memory == null ? own : own.plus(memory.cpu());
    }

    void print(String what, String base) {
        out.printf("%s, %d rounds%n", what, rounds);
        List<Lap> bases = laps.getOrDefault(base, List.of());
        laps.forEach((name, own) -> {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < own.size(); i++) {
                ratios.add(own.get(i).perSecond / bases.get(i).perSecond);
            }
            out.printf(
                    "  %-32s %,9.0f /s   ratio to %s %.2f (from %.2f to %.2f)   %4.0f µs of processor an entry%n",
                    name,
                    Throughput.median(own.stream().map(Lap::perSecond).toList()),
                    base,
                    Throughput.median(ratios),
                    Collections.min(ratios),
                    Collections.max(ratios),
                    Throughput.median(own.stream().map(Lap::cpu).toList()));
        });
    }
}
