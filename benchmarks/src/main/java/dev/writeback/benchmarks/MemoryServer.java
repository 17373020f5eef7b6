package dev.writeback.benchmarks;

import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.Operation;
import dev.writeback.testkit.directory.OperationCounts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The in-memory directory as a process of its own; it answers {@code reset} and {@code counts} on its input. */
final class MemoryServer {

    private MemoryServer() {}

    public static void main(String[] args) throws IOException {
        try (InMemoryActiveDirectory directory = InMemoryActiveDirectory.builder()
                        .baseDn("DC=corp,DC=example")
                        .users(Integer.parseInt(args[0]))
                        .start();
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(directory.ldapUrl() + "\t" + directory.baseDn() + "\t" + directory.adminDn() + "\t"
                    + directory.adminPassword());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("reset")) {
                    directory.resetCounts();
                } else if (line.equals("counts")) {
                    OperationCounts counts = directory.counts();
                    System.out.println(counts.of(Operation.SEARCH) + "\t" + counts.of(Operation.MODIFY));
                }
            }
        }
    }
}
