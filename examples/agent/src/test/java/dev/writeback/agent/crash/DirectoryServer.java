package dev.writeback.agent.crash;

import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.Interventions;
import dev.writeback.testkit.directory.Operation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The in-memory directory as a process of its own, which no kill of an agent touches. On its input it is told to send a
 * signal to a process at one of the next modifications: {@code SIGNAL PID NUMBER}. The modification is in the
 * directory's hands then and is made, but its answer never heard if the signal kills.
 */
final class DirectoryServer {

    private final Interventions interventions;

    private DirectoryServer(Interventions interventions) {
        this.interventions = interventions;
    }

    public static void main(String[] args) throws IOException {
        try (InMemoryActiveDirectory directory = InMemoryActiveDirectory.builder()
                        .users(Integer.parseInt(args[0]))
                        .start();
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(directory.ldapPort() + "\t" + directory.baseDn() + "\t" + directory.adminDn() + "\t"
                    + directory.adminPassword());
            DirectoryServer server = new DirectoryServer(directory.interventions());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] order = line.split(" ");
                server.interventions.clear();
                server.arm(order[0], Long.parseLong(order[1]), Integer.parseInt(order[2]));
            }
        }
    }

    private void arm(String signal, long process, int number) {
        interventions.beforeNext(Operation.MODIFY, () -> {
            if (number > 1) {
                arm(signal, process, number - 1);
            } else {
                Signals.send(signal, process);
            }
        });
    }
}
