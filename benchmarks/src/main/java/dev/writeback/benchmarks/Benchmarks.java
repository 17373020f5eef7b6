package dev.writeback.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Runs the benchmarks: {@code throughput} (the default), {@code directory}, {@code stores} or {@code jmh}.
 *
 * <pre>
 * throughput [--connections 4] [--objects 10000] [--rounds 5]
 *            [--ldap ldap://HOST:PORT --base DN --bind DN --password-file FILE]
 * directory [--connections 4] [--objects 10000] [--rounds 5] [--parts changes,pipeline,operations,anchors,reconcile,h2]
 *        [--ldap ldap://HOST:PORT --base DN --bind DN --password-file FILE]
 * stores [--objects 20000] [--rounds 5] [--backlog 1000000, 0 for none]
 *        [--ldap ldap://HOST:PORT --base DN --bind DN --password-file FILE]
 * jmh [options of JMH]
 * </pre>
 */
public final class Benchmarks {

    private Benchmarks() {}

    /** Runs what the arguments say. */
    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("jmh")) {
            org.openjdk.jmh.Main.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        if (args.length > 0 && args[0].equals("stores")) {
            stores(options(Arrays.copyOfRange(args, 1, args.length)));
            return;
        }
        if (args.length > 0 && args[0].equals("directory")) {
            directory(options(Arrays.copyOfRange(args, 1, args.length)));
            return;
        }
        Map<String, String> options = options(args);
        int objects = Integer.parseInt(options.getOrDefault("objects", "10000"));
        Throughput throughput = new Throughput(
                System.out,
                Integer.parseInt(options.getOrDefault("connections", "4")),
                Integer.parseInt(options.getOrDefault("rounds", "5")));
        try (MemoryProcess memory = new MemoryProcess(objects)) {
            throughput.measure("in-memory directory", memory.target(), objects, memory);
        }
        if (options.containsKey("ldap")) {
            throughput.measure(options.get("ldap"), target(options), objects, null);
        }
    }

    private static void directory(Map<String, String> options) throws Exception {
        int objects = Integer.parseInt(options.getOrDefault("objects", "10000"));
        DirectoryRates rates = new DirectoryRates(
                System.out,
                objects,
                Integer.parseInt(options.getOrDefault("connections", "4")),
                Integer.parseInt(options.getOrDefault("rounds", "5")),
                Set.of(options.getOrDefault("parts", "changes,pipeline,operations,anchors,reconcile")
                        .split(",")));
        if (options.containsKey("ldap")) {
            rates.measure(options.get("ldap"), target(options), null);
            return;
        }
        try (MemoryProcess memory = new MemoryProcess(objects)) {
            rates.measure("in-memory directory", memory.target(), memory);
        }
    }

    private static void stores(Map<String, String> options) throws Exception {
        int objects = Integer.parseInt(options.getOrDefault("objects", "20000"));
        int rounds = Integer.parseInt(options.getOrDefault("rounds", "5"));
        StoreRates rates = new StoreRates(System.out, objects, rounds);
        if (options.containsKey("ldap")) {
            rates.measureEngine(options.get("ldap"), target(options));
        } else {
            rates.measure();
        }
        int backlog = Integer.parseInt(options.getOrDefault("backlog", "1000000"));
        if (backlog > 0) {
            Backlog.measure(System.out, backlog);
        }
    }

    private static Target target(Map<String, String> options) throws Exception {
        String password =
                Files.readString(Path.of(needed(options, "password-file"))).strip();
        return new Target(needed(options, "ldap"), needed(options, "base"), needed(options, "bind"), password);
    }

    private static String needed(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--%s is missing".formatted(name));
        }
        return value;
    }

    private static Map<String, String> options(String[] args) {
        Deque<String> left = new ArrayDeque<>(Arrays.asList(args));
        if ("throughput".equals(left.peek())) {
            left.pop();
        }
        Map<String, String> options = new HashMap<>();
        while (!left.isEmpty()) {
            String name = left.pop();
            if (!name.startsWith("--") || left.isEmpty()) {
                throw new IllegalArgumentException("%s is not an option with a value".formatted(name));
            }
            options.put(name.substring(2), left.pop());
        }
        return options;
    }
}
