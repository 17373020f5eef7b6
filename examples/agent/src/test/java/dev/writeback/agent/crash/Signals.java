package dev.writeback.agent.crash;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals to processes, those that Java cannot send among them. */
final class Signals {

    private Signals() {}

    /** Sends one; to a process that is gone it does nothing. */
    static void send(String signal, long process) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process))
                    .redirectErrorStream(true)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
